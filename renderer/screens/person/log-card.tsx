import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Customer, FollowUp } from '../../../shared/contract/contract.ts';
import { useActions } from '../../app/actions.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Composer, type Logged } from '../../parts/composer/composer.tsx';
import { NoteForm } from '../../parts/note/note-form.tsx';
import { FollowUpForm } from '../../parts/timeline/follow-up-form.tsx';
import classes from './person.module.css';

interface LogCardProps {
  person: Customer;
  /** What is still owed to them, offered as kept. */
  promises: readonly FollowUp[];
}

type Writing = 'note' | 'follow-up';

/** The line that logs a conversation; a note or a follow-up are beside it. */
export function LogCard({ person, promises }: LogCardProps) {
  const { done } = useDoing();
  const card = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<Writing | null>(null);

  const focusLine = () => card.current?.querySelector('textarea')?.focus();
  const close = () => setWriting(null);
  const wrote = useRef<Writing | null>(null);
  useEffect(() => {
    // The button that opened the form is there again: it has the focus back.
    if (writing === null && wrote.current !== null) {
      card.current?.querySelector<HTMLElement>(`[data-writes="${wrote.current}"]`)?.focus();
    }
    wrote.current = writing;
  }, [writing]);
  const logged = ({ step, what, promises: made }: Logged) => {
    const kept = made === 1 ? ' with a follow-up' : made > 1 ? ` with ${made} follow-ups` : '';
    const words = {
      talk: `Logged${kept}`,
      attempt: `Noted that nobody was reached${kept}`,
      plan: 'Planned',
    };
    done(words[what], step);
    focusLine();
  };

  useShortcut({ keys: 'l', label: 'Log a conversation', run: focusLine });
  useShortcut({ keys: 'n', label: 'Write a note', run: () => setWriting('note') });
  useShortcut({ keys: 'f', label: 'Add a follow-up', run: () => setWriting('follow-up') });
  useActions([
    {
      id: 'person-note',
      label: `Write a note about ${person.name}`,
      run: () => setWriting('note'),
    },
    {
      id: 'person-follow-up',
      label: `Add a follow-up for ${person.name}`,
      words: 'promise reminder',
      run: () => setWriting('follow-up'),
    },
  ]);

  return (
    <div ref={card} className={classes.log}>
      <Card padding="medium">
        <Composer
          customer={{ id: person.id, name: person.name }}
          draftKey={`talk:${person.id}`}
          promises={promises}
          onLogged={logged}
          actions={() =>
            writing === null && (
              <>
                <Button variant="subtle" data-writes="note" onClick={() => setWriting('note')}>
                  Write a note
                </Button>
                <Button
                  variant="subtle"
                  data-writes="follow-up"
                  onClick={() => setWriting('follow-up')}
                >
                  Add a follow-up
                </Button>
              </>
            )
          }
        />
      </Card>
      {writing === 'note' && <NoteForm personId={person.id} onClose={close} />}
      {writing === 'follow-up' && <FollowUpForm personId={person.id} onClose={close} />}
    </div>
  );
}
