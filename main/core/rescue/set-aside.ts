import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { flushFolder, writeWhole } from '../database/whole-file.ts';

const undecidedShape = z.object({
  trouble: z.enum(['missing', 'garbage', 'truncated', 'foreign', 'damaged']),
  /** When it was found, in milliseconds since the Unix epoch. */
  at: z.int(),
  /** Where the file lies now; null when there was none. */
  file: z.string().nullable(),
});

/** A damage that was found, and about which nobody has decided yet. */
export type Undecided = z.infer<typeof undecidedShape>;

/** `<data>/set-aside`: what cannot be used, and is never deleted. */
export function setAsideFolder(dataFolder: string): string {
  return join(dataFolder, 'set-aside');
}

/**
 * Moves files and folders into the folder for what is set aside, under the moment's name. Gives
 * where the first of them lies now. What is not there is passed over.
 */
export function setAside(dataFolder: string, stamp: string, paths: readonly string[]): string {
  const folder = setAsideFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const moved = paths.map((path) => {
    let to = join(folder, `${stamp} ${basename(path)}`);
    for (let again = 2; existsSync(to); again++)
      to = join(folder, `${stamp} ${again} ${basename(path)}`);
    if (existsSync(path)) renameSync(path, to);
    return to;
  });
  flushFolder(folder);
  flushFolder(dataFolder);
  return moved[0] ?? folder;
}

/** What waits for a decision; null when nothing does. */
export function readUndecided(dataFolder: string): Undecided | null {
  try {
    return undecidedShape.parse(JSON.parse(readFileSync(undecidedPath(dataFolder), 'utf8')));
  } catch {
    // There is none, or nothing that could be shown.
    return null;
  }
}

export function writeUndecided(dataFolder: string, undecided: Undecided): void {
  mkdirSync(setAsideFolder(dataFolder), { recursive: true, mode: 0o700 });
  writeWhole(undecidedPath(dataFolder), JSON.stringify(undecided));
}

export function forgetUndecided(dataFolder: string): void {
  rmSync(undecidedPath(dataFolder), { force: true });
}

function undecidedPath(dataFolder: string): string {
  return join(setAsideFolder(dataFolder), 'undecided.json');
}

/** A moment as a file's name: `2026-03-02T080000Z`. */
export function stampOf(at: number): string {
  return new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
}
