import type { CustomerRow } from '../../shared/contract/contract.ts';

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

type Silent = Pick<CustomerRow, 'silentDays' | 'rhythmDays'>;

/** By how much somebody is overdue against their rhythm, as people say it; null when not. */
export function overdueWords(row: Silent): string | null {
  const span = overdueSpan(row);
  return span && `${span} overdue`;
}

/** The same where it is said already that they are overdue: "3 weeks". */
export function overdueSpan(row: Silent): string | null {
  if (row.rhythmDays === null) return null;
  const over = row.silentDays - row.rhythmDays;
  if (over <= 0) return null;
  if (over < 14) return counted(over, 'day');
  if (over < 60) return counted(Math.round(over / 7), 'week');
  if (over < 345) return counted(Math.round(over / 30.44), 'month');
  return counted(Math.max(1, Math.round(over / 365.25)), 'year');
}
