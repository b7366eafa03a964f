import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../names-in-folder.ts';

/** The files of the kept journal in their order, by number. */
export function keptFiles(folder: string): number[] {
  return namesIn(folder)
    .flatMap((name) => /^(\d{6,})\.jsonl$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
}

export function keptPath(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(6, '0')}.jsonl`);
}

/** Lets go of all of it: a backup has everything. */
export function clearKept(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** How a file begins: the step that came before it, and the newest backup of that time. */
export interface Beginning {
  begins: 1;
  after: string | null;
  backup: number;
}

/** How a file begins; undefined when that is not readable. */
export function beginningOf(path: string): Beginning | undefined {
  const [line] = piece(path, 0, 4096).split('\n');
  return parsed<Beginning>(line ?? '');
}

/** Lets go of the files that have nothing but what the backup with that number has. */
export function dropUpTo(folder: string, backup: number): void {
  const numbers = keptFiles(folder);
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1];
    if (next === undefined) return;
    // A step of the next file may be older than that file's backup, one of this file may not.
    if ((beginningOf(keptPath(folder, next))?.backup ?? 0) > backup) return;
    rmSync(keptPath(folder, number), { force: true });
  }
}

/** The last step that was written down whole; null when there is none. */
export function lastKeptStep(folder: string): string | null {
  for (const number of keptFiles(folder).reverse()) {
    const path = keptPath(folder, number);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    for (let length = 65_536; ; length *= 16) {
      const text = piece(path, Math.max(0, size - length), Math.min(length, size));
      const ends = [...text.matchAll(/\n\{"ends":"([^"]+)"\}(?=\n)/g)].at(-1);
      if (ends?.[1]) return ends[1];
      if (length >= size) break;
    }
  }
  return null;
}

/** A line as JSON; undefined when it is none, as the last one is that a crash cut off. */
export function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}

function piece(path: string, from: number, length: number): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, length, from));
  } finally {
    closeSync(file);
  }
}
