import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Leap } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { api, client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Since } from './leap-since.tsx';
import classes from './reflection.module.css';

/** The worries that were named: kept, shown again after a season, put away or taken out. */
export function LeapCards() {
  const { data: leaps = [] } = useQuery(api.reflection.leaps.queryOptions());
  const [naming, setNaming] = useState(false);
  const away = leaps.filter(({ putAway }) => putAway);
  const kept = leaps.filter(({ putAway }) => !putAway);
  return (
    <>
      {kept.map((leap) => (
        <LeapCard key={leap.id} leap={leap} />
      ))}
      {naming ? (
        <Card title="What do you fear that people may say?" tone="calm">
          <WorryForm worry="" onClose={() => setNaming(false)} />
        </Card>
      ) : (
        kept.length === 0 && (
          <p className={classes.offer}>
            <Button variant="subtle" size="compact-md" onClick={() => setNaming(true)}>
              Name a worry
            </Button>{' '}
            about what people may say. After a season it comes back, beside what they really said.
          </p>
        )
      )}
      {away.length > 0 && (
        <details className={classes.away}>
          <summary>Worries put away</summary>
          {away.map((leap) => (
            <LeapCard key={leap.id} leap={leap} />
          ))}
        </details>
      )}
    </>
  );
}

function LeapCard({ leap }: { leap: Leap }) {
  const today = usePresentDay();
  const { attempt } = useDoing();
  const [changing, setChanging] = useState(false);
  const { id, worry, namedDay, dueDay, putAway } = leap;
  const isDue = dueDay <= today;
  const put = (away: boolean) =>
    attempt(client.reflection.putLeapAway({ id, away }), away ? 'Put away' : 'Taken out again');
  const remove = () => attempt(client.reflection.removeLeap({ id }), 'Removed');
  return (
    <Card
      title={isDue ? 'The worry you named, and what happened' : 'The worry you named'}
      tone={isDue && !putAway ? 'lamp' : 'calm'}
    >
      {changing ? (
        <WorryForm id={id} worry={worry} onClose={() => setChanging(false)} />
      ) : (
        <>
          <blockquote className={classes.worry} dir="auto">
            {worry}
          </blockquote>
          {isDue ? (
            <Since day={namedDay} />
          ) : (
            <p className={classes.quiet}>
              Named on {fullDay(namedDay, today)}. It comes back on {fullDay(dueDay, today)}, beside
              what people really said.
            </p>
          )}
          <div className={classes.buttons}>
            {(isDue || putAway) && (
              <Button variant="default" size="compact-md" onClick={() => put(!putAway)}>
                {putAway ? 'Take it out again' : 'Put it away'}
              </Button>
            )}
            <Button variant="subtle" size="compact-md" onClick={() => setChanging(true)}>
              Say it differently
            </Button>
            <Button variant="subtle" size="compact-md" onClick={remove}>
              Remove it
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

interface WorryFormProps {
  /** The worry that is said differently; without it a new one. */
  id?: string;
  worry: string;
  onClose: () => void;
}

function WorryForm({ id, worry, onClose }: WorryFormProps) {
  const { attempt } = useDoing();
  const [typed, setTyped] = useState(worry);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (await attempt(client.reflection.nameLeap({ id, worry: typed }), 'Kept')) onClose();
  }
  return (
    <form onSubmit={save}>
      <TextInput
        label="In one line"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={300}
        required
        withAsterisk={false}
        dir="auto"
        autoFocus
      />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md">
          Keep it
        </Button>
        <Button variant="subtle" size="compact-md" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
