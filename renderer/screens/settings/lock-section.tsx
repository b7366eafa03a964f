import { Button, PasswordInput, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client } from '../../app/client.ts';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './settings.module.css';

const idleChoices = [
  { value: '0', label: 'Never' },
  { value: '5', label: 'After 5 minutes untouched' },
  { value: '15', label: 'After 15 minutes untouched' },
  { value: '30', label: 'After half an hour untouched' },
  { value: '60', label: 'After an hour untouched' },
];

/** A passphrase before the window, and when it locks by itself. */
export function LockSection() {
  const state = useQuery(api.lock.state.queryOptions());
  const [changing, setChanging] = useState<'choose' | 'remove' | null>(null);
  const { done, failed } = useDoing();
  const idle = (minutes: number) => client.lock.idle({ minutes }).then(() => done('Saved'), failed);
  return (
    <Card title="A lock for the window">
      <Loaded query={state}>
        {({ isSet, idleMinutes }) => (
          <div className={classes.fields}>
            <p className={classes.quiet}>
              For a counter where others pass by: while it is locked, Porchlight shows and tells
              nothing, and its reminders name nobody. It hides the window; it does not encrypt the
              files on this machine. Against somebody who has the machine itself, encrypt its disk.
            </p>
            {isSet && (
              <Select
                label="Lock by itself"
                data={idleChoices}
                value={String(idleMinutes)}
                onChange={(chosen) => void idle(Number(chosen))}
                allowDeselect={false}
                maw="18rem"
              />
            )}
            {changing ? (
              <LockForm
                key={changing}
                isSet={isSet}
                removing={changing === 'remove'}
                onDone={() => setChanging(null)}
              />
            ) : (
              <div className={classes.buttons}>
                {isSet && (
                  <Button variant="default" onClick={() => void client.lock.now().catch(failed)}>
                    Lock now
                  </Button>
                )}
                <Button
                  variant={isSet ? 'subtle' : 'default'}
                  onClick={() => setChanging('choose')}
                >
                  {isSet ? 'Change the passphrase' : 'Choose a passphrase'}
                </Button>
                {isSet && (
                  <Button variant="subtle" onClick={() => setChanging('remove')}>
                    Remove the lock
                  </Button>
                )}
              </div>
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

interface LockFormProps {
  isSet: boolean;
  removing: boolean;
  onDone: () => void;
}

/** Takes a new passphrase, or does away with the lock; the one that is there is asked for. */
function LockForm({ isSet, removing, onDone }: LockFormProps) {
  const { done } = useDoing();
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const errorOf = (field: string) =>
    problem !== null && fieldOf(problem) === field ? sentenceOf(problem) : undefined;

  async function keep(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      if (removing) await client.lock.remove({ current });
      else await client.lock.choose({ passphrase, ...(isSet ? { current } : {}) });
      done(removing ? 'There is no lock any more' : 'The passphrase is kept');
      onDone();
    } catch (refusal) {
      setProblem(refusal);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={classes.passphrase} onSubmit={keep}>
      {isSet && (
        <PasswordInput
          label="The passphrase that it has now"
          w="18rem"
          maw="100%"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={errorOf('current')}
          autoComplete="current-password"
          autoFocus
        />
      )}
      {!removing && (
        <PasswordInput
          label={isSet ? 'The new passphrase' : 'The passphrase'}
          description="Six letters at least. Should you forget it, the lock can be taken away in Porchlight’s folder."
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={errorOf('passphrase')}
          autoComplete="new-password"
          minLength={6}
          autoFocus={!isSet}
        />
      )}
      {problem !== null && !errorOf('current') && !errorOf('passphrase') && (
        <Text role="alert" className={classes.problem}>
          {sentenceOf(problem)}
        </Text>
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant="default"
          loading={busy}
          disabled={(isSet && current === '') || (!removing && passphrase.length < 6)}
        >
          {removing ? 'Remove the lock' : 'Keep it'}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Leave it as it is
        </Button>
      </div>
    </form>
  );
}
