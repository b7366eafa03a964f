import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { countRows } from '../database/look.ts';
import { currentVersion } from '../database/migrations/index.ts';
import { forgottenIn } from '../forgetting/forget-in-file.ts';
import { forgottenInBackup } from '../forgetting/still-know.ts';
import type { BackupFile } from './backup-files.ts';
import { type Backups, passphraseName } from './backups.ts';
import { exchangeWhole } from './exchange-whole.ts';
import { everyBackup, holdsOf } from './list.ts';

/** The steps since a backup that are shown. */
const mostShown = 30;

/** What would be other than now if a backup were brought back. Refuses one that is not there. */
export function compare({ connection, backups }: House, name: string) {
  const file = backupNamed(backups, name);
  const { note } = file;
  return {
    holds: note ? holdsOf(note.counts) : null,
    now: holdsOf(countRows(connection)),
    since: note ? stepsSince(connection, note.lastStep) : null,
    forgotten: forgottenInBackup(file, forgottenIn(connection)).map(({ at }) => at),
  };
}

/** The steps after one of the journal; null when that step is none of this house. */
function stepsSince(connection: House['connection'], lastStep: string | null) {
  const last =
    lastStep === null
      ? { row: 0 }
      : first<{ row: number }>(connection, 'SELECT rowid AS row FROM journal_step WHERE id = ?', [
          lastStep,
        ]);
  if (!last) return null;
  const steps = first<{ count: number }>(
    connection,
    'SELECT count(*) AS count FROM journal_step WHERE rowid > ?',
    [last.row],
  );
  const latest = all<{ at: number; label: string }>(
    connection,
    `SELECT at, iif(undoes IS NULL, '', 'Undone: ') || label AS label FROM journal_step
     WHERE rowid > ? ORDER BY rowid DESC LIMIT ${mostShown}`,
    [last.row],
  );
  return { steps: steps?.count ?? 0, latest };
}

interface Asked {
  name: string;
  passphrase?: string | undefined;
  /** Whether those come back who were forgotten since. */
  withForgotten: boolean;
}

/**
 * Brings a backup back in place of what is here. What is here is saved first, while nobody can
 * write any more, so that it can be taken back whole. Refuses, changing nothing, when the backup
 * is not there, was changed, is locked with another passphrase, or is of a newer Porchlight.
 */
export async function restore(house: House, asked: Asked) {
  const { backups } = house;
  const backup = backupNamed(backups, asked.name);
  if ((backup.note?.schema ?? 0) > currentVersion) {
    throw new Refusal(
      'newer-schema',
      'A newer Porchlight made this backup. Please update Porchlight; nothing was changed.',
    );
  }
  const passphrase = await passphraseFor(house, backup, asked.passphrase);
  const makeReady = async (incoming: string) => {
    await backups.takeOut(backup, incoming, { passphrase, journal: null });
  };
  return exchangeWhole(house, makeReady, { withForgotten: asked.withForgotten });
}

/** The passphrase for a backup: as given, or as this machine knows it; null for one that is open. */
export async function passphraseFor(
  { host }: Pick<House, 'host'>,
  { locked }: BackupFile,
  given: string | undefined,
): Promise<string | null> {
  if (!locked) return null;
  const passphrase = given ?? (await host.secrets.read(passphraseName));
  if (passphrase !== undefined) return passphrase;
  throw new Refusal('invalid', 'This backup is locked. Its passphrase opens it.', 'passphrase');
}

/** The backup of that name. Refuses one that is not there. */
export function backupNamed(backups: Backups, name: string): BackupFile {
  const found = everyBackup(backups).find(({ file }) => file.name === name);
  if (found) return found.file;
  throw new Refusal('not-found', 'That backup is not there any more.');
}
