import type { Customer } from '../contract/contract.ts';

type PersonDate = Customer['dates'][number];

const names = { birthday: 'Birthday', anniversary: 'Anniversary', other: 'Date' };
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** The months by name, from January. */
export const months = Array.from({ length: 12 }, (_, index) =>
  monthFormat.format(Date.UTC(2000, index, 1)),
);

/** What a date is: its own words, or "Birthday". */
export function dateName({ kind, label }: Pick<PersonDate, 'kind' | 'label'>): string {
  return label.trim() || names[kind];
}

/** A date whose year or day may be unknown: "5 March 1971", "5 March", "March 1971". */
export function dateWords({
  day,
  month,
  year,
}: Pick<PersonDate, 'day' | 'month' | 'year'>): string {
  return [day, months[month - 1], year].filter((part) => part !== null).join(' ');
}

/** When a date comes of which only the month is known: "sometime in May"; `day` is of that month. */
export function sometimeIn(day: string, today: string): string {
  if (day.slice(0, 7) === today.slice(0, 7)) return 'sometime this month';
  return `sometime in ${months[Number(day.slice(5, 7)) - 1]}`;
}

/** How many years it will be when it next comes; null when the year is unknown or it is over. */
export function yearsNext({ year, nextDay, yearly }: PersonDate): number | null {
  if (year === null || nextDay === null || !yearly) return null;
  const years = Number(nextDay.slice(0, 4)) - year;
  return years > 0 ? years : null;
}
