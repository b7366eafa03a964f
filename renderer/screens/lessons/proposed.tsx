import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lesson } from '../../../shared/contract/contract.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { PersonName } from '../../parts/person-name.tsx';
import classes from './lessons.module.css';

/** Other voices that sound like it, with the words they share; asked for, never taken by itself. */
export function Proposed({ lesson }: { lesson: Lesson }) {
  const [open, setOpen] = useState(false);
  const { done, failed } = useDoing();
  const { data } = useQuery(
    api.lessons.proposed.queryOptions({ input: { id: lesson.id }, enabled: open }),
  );
  const take = (kind: 'mention' | 'conversation', voiceId: string) =>
    client.lessons
      .link({ id: lesson.id, kind, voiceId })
      .then(({ step }) => done('It belongs to the lesson now', step), failed);
  const setAside = (voiceId: string) =>
    client.lessons
      .setAside({ id: lesson.id, voiceId })
      .then(({ step }) => done('Set aside', step), failed);
  return (
    <details className={classes.proposed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Who else said something like it?</summary>
      {data?.length === 0 && <p className={classes.soft}>Nobody, as far as their words tell.</p>}
      <ul>
        {data?.map(({ kind, id, customer, excerpt, shared }) => (
          <li key={id}>
            <p dir="auto">{quoted(excerpt)}</p>
            <p className={classes.soft}>
              {customer && (
                <>
                  <PersonName name={customer.name} />,{' '}
                </>
              )}
              because of <bdi>{shared.join(', ')}</bdi>
            </p>
            <Button variant="default" size="compact-sm" onClick={() => void take(kind, id)}>
              It belongs here
            </Button>{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => void setAside(id)}>
              No
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
