const aDay = 86_400_000;

/** Milliseconds at midnight UTC of a local day `YYYY-MM-DD`: for arithmetic with days alone. */
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Days from one local day to another (ISO 8601, `YYYY-MM-DD`); negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / aDay);
}

/** The local day, `YYYY-MM-DD`, of an instant (ms since the Unix epoch) in an IANA zone. */
export function dayOf(instant: number, zone: string): string {
  // The Canadian way of writing a date is the ISO one.
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

/** The local time, `HH:MM`, of an instant (ms since the Unix epoch) in an IANA zone. */
export function timeOf(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(instant);
}

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (day: string) => made.format(utc(day)).replace(',', '');
};

const weekday = format({ weekday: 'long' });
const dayAndMonth = format({ weekday: 'long', day: 'numeric', month: 'long' });
const dayMonthYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "Monday 2 March"; with its year when that is not the present one. */
export function fullDay(day: string, today?: string): string {
  const sameYear = today === undefined || today.slice(0, 4) === day.slice(0, 4);
  return sameYear ? dayAndMonth(day) : dayMonthYear(day);
}

const some = (count: number, one: string) =>
  count === 1 ? `${one === 'hour' ? 'an' : 'a'} ${one}` : `${count} ${one}s`;

function span(days: number): string {
  if (days < 14) return some(days, 'day');
  if (days < 60) return some(Math.round(days / 7), 'week');
  if (days < 345) return some(Math.round(days / 30.44), 'month');
  return some(Math.max(1, Math.round(days / 365.25)), 'year');
}

/** A day as people say it: "today", "Friday", "in 3 weeks", "2 days ago". */
export function relativeDay(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead === -1) return 'yesterday';
  if (ahead > 1 && ahead < 7) return weekday(day);
  if (ahead === 7) return `${weekday(day)} week`;
  return ahead > 0 ? `in ${span(ahead)}` : `${span(-ahead)} ago`;
}
