import { readDate } from '../dates.ts';

/** Countries where a date with slashes begins with the month. */
const monthFirst = new Set(['US', 'PH', 'CA']);
const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})(.*)$/;

/**
 * Reads the dates of one column alike: whether the day or the month stands first shows in the
 * dates that allow only one of both, else by the country. Unreadable dates are null.
 */
export function datesReader(
  cells: readonly string[],
  country: string,
  now: number,
): (cell: string) => number | null {
  const parts = cells.flatMap((cell) => {
    const found = slashed.exec(cell.trim());
    return found ? [[Number(found[1]), Number(found[3])] as const] : [];
  });
  const dayCannotBeSecond = parts.some(([first]) => first > 12);
  const dayCannotBeFirst = parts.some(([, second]) => second > 12);
  const dayFirst = dayCannotBeSecond || (!dayCannotBeFirst && !monthFirst.has(country));
  return (cell) => {
    const found = slashed.exec(cell.trim());
    if (!found) return readDate(cell, now);
    const [, first = '', , second = '', year = '', rest = ''] = found;
    const [month, day] = dayFirst ? [second, first] : [first, second];
    const whole = year.length === 2 ? `20${year}` : year;
    return readDate(`${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}`, now);
  };
}
