import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Trouble } from '../../../main/core/rescue/look.ts';

/** What can happen to the file of a closed house, by what it is taken for afterwards. */
export const damages: Record<Trouble, (path: string) => void> = {
  missing: (path) => rmSync(path),
  garbage: (path) => writeFileSync(path, 'The cat walked over the keys. '.repeat(3000)),
  truncated(path) {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2)));
  },
  foreign(path) {
    rmSync(path);
    const other = new Database(path);
    other.exec('CREATE TABLE recipe (id INTEGER PRIMARY KEY, name TEXT)');
    other.close();
  },
  damaged(path) {
    const bytes = readFileSync(path);
    // All but the first page, which has the header and the schema's beginning.
    bytes.fill(0xa5, 3 * 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
  },
};

/** What lies set aside, without the note about what waits for a decision. */
export function setAsideIn(folder: string): string[] {
  return readdirSync(join(folder, 'set-aside'))
    .filter((name) => name !== 'undecided.json' && !/-(wal|shm)$/.test(name))
    .sort();
}
