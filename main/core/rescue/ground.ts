import { closeSync, fstatSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { House } from '../core.ts';
import { bringInIncoming, clearIncoming, incomingPath } from '../database/exchange-file.ts';

/** What became of the file that is open as the database. */
export type Whereabouts = 'there' | 'elsewhere' | 'deleted';

/** The file under an open database, to tell when it is no longer where it was. */
export interface Ground {
  whereabouts(): Whereabouts;
  /** Only after the database has been closed: its locks go with any handle of this process (fcntl(2)). */
  close(): void;
}

export function createGround(databasePath: string): Ground {
  const handle = openSync(databasePath, 'r');
  return {
    whereabouts() {
      const open = fstatSync(handle);
      const named = statSync(databasePath, { throwIfNoEntry: false });
      if (named && named.ino === open.ino && named.dev === open.dev) return 'there';
      return open.nlink === 0 ? 'deleted' : 'elsewhere';
    },
    close: () => closeSync(handle),
  };
}

const elsewhere = (folder: string) =>
  `Porchlight’s folder is not where it was (${folder}). Please put it back; until then it goes on with what it has open.`;

/**
 * Makes sure that what was just written is where it will be looked for. A file that was deleted
 * under the open database is put back with all that is in it; for one that is elsewhere, such as
 * in a folder that was moved, the house says so until it is back. Answers whether all is in its place.
 */
export async function makeSureOfGround(house: House): Promise<boolean> {
  const { ground, remarks, dataFolder } = house;
  const found = ground.whereabouts();
  if (found === 'there') remarks.heard('folder');
  if (found === 'elsewhere') remarks.say('folder', elsewhere(dataFolder));
  if (found === 'deleted') await putBack(house);
  return found !== 'elsewhere';
}

async function putBack(house: House): Promise<void> {
  const { databasePath, connection, host, remarks, backups } = house;
  await house.doors.shutFor(async () => {
    if (!connection.open || house.ground.whereabouts() !== 'deleted') return;
    host.log('The database was deleted while it was open, and is put back');
    mkdirSync(dirname(databasePath), { recursive: true, mode: 0o700 });
    // Only what is this process's alone may be written over.
    house.retakeFolder?.();
    clearIncoming(databasePath);
    await connection.backup(incomingPath(databasePath));
    await house.exchangeDatabase(async () => bringInIncoming(databasePath));
  });
  remarks.say(
    'folder',
    'Somebody deleted Porchlight’s folder while it was open. Everything was still here, and was put back.',
  );
  await backups.make('asked').catch(() => undefined);
}
