import { Button, Group, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { Backup, Rescue } from '../../shared/contract/contract.ts';
import { backupMoment, holdingsWords } from '../../shared/wording/backups.ts';
import { sinceWords, troubleSentence } from '../../shared/wording/rescue.ts';
import { Card } from '../parts/card.tsx';
import { Drawing } from '../parts/drawing.tsx';
import { StepsSince } from '../parts/steps-since.tsx';
import { api, client } from './client.ts';
import { showNotice } from './notices.tsx';
import { useAskedPresent } from './present.ts';
import { fieldOf, sentenceOf } from './problems.ts';
import { ask } from './question.tsx';
import classes from './rescue.module.css';

/** Shows what is inside; while a damage waits for a decision, that instead. */
export function Threshold({ children }: { children: ReactNode }) {
  const state = useQuery(api.rescue.state.queryOptions());
  const present = useAskedPresent();
  if (!state.data || !present.data) return children;
  return <RescuePage rescue={state.data} day={present.data.day} zone={present.data.zone} />;
}

interface RescuePageProps {
  rescue: Rescue;
  day: string;
  zone: string;
}

function RescuePage({ rescue, day, zone }: RescuePageProps) {
  const { backup, since } = rescue;
  const [, navigate] = useLocation();
  const listed = useQuery(api.backups.list.queryOptions());
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [choosing, setChoosing] = useState(false);
  const others = (listed.data?.backups ?? []).filter(({ newer }) => !newer);
  const shown = chosen ?? backup;
  // What was done since is known for the newest only; for another it is counted as it is filled in.
  const steps = shown?.name === backup?.name ? since.steps : 0;
  return (
    <main className={classes.page}>
      <Card padding="large">
        <div className={classes.inside}>
          <Drawing of="unlit" />
          <h1>Something happened to your data</h1>
          <p className={classes.path}>{troubleSentence(rescue)}</p>
          {shown ? (
            <p>
              {chosen ? 'The backup that you chose' : 'The newest good backup'} is of{' '}
              <strong>{backupMoment(shown, day, zone)}</strong>
              {shown.holds && `, with ${holdingsWords(shown.holds, 3)}`}.
            </p>
          ) : (
            <p>There is no backup of it yet.</p>
          )}
          {steps > 0 && <Since since={since} />}
          <p className={classes.quiet}>
            What was said about you since then is gathered again, where its sources still have it.
          </p>
          {(shown || since.steps > 0) && (
            <BringBack backup={shown} steps={steps} onDone={() => navigate('/today')} />
          )}
          {choosing && (
            <ul className={classes.others}>
              {others.map((other) => (
                <li key={other.name}>
                  <Button variant="subtle" size="compact-md" onClick={() => setChosen(other)}>
                    {backupMoment(other, day, zone)}
                    {other.holds && `: ${holdingsWords(other.holds, 2)}`}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <Group gap="xs" ml="-0.9rem">
            {others.length > 1 && !choosing && (
              <Button variant="subtle" onClick={() => setChoosing(true)}>
                Choose another backup …
              </Button>
            )}
            <Button variant="subtle" onClick={() => void startAnew()}>
              Begin with an empty house …
            </Button>
          </Group>
        </div>
      </Card>
    </main>
  );
}

function Since({ since }: { since: Rescue['since'] }) {
  return (
    <details className={classes.since}>
      <summary>
        Beside it stands what you did since then:{' '}
        {since.steps === 1 ? 'one thing' : `${since.steps.toLocaleString('en-GB')} things`}
      </summary>
      <StepsSince {...since} />
    </details>
  );
}

interface BringBackProps {
  backup: Backup | null;
  steps: number;
  onDone: () => void;
}

function BringBack({ backup, steps, onDone }: BringBackProps) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ofPassphrase = problem !== null && fieldOf(problem) === 'passphrase';

  async function bringBack() {
    setBusy(true);
    setProblem(null);
    try {
      const { holds, left } = await client.rescue.bringBack({
        name: backup?.name ?? null,
        ...(passphrase ? { passphrase } : {}),
      });
      onDone();
      showNotice(
        left === 0
          ? `Everything is back: ${holdingsWords(holds, 2)}`
          : `Back: ${holdingsWords(holds, 2)}. ${left} of what was written since had nothing left to belong to.`,
      );
    } catch (refusal) {
      setProblem(refusal);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.bringBack}
      onSubmit={(event) => {
        event.preventDefault();
        void bringBack();
      }}
    >
      {backup?.locked && (
        <PasswordInput
          label="Its passphrase"
          description="Not needed when this machine knows it already"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={ofPassphrase ? sentenceOf(problem) : undefined}
        />
      )}
      {problem !== null && !ofPassphrase && (
        <p role="alert" className={classes.problem}>
          {sentenceOf(problem)}
        </p>
      )}
      <Button type="submit" loading={busy}>
        {backup ? `Bring it back ${sinceWords(steps)}`.trim() : 'Bring back all that you did'}
      </Button>
    </form>
  );
}

async function startAnew(): Promise<void> {
  const sure = await ask({
    title: 'Begin with an empty house?',
    sentence:
      'Nothing is deleted: the old file, what was noted beside it and every backup stay where they are. You can bring a backup back later, in Settings.',
    yes: 'Begin anew',
  });
  if (!sure) return;
  try {
    await client.rescue.startAnew();
  } catch (problem) {
    showNotice(sentenceOf(problem));
  }
}
