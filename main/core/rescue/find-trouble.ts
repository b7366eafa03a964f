import { existsSync, statSync } from 'node:fs';
import type { Backups } from '../backups/backups.ts';
import { hasContent } from '../backups/before.ts';
import type { Clock } from '../clock.ts';
import { openConnection } from '../database/connection.ts';
import { keptFiles } from '../journal/kept-files.ts';
import { type Trouble, troubleOf } from './look.ts';
import {
  forgetUndecided,
  readUndecided,
  setAside,
  stampOf,
  type Undecided,
  writeUndecided,
} from './set-aside.ts';

interface Place {
  dataFolder: string;
  databasePath: string;
  journalFolder: string;
  clock: Clock;
  backups: Pick<Backups, 'all'>;
}

/**
 * Before the database is opened: a file that cannot be used is set aside, so that an empty one can
 * take its place until somebody has decided what to bring back. Gives what waits for a decision.
 */
export function findTrouble(place: Place): Undecided | null {
  const { dataFolder, databasePath, clock } = place;
  const trouble = whatIsWrong(place);
  const waiting = readUndecided(dataFolder);
  if (!trouble) {
    if (!waiting || !isLivedIn(databasePath)) return waiting;
    // It was brought back, and the house ended before that could be noted.
    forgetUndecided(dataFolder);
    return null;
  }
  const at = clock.now();
  const parts = ['', '-wal', '-shm', '-journal'].map((part) => `${databasePath}${part}`);
  const file = setAside(dataFolder, stampOf(at), parts);
  const undecided = { trouble, at, file: trouble === 'missing' ? null : file };
  // What was found first is what the person lost; an empty one that was damaged meanwhile is not.
  if (!waiting) writeUndecided(dataFolder, undecided);
  return waiting ?? undecided;
}

function whatIsWrong({ databasePath, journalFolder, backups }: Place): Trouble | null {
  const found = troubleOf(databasePath);
  if (found) return found;
  const isThere = existsSync(databasePath);
  if (isThere && (statSync(databasePath).size > 0 || existsSync(`${databasePath}-wal`)))
    return null;
  const wasLivedIn = backups.all().here.length > 0 || keptFiles(journalFolder).length > 0;
  if (!wasLivedIn) return null;
  return isThere ? 'truncated' : 'missing';
}

function isLivedIn(databasePath: string): boolean {
  if (!existsSync(databasePath)) return false;
  const connection = openConnection(databasePath);
  try {
    return hasContent(connection);
  } catch {
    // Nothing has been written into it yet, not even a schema.
    return false;
  } finally {
    connection.close();
  }
}
