import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Writes what happened, never what a person or a customer wrote. */
export type Log = (line: string, cause?: unknown) => void;

const mostBytes = 1_000_000;

/**
 * A log in `<data>/logs/porchlight.log`, one line an event with its instant (ISO 8601, UTC). Past
 * about 1 MB it becomes `porchlight.1.log`, in place of the one before. A log that cannot be
 * written says so once on standard error and never stops the program.
 */
export function createLog(dataFolder: string, now: () => number = Date.now): Log {
  const folder = join(dataFolder, 'logs');
  const path = join(folder, 'porchlight.log');
  let complained = false;
  return (line, cause) => {
    const at = new Date(now()).toISOString();
    const text = cause === undefined ? line : `${line}: ${describe(cause)}`;
    try {
      // Where the data folder has gone, none is made in its place.
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) {
        renameSync(path, join(folder, 'porchlight.1.log'));
      }
      appendFileSync(path, `${at} ${text}\n`, { mode: 0o600 });
    } catch (problem) {
      if (!complained) process.stderr.write(`The log cannot be written: ${describe(problem)}\n`);
      complained = true;
    }
  };
}

/**
 * An error for the log: its name, code and where it happened. Its message only when it is the
 * database's or the operating system's; any other may quote what somebody wrote.
 */
export function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = 'code' in cause ? String(cause.code) : '';
  const message = /^(SQLITE_|E[A-Z]+$|ERR_)/.test(code) ? ` ${cause.message}` : '';
  const places = (cause.stack ?? '').match(/^\s+at .*$/gm) ?? [];
  return `${cause.name}${code && ` ${code}`}${message}${places.map((place) => `\n${place}`).join('')}`;
}
