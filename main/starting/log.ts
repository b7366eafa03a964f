import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from './describe-problem.ts';

/** Writes what happened, never what a person or a customer wrote. */
export type Log = (line: string, cause?: unknown) => void;

const mostBytes = 1_000_000;

const currentIn = (folder: string) => join(folder, 'porchlight.log');
const earlierIn = (folder: string) => join(folder, 'porchlight.1.log');

/**
 * A log in `<folder>/porchlight.log`, one line an event with its instant (ISO 8601, UTC). Past
 * about 1 MB it becomes `porchlight.1.log`, in place of the one before. A log that cannot be
 * written says so once on standard error and never stops the program.
 */
export function createLog(folder: string, now: () => number = Date.now): Log {
  const path = currentIn(folder);
  let complained = false;
  return (line, cause) => {
    const at = new Date(now()).toISOString();
    const text = cause === undefined ? line : `${line}: ${describeProblem(cause)}`;
    try {
      // Where the data folder has gone, none is made in its place.
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) {
        renameSync(path, earlierIn(folder));
      }
      appendFileSync(path, `${at} ${text}\n`, { mode: 0o600 });
    } catch (problem) {
      if (!complained) {
        process.stderr.write(`The log cannot be written: ${describeProblem(problem)}\n`);
      }
      complained = true;
    }
  };
}

/** The last events in the log of that folder, each with the lines that belong to it. */
export function lastEvents(folder: string, most: number): string[] {
  const text = [earlierIn(folder), currentIn(folder)]
    .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
    .join('');
  return text
    .trimEnd()
    .split(/\n(?=\d{4}-\d{2}-\d{2}T)/)
    .filter(Boolean)
    .slice(-most);
}
