import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';

/** The folder for files on their way in or out. What is left there by a crash goes at the next start. */
function passingFolder(dataFolder: string): string {
  return join(dataFolder, 'passing');
}

export function clearPassing(dataFolder: string): void {
  rmSync(passingFolder(dataFolder), { recursive: true, force: true });
}

/** A new place for a file on its way; ids are UUIDs, so that none leads out of the folder. */
export function newPassing(dataFolder: string): { id: string; path: string } {
  mkdirSync(passingFolder(dataFolder), { recursive: true, mode: 0o700 });
  const id = crypto.randomUUID();
  return { id, path: join(passingFolder(dataFolder), id) };
}

/** Where a file on its way lies. Refuses one that is not there. */
export function passingPath(dataFolder: string, id: string): string {
  const path = join(passingFolder(dataFolder), id);
  if (statSync(path, { throwIfNoEntry: false })) return path;
  throw new Refusal('not-found', 'That file is not here any more. Please begin again.');
}

/** A part of a file in base64, and where the next begins; null after the last. */
export function readPart(path: string, from: number, most: number) {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(most);
    const read = readSync(file, buffer, 0, most, from);
    const next = from + read;
    const isLast = next >= statSync(path).size;
    return { content: buffer.toString('base64', 0, read), next: isLast ? null : next };
  } finally {
    closeSync(file);
  }
}

/** Adds a part to a file; the first makes it. */
export function addPart(path: string, content: string): void {
  appendFileSync(path, Buffer.from(content, 'base64'), { mode: 0o600 });
}
