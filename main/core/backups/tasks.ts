import { existsSync, rmSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { Refusal } from '../../../shared/refusal.ts';
import type { Manifest } from '../archive/manifest.ts';
import { readArchive } from '../archive/read-archive.ts';
import { type ArchiveAsked, writeArchive } from '../archive/write-archive.ts';
import { type Connection, openConnection } from '../database/connection.ts';
import { complaintsOf, isAboutDerived } from '../database/look.ts';
import { migrate } from '../database/migrate.ts';
import { flushFile } from '../database/whole-file.ts';
import { obstacleOf } from '../disk-problem.ts';
import { forgetInFile, stayForgotten } from '../forgetting/forget-in-file.ts';
import { holdersOf } from '../forgetting/still-know.ts';
import { type FilledIn, fillIn } from '../rescue/fill-in.ts';
import { rebuildDerived } from '../search/rebuild.ts';
import { type Copied, copyDatabase, lastStepOf, sha256Of } from './copy-database.ts';
import { lockFile, readLocked, unlockFile } from './lock-file.ts';

/** What the thread beside the window can be asked for: the work that goes through whole files. */
export interface Tasks {
  /** Copies a database in use, proven. */
  copyDatabase(asked: { from: string; to: string }): Promise<Copied>;
  /** Puts a backup into another folder, locked when there is a passphrase; proven by reading it. */
  putAway(asked: { from: string; to: string; passphrase: string | null }): Promise<void>;
  /**
   * Makes a database of the present schema out of a backup, proven, or of nothing; then does again
   * what a kept journal has of the time since. Refuses in words.
   */
  takeOut(asked: {
    from: string | null;
    to: string;
    passphrase: string | null;
    sha256: string | null;
    journal: string | null;
  }): Promise<FilledIn>;
  /** Writes everything of a database in use into an archive. */
  writeArchive(asked: ArchiveAsked): Promise<Manifest>;
  /** Makes a database of the present schema out of an archive, proven; refuses in words. */
  readArchive(asked: { from: string; to: string }): Promise<void>;
  /** Forgets people in a database that nobody has open, and in the journal beside it. */
  forget: typeof forgetInFile;
  /** Forgets again whom a database from before still knows; gives how many it knew. */
  stayForgotten(asked: Parameters<typeof stayForgotten>[0]): Promise<number>;
  /** What lies in a folder and has some text in its bytes. */
  holdersOf(asked: Parameters<typeof holdersOf>[0]): Promise<string[]>;
  /** Goes through a whole database; gives what is amiss, a line each. */
  check(asked: { path: string }): Promise<string[]>;
}

export const tasks: Tasks = {
  copyDatabase: ({ from, to }) => copyDatabase(from, to),

  putAway: ({ from, to, passphrase }) =>
    wholeOrNothing(to, async () => {
      if (passphrase === null) {
        await copyFile(from, to);
        await chmod(to, 0o600);
        flushFile(to);
        if ((await sha256Of(to)) !== (await sha256Of(from))) throw notTheSame();
      } else {
        await lockFile(from, to, passphrase);
        await readLocked(to, passphrase, () => undefined);
      }
    }),

  takeOut: ({ from, to, passphrase, sha256, journal }) =>
    wholeOrNothing(to, async () => {
      if (from !== null && passphrase !== null) await unlockFile(from, to, passphrase);
      else if (from !== null) {
        await copyFile(from, to);
        await chmod(to, 0o600);
      }
      if (from !== null) flushFile(to);
      if (sha256 !== null && (await sha256Of(to)) !== sha256) throw notTheSame();
      return makePresent(to, journal);
    }),

  writeArchive: (asked) => wholeOrNothing(asked.to, () => writeArchive(asked)),

  readArchive: ({ from, to }) => wholeOrNothing(to, () => readArchive(from, to)),

  forget: forgetInFile,

  stayForgotten: async (asked) => stayForgotten(asked),

  holdersOf: async (asked) => holdersOf(asked),

  async check({ path }) {
    const connection = openConnection(path);
    try {
      return complaintsOf(connection, { thorough: true });
    } finally {
      connection.close();
    }
  },
};

/** Proves a database, brings it to the present schema and time, and makes anew what is derived. */
async function makePresent(path: string, journal: string | null): Promise<FilledIn> {
  let connection: Connection | undefined;
  try {
    connection = openConnection(path);
    const complaints = complaintsOf(connection, { thorough: false });
    if (complaints.some((one) => !isAboutDerived(one))) throw notTheSame();
    migrate(connection);
    const nothing: FilledIn = { steps: 0, left: 0 };
    const filled = journal ? await fillIn(connection, journal, lastStepOf(connection)) : nothing;
    rebuildDerived(connection);
    // One file again, with nothing beside it that could be left behind.
    connection.pragma('journal_mode = DELETE');
    return filled;
  } catch (problem) {
    if (obstacleOf(problem) === 'damaged') throw notTheSame();
    throw problem;
  } finally {
    connection?.close();
    if (existsSync(path)) flushFile(path);
  }
}

/** What fails leaves no half behind. */
async function wholeOrNothing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${rest}`, { force: true });
    throw problem;
  }
}

function notTheSame(): Refusal {
  return new Refusal('damaged', 'This backup was changed or cut off since it was made.');
}
