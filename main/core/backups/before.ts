import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { type Connection, first } from '../database/connection.ts';
import { schemaVersion } from '../database/migrate.ts';
import { currentVersion } from '../database/migrations/index.ts';
import type { Backups } from './backups.ts';

/** From this length on, in characters of base64, a file brings more than a person would look through. */
const largeFile = 200_000;

/**
 * Makes a backup before a database is brought to the present schema. Refuses when that cannot be
 * done: without one, nothing is touched.
 */
export async function backUpBeforeMigration(
  connection: Connection,
  backups: Backups,
): Promise<void> {
  const version = schemaVersion(connection);
  if (version === 0 || version >= currentVersion) return;
  try {
    await backups.make('migration');
  } catch (problem) {
    const why = problem instanceof Refusal ? problem.message : 'It did not work out this time.';
    throw new Refusal(
      problem instanceof Refusal ? problem.code : 'unreachable',
      `Before this version brings your data up to date it makes a backup, and that could not be done. ${why} Nothing was changed; please start again after that.`,
    );
  }
}

/** Makes a backup before a large file is brought in; refuses when that cannot be done. */
export async function backUpBeforeImport(
  house: Pick<House, 'backups' | 'connection'>,
  length: number,
): Promise<void> {
  if (length >= largeFile && hasContent(house.connection)) await house.backups.make('import');
}

/** Whether there is anything in the house that could be lost. */
export function hasContent(connection: Connection): boolean {
  return (
    first(connection, 'SELECT 1 FROM journal_step UNION ALL SELECT 1 FROM mention LIMIT 1') !==
    undefined
  );
}
