import { daysBetween, fullDay } from '../../../shared/wording/days.ts';

/** The heading under which a follow-up stands, by the day on which it asks for attention. */
export function groupOf(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  if (ahead < 0) return 'Overdue';
  if (ahead === 0) return 'Today';
  if (ahead === 1) return 'Tomorrow';
  if (ahead < 7) return fullDay(day, today);
  if (ahead < 31) return 'In the coming weeks';
  return 'Later';
}

/** "every 2 weeks", "every month after it was done". */
export function repeats(every: number, unit: string, from: 'due' | 'done'): string {
  const length = every === 1 ? unit : `${every} ${unit}s`;
  return `every ${length}${from === 'done' ? ' after it is done' : ''}`;
}
