import { type Recurrence, workingDays } from '../recurrence.ts';

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The name of a day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayName(weekday: number): string {
  return names[weekday - 1] ?? '';
}

/** "every 2 weeks", "every weekday", "every month on its last day", "every month after it is done". */
export function repeats(recurrence: Recurrence): string {
  const { every, unit, from, weekdays = [], lastDay } = recurrence;
  const length = every === 1 ? unit : `${every} ${unit}s`;
  if (unit === 'week' && weekdays.length > 0) return onWeekdays(weekdays, every);
  if (unit === 'month' && lastDay) return `on the last day of every ${length}`;
  return `every ${length}${from === 'done' ? ' after it is done' : ''}`;
}

function onWeekdays(weekdays: readonly number[], every: number): string {
  const days = [...new Set(weekdays)].sort((one, other) => one - other);
  const plain = days.join() === workingDays.join() ? 'weekday' : undefined;
  if (plain) return every === 1 ? 'every weekday' : `on weekdays every ${every} weeks`;
  const last = weekdayName(days.at(-1) ?? 0);
  const said =
    days.length === 1 ? last : `${days.slice(0, -1).map(weekdayName).join(', ')} and ${last}`;
  return every === 1 ? `every ${said}` : `on ${said} every ${every} weeks`;
}
