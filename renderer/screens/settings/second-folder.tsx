import { Button, PasswordInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { ask } from '../../app/question.tsx';
import { useDoing } from '../../app/undo.ts';
import { PlainSecret } from '../../parts/plain-secret.tsx';
import { SavedField } from './saved-field.tsx';
import classes from './settings.module.css';

interface SecondFolderProps {
  second: { folder: string; locked: boolean; problem: string | null };
}

/** A second place for the backups, and the passphrase that locks what lies there. */
export function SecondFolder({ second }: SecondFolderProps) {
  const { done, failed } = useDoing();
  const [choosing, setChoosing] = useState(false);

  async function chooseFolder(folder: string): Promise<boolean> {
    try {
      const { step } = await client.backups.chooseFolder({ folder });
      done(folder ? 'Each backup goes there too from now on' : 'No second folder any more', step);
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  }

  async function lock(wanted: boolean) {
    if (wanted) return setChoosing(true);
    setChoosing(false);
    if (!second.locked) return;
    const sure = await ask({
      title: 'Leave new copies open?',
      sentence:
        'Whoever has the second folder can then read the copies made from now on. Those that are locked stay locked.',
      yes: 'Leave them open',
    });
    if (sure) await client.backups.choosePassphrase({ passphrase: '' }).catch(failed);
  }

  return (
    <>
      <SavedField
        label="A second folder"
        description="On an external disk, or one that is synchronised. Give its whole path."
        placeholder="None"
        value={second.folder}
        onSave={chooseFolder}
      />
      {second.problem && <p className={classes.problem}>{second.problem}</p>}
      {second.folder && (
        <Switch
          label="Lock the copies there with a passphrase"
          checked={second.locked || choosing}
          onChange={(event) => void lock(event.currentTarget.checked)}
        />
      )}
      {choosing && <Passphrase onDone={() => setChoosing(false)} />}
    </>
  );
}

function Passphrase({ onDone }: { onDone: () => void }) {
  const { done, failed } = useDoing();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);

  async function keep() {
    setBusy(true);
    try {
      await client.backups.choosePassphrase({ passphrase });
      done('The copies there are locked from now on');
      onDone();
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.passphrase}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <PasswordInput
        label="The passphrase"
        description="Eight letters at least; a few words that nobody would guess. Write it down: without it nobody can open those copies, and neither can we."
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        autoComplete="new-password"
        minLength={8}
      />
      <PlainSecret />
      <Button type="submit" variant="default" loading={busy} disabled={passphrase.length < 8}>
        Lock them
      </Button>
    </form>
  );
}
