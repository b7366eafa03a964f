import { Temporal } from 'temporal-polyfill';
import { v5 } from 'uuid';
import { addDays } from '../../../shared/dates.ts';
import type { Clock } from '../clock.ts';
import type { TownDate } from './town.ts';

/** The namespace of the sample town's identities (RFC 9562, section 6.5). */
const namespace = '6f7c7e1c-0b7e-5a44-9d0c-9a3f4f1d2b60';

/** The identity of something in the sample town: always the same for the same key. */
export function sampleId(kind: string, ...key: (string | number)[]): string {
  return v5([kind, ...key].join('/'), namespace);
}

/** The local day that lies so many days back. */
export function dayBefore(clock: Pick<Clock, 'today'>, daysAgo: number): string {
  return addDays(clock.today(), -daysAgo);
}

/** The instant of a local time so many days back; never later than now. */
export function momentBefore(
  clock: Pick<Clock, 'today' | 'zone' | 'now'>,
  daysAgo: number,
  time: string,
): number {
  const moment = Temporal.PlainDate.from(dayBefore(clock, daysAgo)).toZonedDateTime({
    timeZone: clock.zone(),
    plainTime: time,
  });
  return Math.min(moment.epochMilliseconds, clock.now());
}

/** A date as the calendar has it: year (when known), month and day. */
export function calendarDate(
  clock: Pick<Clock, 'today'>,
  date: Pick<TownDate, 'inDays' | 'turning' | 'month' | 'day' | 'year'>,
): { year: number | null; month: number; day: number } {
  if (date.inDays === undefined) {
    return { year: date.year ?? null, month: date.month ?? 1, day: date.day ?? 1 };
  }
  const [year = 0, month = 1, day = 1] = dayBefore(clock, -date.inDays).split('-').map(Number);
  if (date.turning === undefined) return { year: null, month, day };
  const born = year - date.turning;
  // Who turns some age on a leap day in a year without one was born the day before it.
  const exists =
    month !== 2 ||
    day !== 29 ||
    Temporal.PlainDate.from({ year: born, month: 1, day: 1 }).inLeapYear;
  return { year: born, month, day: exists ? day : 28 };
}
