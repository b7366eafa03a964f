/** How a yearly 29 February is kept in years that have none. */
export type LeapDay = 'february-28' | 'march-1';

/** A date in somebody's life; the year and the day of the month may be unknown. */
export interface YearlyDate {
  year: number | null;
  month: number;
  day: number | null;
  yearly: boolean;
}

const dayLength = 86_400_000;

/** The day (`YYYY-MM-DD`, ISO 8601) that lies so many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Whether a year of the Gregorian calendar has a 29 February. */
function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day on which a month and day are kept in a year. Only a 29 February ever moves. */
function keptOn(year: number, month: number, day: number, leapDay: LeapDay): string {
  if (month === 2 && day === 29 && !isLeapYear(year)) {
    return leapDay === 'february-28' ? written(year, 2, 28) : written(year, 3, 1);
  }
  return written(year, month, day);
}

/**
 * The next day, today included, on which a life date is kept. Null when its day is unknown, or
 * when it was once and is over. Something that is not yearly and has no year counts as yearly,
 * because nobody could say that it is over.
 */
export function nextOccurrence(date: YearlyDate, today: string, leapDay: LeapDay): string | null {
  if (date.day === null) return null;
  if (!date.yearly && date.year !== null) {
    const once = keptOn(date.year, date.month, date.day, leapDay);
    return once >= today ? once : null;
  }
  const thisYear = Number(today.slice(0, 4));
  // A yearly date whose first time is still ahead begins in its own year.
  const firstYear = Math.max(thisYear, date.year ?? thisYear);
  const next = keptOn(firstYear, date.month, date.day, leapDay);
  return next >= today ? next : keptOn(firstYear + 1, date.month, date.day, leapDay);
}

/**
 * The next day, today included, to which the notices of a date belong: the day on which it is
 * kept, or the first of its month where only that is known. Null when it is over.
 */
export function nextTold(date: YearlyDate, today: string, leapDay: LeapDay): string | null {
  return nextOccurrence({ ...date, day: date.day ?? 1 }, today, leapDay);
}

/** How many years it will be on that day; null when the year is unknown or it is the first time. */
export function yearsOn(date: Pick<YearlyDate, 'year'>, day: string): number | null {
  if (date.year === null) return null;
  const years = Number(day.slice(0, 4)) - date.year;
  return years > 0 ? years : null;
}

function written(year: number, month: number, day: number): string {
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return `${part(year, 4)}-${part(month, 2)}-${part(day, 2)}`;
}
