import { pathToFileURL } from 'node:url';
import { programFolder } from './program-folder.ts';

/** The names of failures: what a program throws, never what somebody wrote. */
const names = /^(?:[A-Z][A-Za-z]{0,40}(?:Error|Exception)|Error|Refusal|FolderInUse)$/;

/** What SQLite says of itself in its fixed words (sqlite3.c); what follows them may quote a text. */
const ofDatabase =
  /^(?:no such (?:table|column)|(?:UNIQUE|NOT NULL|FOREIGN KEY|CHECK|PRIMARY KEY) constraint failed|database disk image is malformed|database(?: table)? is locked|attempt to write a readonly database|disk I\/O error|database or disk is full|unable to open database file|file is not a database|out of memory|interrupted)/;

/** How many failures deep one is followed to what lay behind it. */
const deepest = 3;

const places = [programFolder, pathToFileURL(programFolder).href];

/**
 * A failure for the log: its name, its code, and where in the program it happened, with what lay
 * behind it. Its message is left out, because it may quote what somebody wrote, the name of a file
 * or a person; only SQLite's own fixed words are kept.
 */
export function describeProblem(problem: unknown, depth = 1): string {
  if (!(problem instanceof Error)) return typeof problem;
  const { code, syscall } = problem as { code?: unknown; syscall?: unknown };
  const words = [
    names.test(problem.name) ? problem.name : 'Error',
    typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) && code,
    typeof syscall === 'string' && /^[a-z]{1,20}$/.test(syscall) && `at ${syscall}`,
    String(code).startsWith('SQLITE_') && ofDatabase.exec(problem.message)?.[0],
  ];
  const behind =
    problem.cause !== undefined && depth < deepest
      ? `\n  behind it: ${describeProblem(problem.cause, depth + 1)}`
      : '';
  return words.filter(Boolean).join(' ') + framesOf(problem).join('') + behind;
}

/** Where in our own program it happened, by file and line; nothing of where the program lies. */
function framesOf({ stack = '', message }: Error): string[] {
  // The message stands before the frames, and could look like one.
  const lines = stack.replace(message, '').split('\n');
  return lines.flatMap((line) => {
    const frame = /^\s+at (?:async )?(?:([\w$.<>]{1,80}) )?\(?([^()]+):(\d+):(\d+)\)?$/.exec(line);
    if (!frame) return [];
    const [, name, file = '', row, column] = frame;
    const place = places.find((folder) => file.startsWith(folder));
    if (!place) return [];
    const within = file.slice(place.length);
    if (!/^[\w./@-]{1,200}$/.test(within)) return [];
    return `\n    at ${name ? `${name} ` : ''}${within}:${row}:${column}`;
  });
}
