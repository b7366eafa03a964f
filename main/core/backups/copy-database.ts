import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../../shared/refusal.ts';
import { type Connection, first, openConnection } from '../database/connection.ts';
import { complaintsOf, countRows, isAboutDerived, ownTables } from '../database/look.ts';
import { schemaVersion } from '../database/migrate.ts';
import { flushFile } from '../database/whole-file.ts';

/** What a copy turned out to hold. */
export interface Copied {
  schema: number;
  bytes: number;
  sha256: string;
  counts: Record<string, number>;
  lastStep: string | null;
}

/** So much stays free beside a copy, in bytes: a backup must not be what fills the disk. */
const headroom = 2 * 1024 * 1024;
/** Pages copied at once; between two such steps others may have their turn. */
const pagesAtOnce = 2000;

/**
 * Copies a database that is in use to a file, as it stands at one moment (SQLite's Online Backup
 * API inside one read transaction), and proves the copy: integrity, and as many rows in every
 * table. The copy is one plain file, and it is on the disk. Refuses when there is no room, and
 * when the copy is not what the original was; nothing is left behind then.
 */
export async function copyDatabase(from: string, to: string): Promise<Copied> {
  const source = openConnection(from);
  try {
    source.pragma('query_only = ON');
    makeSureOfRoom(source, to);
    source.exec('BEGIN');
    const counts = countRows(source);
    // Made here, so that from its first byte on its owner alone can read it.
    closeSync(openSync(to, 'w', 0o600));
    await source.backup(to, { progress: () => pagesAtOnce });
    source.exec('COMMIT');
    const found = proveCopy(to, counts);
    flushFile(to);
    return { ...found, counts, bytes: statSync(to).size, sha256: await sha256Of(to) };
  } catch (problem) {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${to}${rest}`, { force: true });
    throw problem;
  } finally {
    source.close();
  }
}

function makeSureOfRoom(source: Connection, to: string): void {
  const pages = Number(source.pragma('page_count', { simple: true }));
  const needed = pages * Number(source.pragma('page_size', { simple: true })) + headroom;
  const { bavail, bsize } = statfsSync(dirname(to));
  if (bavail * bsize < needed) {
    throw new Refusal(
      'no-space',
      `A backup needs ${Math.ceil(needed / 1_000_000)} megabytes, and there is less room on the disk.`,
    );
  }
}

function proveCopy(path: string, counts: Record<string, number>) {
  const copy = openConnection(path);
  try {
    // From now on one plain file, with nothing beside it.
    copy.pragma('journal_mode = DELETE');
    // An index can be made anew; what it was made from is what is kept.
    const complaints = complaintsOf(copy, { thorough: true }).filter((one) => !isAboutDerived(one));
    if (complaints.length > 0 || !isDeepStrictEqual(countRows(copy), counts)) {
      throw new Refusal('damaged', 'The copy was not what the original is, so it was not kept.');
    }
    return { schema: schemaVersion(copy), lastStep: lastStepOf(copy) };
  } finally {
    copy.close();
  }
}

/** The journal's last step in a database; null when there is none. */
export function lastStepOf(connection: Connection): string | null {
  if (!ownTables(connection).includes('journal_step')) return null;
  return (
    first<{ id: string }>(connection, 'SELECT id FROM journal_step ORDER BY rowid DESC LIMIT 1')
      ?.id ?? null
  );
}

/** The SHA-256 of a file (FIPS 180-4), in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
