import { Temporal } from 'temporal-polyfill';

/** What the rule needs to know of a backup. */
export interface Keepable {
  /** Backups are numbered in the order in which they were made, whatever the clock said. */
  sequence: number;
  /** The local day on which it was made, `YYYY-MM-DD`. */
  day: string;
  bytes: number;
}

const ofToday = 3;
const days = 7;
const weeks = 4;
const months = 12;

/**
 * Which backups are no longer needed: kept are the newest, three of today, and the newest of each
 * of the last seven days, four weeks (ISO 8601) and twelve months that have any; and of those, the
 * newest that fit into `mostBytes`. Days are counted as they occur, so that neither a holiday nor
 * a clock that was set back uses anything up. The newest of all stays, however large.
 */
export function surplus<T extends Keepable>(
  backups: readonly T[],
  { today, mostBytes }: { today: string; mostBytes: number },
): T[] {
  const newestFirst = backups.toSorted((one, other) => other.sequence - one.sequence);
  const kept = new Set<T>([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter(({ day }) => day === today).slice(0, ofToday),
    ...newestOfEach(newestFirst, ({ day }) => day, days),
    ...newestOfEach(newestFirst, ({ day }) => weekOf(day), weeks),
    ...newestOfEach(newestFirst, ({ day }) => day.slice(0, 7), months),
  ]);
  let bytes = 0;
  let full = false;
  for (const [index, backup] of newestFirst.entries()) {
    if (!kept.has(backup)) continue;
    bytes += backup.bytes;
    // Once one does not fit, older ones go too: what remains is without a gap.
    full ||= index > 0 && bytes > mostBytes;
    if (full) kept.delete(backup);
  }
  return newestFirst.filter((backup) => !kept.has(backup));
}

function newestOfEach<T>(newestFirst: readonly T[], periodOf: (one: T) => string, most: number) {
  const found = new Map<string, T>();
  for (const one of newestFirst) {
    if (found.size === most) break;
    const period = periodOf(one);
    if (!found.has(period)) found.set(period, one);
  }
  return found.values();
}

function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-${date.weekOfYear}`;
}
