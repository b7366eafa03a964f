import { Button, FileButton, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holdingsWords } from '../../../shared/wording/backups.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { api, client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { fetchArchive, handIn } from './archive-files.ts';
import classes from './every-backup.module.css';
import own from './settings.module.css';

/** Everything as one file: to take along, or to move in from. */
export function Archive() {
  const { done, failed } = useDoing();
  const [busy, setBusy] = useState<'out' | 'in' | null>(null);
  const [handedIn, setHandedIn] = useState<string | null>(null);

  async function take() {
    setBusy('out');
    try {
      const { fileName, content } = await fetchArchive();
      saveFile(fileName, content);
      done(`${fileName} is in your downloads`);
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(null);
    }
  }

  async function bring(file: File | null) {
    if (!file) return;
    setBusy('in');
    try {
      setHandedIn(await handIn(file));
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(null);
    }
  }

  function close() {
    if (handedIn) void client.archives.done({ id: handedIn }).catch(() => undefined);
    setHandedIn(null);
  }

  return (
    <div className={own.fields}>
      <p className={own.quiet}>
        Everything also fits into one file, pictures and all, to keep somewhere or to move to
        another machine. Any program can read it.
      </p>
      <div className={own.buttons}>
        <Button variant="default" loading={busy === 'out'} onClick={() => void take()}>
          Save everything as a file
        </Button>
        <FileButton accept=".zip" onChange={(file) => void bring(file)}>
          {(props) => (
            <Button {...props} variant="subtle" loading={busy === 'in'}>
              Move in from such a file …
            </Button>
          )}
        </FileButton>
      </div>
      <Modal opened={handedIn !== null} onClose={close} size="lg" title="Move in from this file?">
        {handedIn && <MoveIn id={handedIn} onClose={close} onDone={() => setHandedIn(null)} />}
      </Modal>
    </div>
  );
}

interface MoveInProps {
  id: string;
  onClose: () => void;
  onDone: () => void;
}

function MoveIn({ id, onClose, onDone }: MoveInProps) {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const looked = useQuery(api.archives.look.queryOptions({ input: { id }, staleTime: Infinity }));
  const [busy, setBusy] = useState(false);

  async function bringIn() {
    setBusy(true);
    try {
      const { holds } = await client.archives.bringIn({ id });
      done(`Moved in: ${holdingsWords(holds, 2)}`);
      onDone();
    } catch (problem) {
      failed(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Loaded query={looked}>
      {({ day, holds, now, isEmpty }) => (
        <div className={classes.question}>
          <p>
            It was saved on {fullDay(day, today)}, with {holdingsWords(holds)}.
          </p>
          {!isEmpty && (
            <p>
              It takes the place of all that is here now ({holdingsWords(now)}). That is saved
              first, as a backup of its own, so you can come back to it.
            </p>
          )}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose}>
              Leave it
            </Button>
            <Button loading={busy} onClick={() => void bringIn()}>
              Move in
            </Button>
          </Group>
        </div>
      )}
    </Loaded>
  );
}
