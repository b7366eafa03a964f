import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { Card } from '../../parts/card.tsx';
import { Drawing } from '../../parts/drawing.tsx';
import { forgetWanted } from '../actions.ts';
import { api, client } from '../client.ts';
import { sentenceOf } from '../problems.ts';
import { useTitle } from '../title.ts';
import { useNoticeWhileLocked } from '../waiting-notices.tsx';
import classes from './lock-screen.module.css';

interface LockScreenProps {
  /** Whether a notice waits inside. */
  isWaiting: boolean;
  /** The file without which nothing is locked. */
  file: string;
}

/** What is shown while the window is locked: nobody's name, and the way in. */
export function LockScreen({ isWaiting, file }: LockScreenProps) {
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  useTitle('Locked');
  useNoticeWhileLocked();
  // What somebody chose in a menu before the lock is not done once it is open.
  useEffect(() => forgetWanted, []);

  async function unlock(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await client.lock.open({ passphrase });
      await queries.refetchQueries({ queryKey: api.lock.key() });
    } catch (refusal) {
      setPassphrase('');
      setProblem(sentenceOf(refusal));
    } finally {
      setBusy(false);
    }
  }

  return (
    <main className={classes.page}>
      <Card padding="large">
        <div className={classes.inside}>
          <Drawing of="house" />
          <h1>Porchlight is locked</h1>
          <p role="status" className={classes.status}>
            {isWaiting ? 'Something is due. Unlock Porchlight to see it.' : 'Its light stays on.'}
          </p>
          <form className={classes.form} onSubmit={unlock}>
            <PasswordInput
              label="Your passphrase"
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              error={problem || undefined}
              autoComplete="current-password"
              autoFocus
            />
            <Button type="submit" loading={busy} disabled={passphrase === ''}>
              Unlock
            </Button>
          </form>
          <details className={classes.forgotten}>
            <summary>Forgotten it?</summary>
            <p>
              Nobody can tell it to you; Porchlight itself does not know it. But the lock only hides
              this window, it does not encrypt your files. Whoever may open Porchlight’s folder can
              take it away: close Porchlight, delete this file, and start Porchlight again. Nothing
              else is lost.
            </p>
            <p className={classes.path}>{file}</p>
          </details>
        </div>
      </Card>
    </main>
  );
}
