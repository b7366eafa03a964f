/** A day as somebody wrote it; what was not written is null. */
export interface WrittenDate {
  year: number | null;
  month: number;
  day: number | null;
}

/** In which order the parts of a date with slashes stand. */
export type DateOrder = 'day-first' | 'month-first';

/** Years that address books put where the year is unknown (Apple: 1604). */
const noYear = new Set([0, 1, 1604]);

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const mostDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A date in any of the forms that address books write: ISO 8601 with and without hyphens or a
 * time, without a year (`--0415`, RFC 6350 section 4.3.1), without a day (`1961-04`, `--04`), with
 * dots or slashes, with English names of months. Null when it is no date.
 */
export function writtenDate(typed: string, order: DateOrder): WrittenDate | null {
  const text = typed.trim().replace(/(T\d{2}:?\d{2}| \d{1,2}:\d{2}).*$/, '');
  const iso =
    /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ??
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})-(\d{2})$/.exec(text);
  if (iso) return checked(iso[1], iso[2], iso[3]);
  const yearless = /^--(\d{2})(?:-?(\d{2}))?$/.exec(text) ?? /^-?-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (yearless) return checked(undefined, yearless[1], yearless[2]);
  const parts = /^(\d{1,2})([/.-])(\d{1,2})(?:[/.-](\d{4}|\d{2})?)?$/.exec(text);
  if (parts) {
    const dayFirst = parts[2] === '.' || order === 'day-first';
    const [day, month] = dayFirst ? [parts[1], parts[3]] : [parts[3], parts[1]];
    return checked(fullYear(parts[4]), month, day);
  }
  return inWords(text);
}

/**
 * A date with what is known of it: `1961-04-15`, `--04-15` without its year, `1961-04` without its
 * day, `--04`; `writtenDate` reads all of them.
 */
export function written({ year, month, day }: WrittenDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = day === null ? two(month) : `${two(month)}-${two(day)}`;
  return year === null ? `--${rest}` : `${year}-${rest}`;
}

/** The order in which a column of dates is written: what its days above 12 say, else `usual`. */
export function dateOrder(column: readonly string[], usual: DateOrder): DateOrder {
  for (const typed of column) {
    const parts = /^\s*(\d{1,2})\/(\d{1,2})\//.exec(typed);
    if (Number(parts?.[1]) > 12) return 'day-first';
    if (Number(parts?.[2]) > 12) return 'month-first';
  }
  return usual;
}

function inWords(text: string): WrittenDate | null {
  const name = /\p{L}{3,}/u.exec(text)?.[0]?.slice(0, 3).toLowerCase() ?? '';
  const month = monthNames.indexOf(name) + 1;
  if (month === 0) return null;
  const numbers = [...text.matchAll(/\d+/g)].map((match) => match[0]);
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  return numbers.length > 2 ? null : checked(year, String(month), day);
}

function checked(year?: string, month?: string, day?: string): WrittenDate | null {
  const date = {
    year: year === undefined || noYear.has(Number(year)) ? null : Number(year),
    month: Number(month),
    day: day === undefined ? null : Number(day),
  };
  const days = mostDays[date.month - 1];
  if (days === undefined) return null;
  if (date.day !== null && (date.day < 1 || date.day > days)) return null;
  if (date.year !== null && (date.year < 1000 || date.year > 2999)) return null;
  return date;
}

/** Two digits are of the last hundred years of living people: 00–30 are after 2000. */
function fullYear(year: string | undefined): string | undefined {
  if (year?.length !== 2) return year;
  return `${Number(year) <= 30 ? '20' : '19'}${year}`;
}
