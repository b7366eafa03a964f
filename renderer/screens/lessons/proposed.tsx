import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Lesson } from '../../../shared/contract/contract.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { PersonName } from '../../parts/person-name.tsx';
import classes from './lessons.module.css';

type Voice = Awaited<ReturnType<typeof client.lessons.proposed>>[number];

/** Other voices that sound like it, with the words they share; asked for, never taken by itself. */
export function Proposed({ lesson }: { lesson: Lesson }) {
  const [open, setOpen] = useState(false);
  const { attempt } = useDoing();
  const { data } = useQuery(
    api.lessons.proposed.queryOptions({ input: { id: lesson.id }, enabled: open }),
  );
  const { id } = lesson;
  const take = ({ kind, id: voiceId }: Voice) =>
    attempt(client.lessons.link({ id, kind, voiceId }), 'It belongs to the lesson now');
  const setAside = ({ id: voiceId }: Voice) =>
    attempt(client.lessons.setAside({ id, voiceId }), 'Set aside; its words say less from now on');
  const takeUp = ({ id: voiceId }: Voice) =>
    attempt(client.lessons.takeUp({ id, voiceId }), 'It may be proposed again');
  const proposed = data?.filter(({ aside }) => !aside);
  const aside = data?.filter((voice) => voice.aside) ?? [];
  return (
    <details className={classes.proposed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Who else said something like it?</summary>
      {proposed?.length === 0 && (
        <p className={classes.soft}>Nobody, as far as their words tell.</p>
      )}
      <Voices voices={proposed ?? []}>
        {(voice) => (
          <>
            <Button variant="default" size="compact-sm" onClick={() => void take(voice)}>
              It belongs here
            </Button>{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => void setAside(voice)}>
              No
            </Button>
          </>
        )}
      </Voices>
      {aside.length > 0 && (
        <details>
          <summary>
            {aside.length === 1 ? 'One that you set aside' : `${aside.length} that you set aside`}
          </summary>
          <Voices voices={aside}>
            {(voice) => (
              <Button variant="subtle" size="compact-sm" onClick={() => void takeUp(voice)}>
                It may belong here after all
              </Button>
            )}
          </Voices>
        </details>
      )}
    </details>
  );
}

interface VoicesProps {
  voices: readonly Voice[];
  /** What can be done with one. */
  children: (voice: Voice) => ReactNode;
}

function Voices({ voices, children }: VoicesProps) {
  return (
    <ul>
      {voices.map((voice) => (
        <li key={voice.id}>
          <p dir="auto">{quoted(voice.excerpt)}</p>
          <p className={classes.soft}>
            {voice.customer && (
              <>
                <PersonName name={voice.customer.name} />
                {voice.shared.length > 0 && ' · '}
              </>
            )}
            {voice.shared.length > 0 && (
              <>
                both speak of <bdi>{together(voice.shared)}</bdi>
              </>
            )}
          </p>
          {children(voice)}
        </li>
      ))}
    </ul>
  );
}

/** "parking", "parking and stairs", "parking, stairs and the ramp". */
function together(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
