import { Button, Checkbox, Group, Modal, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../../shared/contract/contract.ts';
import { backupMoment, holdingsChanges } from '../../../shared/wording/backups.ts';
import { stillKnows } from '../../../shared/wording/forgetting.ts';
import { api, client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { StepsSince } from '../../parts/steps-since.tsx';
import classes from './every-backup.module.css';

interface BringBackProps {
  /** The one that is asked about; null when none is. */
  backup: Backup | null;
  onClose: () => void;
}

/** Shows what would be other than now, and brings a backup back. */
export function BringBack({ backup, onClose }: BringBackProps) {
  const { day, zone } = usePresent();
  return (
    <Modal
      opened={backup !== null}
      onClose={onClose}
      size="lg"
      title={backup ? `Back to ${backupMoment(backup, day, zone)}?` : ''}
    >
      {backup && <Question key={backup.name} backup={backup} onClose={onClose} />}
    </Modal>
  );
}

function Question({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { name, locked } = backup;
  const { day, zone } = usePresent();
  const { done } = useDoing();
  const compared = useQuery(api.backups.compare.queryOptions({ input: { name } }));
  const [passphrase, setPassphrase] = useState('');
  const [withForgotten, setWithForgotten] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function bringBack() {
    setBusy(true);
    setProblem(null);
    try {
      await client.backups.restore({
        ...{ name, withForgotten },
        ...(passphrase ? { passphrase } : {}),
      });
      done(`Everything is as it was on ${backupMoment(backup, day, zone)}`);
      onClose();
    } catch (refusal) {
      setProblem(refusal);
    } finally {
      setBusy(false);
    }
  }

  const ofPassphrase = problem !== null && fieldOf(problem) === 'passphrase';
  return (
    <Loaded query={compared}>
      {({ holds, now, since, forgotten }) => (
        <form
          className={classes.question}
          onSubmit={(event) => {
            event.preventDefault();
            void bringBack();
          }}
        >
          {holds && <Changes then={holds} now={now} />}
          {since && since.steps > 0 && (
            <div>
              <p>What you did since then would be gone:</p>
              <StepsSince {...since} className={classes.steps} />
            </div>
          )}
          {since?.steps === 0 && <p>You did nothing since then that would be gone.</p>}
          <p>
            What is here now is saved first, as a backup of its own, so you can come back to it.
          </p>
          {forgotten.length > 0 && (
            <Checkbox
              label="Bring back those who were forgotten, too"
              description={`${stillKnows(forgotten, day, zone)} Otherwise they stay forgotten.`}
              checked={withForgotten}
              onChange={(event) => setWithForgotten(event.currentTarget.checked)}
            />
          )}
          {locked && (
            <PasswordInput
              label="Its passphrase"
              description="Not needed when this machine knows it already"
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              error={ofPassphrase ? sentenceOf(problem) : undefined}
            />
          )}
          {problem !== null && !ofPassphrase && <p role="alert">{sentenceOf(problem)}</p>}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={busy}>
              Bring it back
            </Button>
          </Group>
        </form>
      )}
    </Loaded>
  );
}

type Holdings = NonNullable<Backup['holds']>;

/** What would be more or fewer than now; nothing when all the numbers are the same. */
function Changes({ then, now }: { then: Holdings; now: Holdings }) {
  const changes = holdingsChanges(then, now);
  if (changes.length === 0) return <p>It holds as much as there is now.</p>;
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">
            <span aria-hidden="true" />
          </th>
          <th scope="col">now</th>
          <th scope="col">then</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ kind, label, now: present, past }) => (
          <tr key={kind}>
            <th scope="row">{label}</th>
            <td>{present.toLocaleString('en-GB')}</td>
            <td>{past.toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
