import { Temporal } from 'temporal-polyfill';

/** What the rule needs to know of a backup. */
export interface Keepable {
  /** Backups are numbered in the order in which they were made, whatever the clock said. */
  sequence: number;
  /** The local day on which it was made, `YYYY-MM-DD`. */
  day: string;
  bytes: number;
  /** Whether it holds what was there before another was brought back. */
  isWayBack: boolean;
}

const ofToday = 3;
const days = 7;
const weeks = 4;
const months = 12;

/**
 * Which backups are no longer needed: kept are the newest, three of today, the newest of each of
 * the last seven days, four weeks (ISO 8601) and twelve months that have any, and every way back
 * of those seven days. Days are counted as they occur, so that neither a holiday nor a clock that
 * was set back uses anything up. Where they do not fit into `mostBytes` the oldest go, ways back
 * last of all. The newest stays, however large.
 */
export function surplus<T extends Keepable>(
  backups: readonly T[],
  { today, mostBytes }: { today: string; mostBytes: number },
): T[] {
  const newestFirst = backups.toSorted((one, other) => other.sequence - one.sequence);
  const ofDays = [...newestOfEach(newestFirst, ({ day }) => day, days)];
  const lately = new Set(ofDays.map(({ day }) => day));
  const kept = new Set<T>([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter(({ day }) => day === today).slice(0, ofToday),
    ...ofDays,
    ...newestOfEach(newestFirst, ({ day }) => weekOf(day), weeks),
    ...newestOfEach(newestFirst, ({ day }) => day.slice(0, 7), months),
    ...newestFirst.filter(({ day, isWayBack }) => isWayBack && lately.has(day)),
  ]);
  let bytes = [...kept].reduce((sum, one) => sum + one.bytes, 0);
  const oldestFirst = newestFirst.slice(1).reverse();
  const inTurn = [
    ...oldestFirst.filter(({ isWayBack }) => !isWayBack),
    ...oldestFirst.filter(({ isWayBack }) => isWayBack),
  ];
  for (const one of inTurn) {
    if (bytes > mostBytes && kept.delete(one)) bytes -= one.bytes;
  }
  return newestFirst.filter((one) => !kept.has(one));
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
