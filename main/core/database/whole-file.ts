import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file beside its place, has it on the disk, and only then moves it there: whoever reads
 * it finds all of it or what was there before. Readable by its owner alone.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.new`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flush: true });
  } catch (problem) {
    rmSync(draft, { force: true });
    throw problem;
  }
  moveInto(draft, path);
}

/** Moves a file to its place, over what is there, and has the move itself on the disk. */
export function moveInto(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Has a file's content on the disk. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Has a folder's own list on the disk (fsync(2)); Windows does so by itself and knows no such call. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
