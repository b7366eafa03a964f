import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../../shared/contract/contract.ts';
import { useOpening } from '../use-opening.ts';
import { AnswerEntry } from './answer-entry.tsx';
import { ConversationEntry } from './conversation-entry.tsx';
import { EntryDay } from './entry-day.tsx';
import { EntryHead, WithPeople } from './entry-parts.tsx';
import { FollowUpEntry } from './follow-up-entry.tsx';
import { MentionEntry } from './mention-entry.tsx';
import { NoteEntry } from './note-entry.tsx';
import classes from './timeline.module.css';

export interface EntryProps {
  entry: TimelineEntry;
  /** Whose timeline it is; without it the house's, where each entry says with whom it was. */
  personId: string | undefined;
  /** The form of the entry is open instead of it. */
  opening: ReturnType<typeof useOpening>;
  /** Called after the entry was taken away. */
  onGone: () => void;
}

interface Props extends Omit<EntryProps, 'opening'> {
  /** The day is said with the first entry of it. */
  isFirstOfDay: boolean;
}

/** One thing in a timeline, of whatever kind; the first of a day says which day it was. */
export function Entry({ isFirstOfDay, ...props }: Props) {
  const opening = useOpening();
  return (
    <>
      <div className={classes.day}>
        {isFirstOfDay && (
          <h3>
            <EntryDay day={props.entry.day} />
          </h3>
        )}
      </div>
      <div className={classes.content}>{contentOf({ ...props, opening })}</div>
    </>
  );
}

function contentOf(props: EntryProps): ReactNode {
  const { entry, personId } = props;
  switch (entry.kind) {
    case 'conversation':
      return <ConversationEntry {...props} />;
    case 'note':
      return <NoteEntry {...props} />;
    case 'follow-up':
      return <FollowUpEntry {...props} />;
    case 'mention':
      return <MentionEntry {...props} />;
    case 'answer':
      return <AnswerEntry {...props} />;
    case 'added':
      return (
        <EntryHead entry={entry}>
          {personId ? 'They came into your house' : <WithPeople entry={entry} word="" />}
        </EntryHead>
      );
  }
}
