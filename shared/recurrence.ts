import { Temporal } from 'temporal-polyfill';
import type { LeapDay } from './dates.ts';

export type RecurrenceUnit = 'day' | 'week' | 'month' | 'year';

/** How a follow-up repeats: every so many units, from its due day or from the day it was done. */
export interface Recurrence {
  every: number;
  unit: RecurrenceUnit;
  from: 'due' | 'done';
  /** Weeks only: the days of the week, 1 for Monday to 7 for Sunday (ISO 8601); its own when none. */
  weekdays?: number[];
  /** Months only: on the last day of each. */
  lastDay?: boolean;
}

/** The last day that can be written in four digits of a year (ISO 8601). */
const lastDayOfAll = '9999-12-31';

/** Monday to Friday. */
export const workingDays: readonly number[] = [1, 2, 3, 4, 5];

/**
 * The day (`YYYY-MM-DD`) on which something that repeats comes again, or null when that would be
 * past the year 9999.
 *
 * From due: the first day of its series after both its due day and the day it was done, so that
 * what was long overdue comes once and not many times over. The series is counted from `anchor`,
 * the day it was first meant for: 31 January is followed by 28 February and then by 31 March, and
 * a yearly 29 February is kept in other years as `leapDay` says.
 * From done: so much after the day it was done; a month that is too short gives its last day.
 */
export function nextDue(
  recurrence: Recurrence,
  days: { due: string; done: string; anchor: string; leapDay?: LeapDay },
): string | null {
  const { leapDay = 'february-28' } = days;
  const fromDone = recurrence.from === 'done';
  const anchor = fromDone ? days.done : days.anchor;
  const after = fromDone || days.done > days.due ? days.done : days.due;
  if (recurrence.unit === 'week' && recurrence.weekdays?.length) {
    return nextOfWeekdays(recurrence.weekdays, recurrence.every, anchor, after);
  }
  const step = (turn: number) => later(anchor, recurrence, turn, leapDay);
  if (fromDone) return step(1);
  let turn = Math.max(0, Math.floor(between(anchor, after, recurrence.unit) / recurrence.every));
  for (;;) {
    const day = step(turn);
    if (day === null || day > after) return day;
    turn += 1;
  }
}

/** The first of these days of the week after a day, in every so many weeks from the anchor's own. */
function nextOfWeekdays(
  weekdays: readonly number[],
  every: number,
  anchor: string,
  after: string,
): string | null {
  const start = Temporal.PlainDate.from(anchor);
  const monday = start.subtract({ days: start.dayOfWeek - 1 });
  const wanted = [...new Set(weekdays)].sort((one, other) => one - other);
  const week = Math.floor(monday.until(after, { largestUnit: 'day' }).days / 7);
  for (let turn = Math.max(0, Math.floor(week / every)); ; turn += 1) {
    for (const weekday of wanted) {
      const day = written(monday.add({ days: turn * every * 7 + weekday - 1 }));
      if (day === null || day > after) return day;
    }
  }
}

/** The day so many turns after the anchor; null past the year 9999. */
function later(
  anchor: string,
  { unit, every, lastDay }: Recurrence,
  turn: number,
  leapDay: LeapDay,
): string | null {
  const start = Temporal.PlainDate.from(anchor);
  const day = start.add({ [`${unit}s`]: turn * every });
  if (unit === 'month' && lastDay) return written(day.with({ day: day.daysInMonth }));
  const isMoved = unit === 'year' && start.month === 2 && start.day === 29 && day.day !== 29;
  return written(isMoved && leapDay === 'march-1' ? day.add({ days: 1 }) : day);
}

function written(day: Temporal.PlainDate): string | null {
  return Temporal.PlainDate.compare(day, lastDayOfAll) > 0 ? null : day.toString();
}

/** Whole units from one day to another; negative when the second is earlier. */
function between(from: string, to: string, unit: RecurrenceUnit): number {
  const span = Temporal.PlainDate.from(from).until(to, { largestUnit: unit });
  return { day: span.days, week: span.weeks, month: span.months, year: span.years }[unit];
}
