import { type ReactNode, useEffect, useRef } from 'react';
import type { TimelineEntry } from '../../../../shared/contract/contract.ts';

import { useOpening } from '../../../parts/use-opening.ts';
import { ConversationEntry } from './conversation-entry.tsx';
import { EntryDay } from './entry-day.tsx';
import { FollowUpEntry } from './follow-up-entry.tsx';
import { MentionEntry } from './mention-entry.tsx';
import { NoteEntry } from './note-entry.tsx';
import classes from './timeline.module.css';

export interface EntryProps {
  entry: TimelineEntry;
  personId: string;
  /** The form of the entry is open instead of it. */
  opening: ReturnType<typeof useOpening>;
  /** Called after the entry was taken away. */
  onGone: () => void;
}

interface Props extends Omit<EntryProps, 'opening'> {
  /** Somebody came for this one. */
  isWanted: boolean;
}

/** One thing in the timeline, of whatever kind, on its day. */
export function Entry({ isWanted, ...props }: Props) {
  const { entry } = props;
  const place = useRef<HTMLLIElement>(null);
  const opening = useOpening();
  useEffect(() => {
    if (isWanted) place.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  return (
    <li
      ref={place}
      className={classes.entry}
      data-kind={entry.kind}
      data-wanted={isWanted || undefined}
    >
      <div className={classes.day}>
        <EntryDay day={entry.day} />
      </div>
      <div className={classes.content}>{contentOf({ ...props, opening })}</div>
    </li>
  );
}

function contentOf(props: EntryProps): ReactNode {
  switch (props.entry.kind) {
    case 'conversation':
      return <ConversationEntry {...props} />;
    case 'note':
      return <NoteEntry {...props} />;
    case 'follow-up':
      return <FollowUpEntry {...props} />;
    case 'mention':
      return <MentionEntry {...props} />;
    case 'added':
      return <p className={classes.caption}>They came into your house</p>;
  }
}
