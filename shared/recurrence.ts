import { Temporal } from 'temporal-polyfill';

export type RecurrenceUnit = 'day' | 'week' | 'month' | 'year';

/** How a follow-up repeats: every so many units, from its due day or from the day it was done. */
export interface Recurrence {
  every: number;
  unit: RecurrenceUnit;
  from: 'due' | 'done';
}

/** The last day that can be written in four digits of a year (ISO 8601). */
const lastDay = '9999-12-31';

/**
 * The day (`YYYY-MM-DD`) on which something that repeats comes again, or null when that would be
 * past the year 9999.
 *
 * From due: the first day of its series after both its due day and the day it was done, so that
 * what was long overdue comes once and not many times over. The series is counted from `anchor`,
 * the day it was first meant for: 31 January is followed by 28 February and then by 31 March.
 * From done: so much after the day it was done; a month that is too short gives its last day.
 */
export function nextDue(
  recurrence: Recurrence,
  days: { due: string; done: string; anchor: string },
): string | null {
  const { every, unit } = recurrence;
  if (recurrence.from === 'done') return later(days.done, unit, every);
  const after = days.due > days.done ? days.due : days.done;
  let turn = Math.max(0, Math.floor(between(days.anchor, after, unit) / every));
  for (;;) {
    const day = later(days.anchor, unit, turn * every);
    if (day === null || day > after) return day;
    turn += 1;
  }
}

function later(day: string, unit: RecurrenceUnit, count: number): string | null {
  const added = Temporal.PlainDate.from(day).add({ [`${unit}s`]: count });
  return Temporal.PlainDate.compare(added, lastDay) > 0 ? null : added.toString();
}

/** Whole units from one day to another; negative when the second is earlier. */
function between(from: string, to: string, unit: RecurrenceUnit): number {
  const span = Temporal.PlainDate.from(from).until(to, { largestUnit: unit });
  return { day: span.days, week: span.weeks, month: span.months, year: span.years }[unit];
}
