import type { LeapDay } from '../../../../shared/dates.ts';
import { nextDue, type Recurrence } from '../../../../shared/recurrence.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The rule of a date that comes every year (RFC 5545 section 3.3.10). A 29 February is kept in
 * other years as the person wants: on the last day of February, or on the year's 60th day.
 */
export function yearlyRule(month: number, day: number, leapDay: LeapDay, every = 1): string {
  const interval = every === 1 ? '' : `;INTERVAL=${every}`;
  if (month !== 2 || day !== 29) return `FREQ=YEARLY${interval}`;
  return leapDay === 'february-28'
    ? `FREQ=YEARLY${interval};BYMONTH=2;BYMONTHDAY=-1`
    : `FREQ=YEARLY${interval};BYYEARDAY=60`;
}

/**
 * The rule by which a follow-up comes again, counted from the day it was first meant for; null
 * for one that comes again some time after it was done, because nobody knows yet when that is.
 * Days that a month does not have are told by inShortMonths.
 */
export function followUpRule(
  recurrence: Recurrence,
  anchor: string,
  leapDay: LeapDay,
): string | null {
  const { every, unit, from } = recurrence;
  if (from === 'done') return null;
  const [month, day] = [Number(anchor.slice(5, 7)), Number(anchor.slice(8, 10))];
  switch (unit) {
    case 'day':
      return `FREQ=DAILY;INTERVAL=${every}`;
    case 'week':
      return `FREQ=WEEKLY;INTERVAL=${every}${onWeekdays(recurrence.weekdays)}`;
    case 'month':
      return `FREQ=MONTHLY;INTERVAL=${every};${recurrence.lastDay ? 'BYMONTHDAY=-1' : onDayOfMonth(day)}`;
    case 'year':
      return yearlyRule(month, day, leapDay, every);
  }
}

function onWeekdays(days: readonly number[] | undefined): string {
  if (!days?.length) return '';
  const named = [...new Set(days)].sort((one, other) => one - other);
  return `;WKST=MO;BYDAY=${named.map((day) => weekdays[day - 1]).join(',')}`;
}

/** The 31st is always a month's last day. */
function onDayOfMonth(day: number): string {
  return `BYMONTHDAY=${day === 31 ? -1 : day}`;
}

/**
 * The days on which a monthly one comes although its month has no such day (a 30th in February):
 * no rule that every calendar reads can say so. From the day it is due, for ten years.
 */
export function inShortMonths(recurrence: Recurrence, anchor: string, dueDay: string): string[] {
  const day = anchor.slice(8);
  if (recurrence.unit !== 'month' || recurrence.lastDay || (day !== '29' && day !== '30'))
    return [];
  const days: string[] = [];
  const lastYear = Number(dueDay.slice(0, 4)) + 10;
  let due: string | null = dueDay;
  while (due !== null && Number(due.slice(0, 4)) <= lastYear) {
    if (due.slice(8) !== day && due !== dueDay) days.push(due);
    due = nextDue(recurrence, { due, done: due, anchor });
  }
  return days;
}
