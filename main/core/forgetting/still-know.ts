import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeBackup } from '../backups/backup-files.ts';
import { everyBackup, type Placed } from '../backups/list.ts';
import type { House } from '../core.ts';
import { type Connection, openToLook } from '../database/connection.ts';
import type { Forgotten } from './forget-in-file.ts';

/** Somebody, and since when they can be known. */
export interface Known {
  id: string;
  addedAt: number;
}

/** The backups that still know somebody; of one that is locked, whether it can. */
export function backupsThatKnow({ backups }: Pick<House, 'backups'>, known: Known): Placed[] {
  return everyBackup(backups).filter(({ file }) => {
    if (file.locked) return (file.note?.at ?? Number.POSITIVE_INFINITY) >= known.addedAt;
    return idsIn(file.path, [known.id]).length > 0;
  });
}

/** Whom of those forgotten a backup still knows; of one that is locked, whom it may know. */
export function forgottenInBackup(
  { locked, path, note }: Placed['file'],
  forgotten: readonly Forgotten[],
): Forgotten[] {
  if (locked) return forgotten.filter(({ at }) => at > (note?.at ?? 0));
  const there = idsIn(
    path,
    forgotten.map(({ id }) => id),
  );
  return forgotten.filter(({ id }) => there.includes(id));
}

/** Removes backups, wherever a copy of them lies. */
export function removeBackups(
  { backups }: Pick<House, 'backups'>,
  placed: readonly Placed[],
): void {
  const names = new Set(placed.map(({ file }) => file.name));
  const { here, second } = backups.all();
  for (const copy of [...here, ...second]) {
    if (names.has(copy.name)) removeBackup(dirname(copy.path), copy);
  }
}

/** What lies in a folder and has some text in its bytes, however damaged it is: names, in order. */
export function holdersOf({ folder, text }: { folder: string; text: string }): string[] {
  return namesIn(folder).filter((name) =>
    filesUnder(join(folder, name)).some((path) => has(path, text)),
  );
}

/** Which of these customers a backup has; of one that cannot be read, all that it may have. */
function idsIn(path: string, ids: readonly string[]): readonly string[] {
  let connection: Connection | undefined;
  try {
    connection = openToLook(path);
    const found = connection
      .prepare('SELECT id FROM customer WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(ids));
    return found as string[];
  } catch {
    return ids;
  } finally {
    connection?.close();
  }
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return namesIn(path).flatMap((name) => filesUnder(join(path, name)));
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
}

/** Whether some text stands in a file, wherever: a damaged one can only be looked through. */
function has(path: string, text: string): boolean {
  const wanted = Buffer.from(text);
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1024 * 1024 + wanted.length);
    for (let from = 0; ; from += 1024 * 1024) {
      const read = readSync(file, buffer, 0, buffer.length, from);
      if (buffer.subarray(0, read).includes(wanted)) return true;
      if (read < buffer.length) return false;
    }
  } finally {
    closeSync(file);
  }
}
