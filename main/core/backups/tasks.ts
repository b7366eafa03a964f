import { rmSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { Refusal } from '../../../shared/refusal.ts';
import { openConnection } from '../database/connection.ts';
import { complaintsOf } from '../database/look.ts';
import { flushFile } from '../database/whole-file.ts';
import { type Copied, copyDatabase, sha256Of } from './copy-database.ts';
import { lockFile, readLocked, unlockFile } from './lock-file.ts';

/** What the thread beside the window can be asked for: the work that goes through whole files. */
export interface Tasks {
  /** Copies a database in use, proven. */
  copyDatabase(asked: { from: string; to: string }): Promise<Copied>;
  /** Puts a backup into another folder, locked when there is a passphrase; proven by reading it. */
  putAway(asked: { from: string; to: string; passphrase: string | null }): Promise<void>;
  /** Makes a plain database of a backup, proven; refuses in words. */
  takeOut(asked: {
    from: string;
    to: string;
    passphrase: string | null;
    sha256: string | null;
  }): Promise<void>;
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

  takeOut: ({ from, to, passphrase, sha256 }) =>
    wholeOrNothing(to, async () => {
      if (passphrase === null) {
        await copyFile(from, to);
        await chmod(to, 0o600);
      } else {
        await unlockFile(from, to, passphrase);
      }
      flushFile(to);
      if (sha256 !== null && (await sha256Of(to)) !== sha256) throw notTheSame();
    }),

  async check({ path }) {
    const connection = openConnection(path);
    try {
      return complaintsOf(connection, { thorough: true });
    } finally {
      connection.close();
    }
  },
};

/** What fails leaves no half behind. */
async function wholeOrNothing(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    rmSync(path, { force: true });
    throw problem;
  }
}

function notTheSame(): Refusal {
  return new Refusal('damaged', 'This backup was changed or cut off since it was made.');
}
