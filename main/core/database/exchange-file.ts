import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { openConnection } from './connection.ts';
import { flushFolder, moveInto } from './whole-file.ts';

/** Where a database is made ready before it takes the place of the one that is there. */
export function incomingPath(databasePath: string): string {
  return `${databasePath}.incoming`;
}

/** Clears away what was made ready and never came in. */
export function clearIncoming(databasePath: string): void {
  for (const rest of ['', '-journal', '-wal', '-shm']) {
    rmSync(`${incomingPath(databasePath)}${rest}`, { force: true });
  }
}

/**
 * Puts the database that was made ready in the place of the one that is there: one move, so that
 * a crash finds the old or the new, whole. Nobody may have either open. What the old one's write-
 * ahead log still held is brought home first: SQLite would take it for the new one's.
 */
export function bringInIncoming(databasePath: string): void {
  const log = `${databasePath}-wal`;
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    const connection = openConnection(databasePath);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
  }
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new Error('The write-ahead log could not be brought home');
  }
  for (const rest of ['-wal', '-shm']) {
    if (existsSync(`${databasePath}${rest}`)) rmSync(`${databasePath}${rest}`);
  }
  flushFolder(dirname(databasePath));
  moveInto(incomingPath(databasePath), databasePath);
}
