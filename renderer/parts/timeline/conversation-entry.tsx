import { Button } from '@mantine/core';
import { useState } from 'react';
import { mediumNoun } from '../../../shared/wording/media.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { LessonMenu } from '../lesson/lesson-menu.tsx';
import { LessonsOf } from '../lesson/lessons-of.tsx';
import { ConversationForm } from './conversation-form.tsx';
import type { EntryProps } from './entry.tsx';
import { ChangeAndBin, EntryHead, nameOf, People, SaidWords, WithPeople } from './entry-parts.tsx';
import classes from './timeline.module.css';

/** A conversation, by whatever medium; or an attempt that reached nobody. */
export function ConversationEntry({ entry, personId, opening, onGone }: EntryProps) {
  const { attempt } = useDoing();
  const [learning, setLearning] = useState(false);
  if (opening.open) {
    return <ConversationForm entry={entry} onClose={() => opening.setOpen(false)} />;
  }
  const voice = { kind: 'conversation', id: entry.id } as const;
  const name = nameOf(entry.text) || 'this conversation';

  async function bin() {
    const work = client.conversations.bin({ id: entry.id });
    if (await attempt(work, 'The conversation is in the bin')) onGone();
  }

  return (
    <>
      <EntryHead
        entry={entry}
        actions={
          <>
            <LessonMenu voice={voice} opened={learning} onChange={setLearning}>
              <Button
                variant="subtle"
                size="compact-sm"
                data-key="b"
                aria-label={`Does ${name} belong to a lesson?`}
              >
                Lesson
              </Button>
            </LessonMenu>
            <ChangeAndBin name={name} opening={opening} onBin={() => void bin()} />
          </>
        }
      >
        {mediumNoun(entry.medium ?? 'other')}
        {entry.reached === false && ', nobody reached'}
        <WithPeople entry={entry} personId={personId} word={personId ? ', with ' : ' with '} />
        {entry.ofUs && (
          <>
            {' · '}
            <bdi>{entry.ofUs}</bdi>
          </>
        )}
      </EntryHead>
      <SaidWords text={entry.text} />
      <LessonsOf voice={voice} />
      {entry.spokenOf.length > 0 && (
        <p className={classes.caption}>
          Spoken of: <People people={entry.spokenOf} />
        </p>
      )}
    </>
  );
}
