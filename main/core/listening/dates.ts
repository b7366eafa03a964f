import { monthNamed, zones } from './date-names.ts';
import { tidyDate } from './dates-tidy.ts';

const dayLength = 86_400_000;
/** Nothing was in a feed before this; earlier dates are a clock that was never set. */
const earliest = Date.UTC(1971, 0, 1);

/** W3CDTF and ISO 8601, extended and basic, also day of the year; seconds may carry a fraction. */
const isoDate =
  /^([+-]?\d{4})(?:-?(\d{3})(?!\d)|-(\d{1,2})(?:-(\d{1,2}))?|(\d{2})(\d{2})?)?(?:[T ,]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,:]\d+)?)?)? ?([ap]\.?m\.?)?(?:\s*([a-z]{1,5}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?))?)?z?$/i;

/**
 * The instant a feed's date means, in milliseconds, or null when it means none. Reads RFC 822 and
 * 2822, RFC 3339, ISO 8601, asctime, epoch seconds and their usual deviations; without a zone it
 * is taken as UTC. Dates before 1971 or more than a day after `now` are null: both are mistakes.
 */
export function readDate(text: string | null | undefined, now: number): number | null {
  if (!text) return null;
  if (text.length > 400) return null;
  const tidy = tidyDate(text);
  if (tidy === '' || tidy.length > 120) return null;
  const instant =
    readIso(tidy) ?? readEpoch(tidy) ?? readLooseIso(tidy) ?? readSlashes(tidy) ?? readWords(tidy);
  if (instant === null || !Number.isFinite(instant)) return null;
  return instant < earliest || instant > now + dayLength ? null : instant;
}

function readIso(text: string): number | null {
  const found = isoDate.exec(text);
  if (!found) return null;
  const [, year, ordinal, month, day, basicMonth, basicDay, hour, minute, second, half, zone] =
    found;
  if (!year) return null;
  const date = ordinal
    ? { year: Number(year), month: 1, day: Number(ordinal) }
    : {
        year: Number(year),
        month: Number(month ?? basicMonth ?? 1),
        day: Number(day ?? basicDay ?? 1),
      };
  if (!ordinal && (date.month > 12 || date.day > 31)) return null;
  return assemble(date, readClock(hour, minute, second, half), readZone(zone));
}

function readEpoch(text: string): number | null {
  if (!/^\d{9,13}$/.test(text)) return null;
  return text.length <= 10 ? Number(text) * 1000 : Number(text);
}

/** Year, month and day as in ISO 8601, with whatever time of day after it: `2026-2-2 at 9:05`. */
function readLooseIso(text: string): number | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(.*)$/.exec(text);
  if (!found) return null;
  const [, year, month, day, after = ''] = found;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.month > 12 || date.day > 31) return null;
  const rest = readRest(after);
  return assemble(date, rest.clock, rest.zone);
}

/**
 * `31/12/2003`, `12/31/2003 10:14 PM`, `2003/12/31`, `10:14 31.12.2003`, `31-12-2003`: with slashes
 * the month first, else the day, unless it cannot be so.
 */
function readSlashes(text: string): number | null {
  const found = /(?<![\d:.])(\d{1,4})([/.-]) ?(\d{1,2})\2 ?(\d{2,4})(?![\d:])/.exec(text);
  if (!found) return null;
  const [whole, one = '', sign, two = '', three = ''] = found;
  if (sign === '-' && three.length < 4) return null;
  const [a, b, c] = [Number(one), Number(two), Number(three)];
  const rest = readRest(`${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}`);
  if (one.length === 4) return assemble({ year: a, month: b, day: c }, rest.clock, rest.zone);
  const dayFirst = a > 12 || (sign !== '/' && b <= 12);
  const date = { year: fullYear(c, three), month: dayFirst ? b : a, day: dayFirst ? a : b };
  if (date.month > 12 || date.day > 31) return null;
  return assemble(date, rest.clock, rest.zone);
}

/** Dates with a named month, in any order: RFC 822, asctime, `January 5, 2004 5:00 PM`. */
function readWords(text: string): number | null {
  const rest = readRest(text);
  let month: number | null = null;
  const numbers: string[] = [];
  for (const word of rest.left.split(/[\s,/.]+|(?<=[\p{L}\d])-(?=[\p{L}\d])/u)) {
    const digits = /^(\d{1,4})(?:st|nd|rd|th|º|ª)?$/i.exec(word)?.[1];
    if (digits) numbers.push(digits);
    else if (month === null && /^\p{L}[\p{L}\p{M}׳॰]{2,}$/u.test(word)) month = monthNamed(word);
  }
  const [first, second] = numbers;
  if (month === null || first === undefined || second === undefined) return null;
  const yearFirst = first.length >= 3;
  const day = Number(yearFirst ? second : first);
  const yearText = yearFirst ? first : second;
  if (day < 1 || day > 31) return null;
  return assemble(
    { year: fullYear(Number(yearText), yearText), month, day },
    rest.clock,
    rest.zone,
  );
}

/** Takes the time of day and the zone out of a text; `left` is what remains. */
function readRest(text: string): { clock: number; zone: number; left: string } {
  const time =
    /(?<!\d)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?| ?h ?(\d{2})(?!\d))(?: ?([ap]\.?m\.?)(?![a-z]))?/i.exec(
      text,
    );
  if (!time) return { clock: 0, zone: 0, left: text };
  const [whole, hour, minute, second, frenchMinute, half] = time;
  const after = text.slice(time.index + whole.length);
  const zone = /^ ?\(?((?:utc|gmt|z)? ?[+-] ?\d{1,2}:?(?:\d{2})?|[a-z]{1,5}\b)/i.exec(after);
  const zoneKnown =
    zone && (/\d/.test(zone[0]) || zones[(zone[1] ?? '').toLowerCase()] !== undefined);
  return {
    clock: readClock(hour, minute ?? frenchMinute, second, half),
    zone: readZone(zone?.[1]),
    left: `${text.slice(0, time.index)} ${zoneKnown ? after.slice(zone[0].length) : after}`,
  };
}

/** Milliseconds since midnight, NaN when there is no such time; 24:00 and second 60 roll over. */
function readClock(hour?: string, minute?: string, second?: string, half?: string): number {
  let hours = Number(hour ?? 0);
  const minutes = Number(minute ?? 0);
  const seconds = Number(second ?? 0);
  if (half && hours <= 12) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 24 || minutes > 60 || seconds > 61) return Number.NaN;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Minutes east of Greenwich; an unknown or missing zone counts as UTC. */
function readZone(zone: string | undefined): number {
  if (!zone) return 0;
  const number = /([+-]) ?(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!number) return zones[zone.toLowerCase()] ?? 0;
  const minutes = Number(number[2]) * 60 + Number(number[3] ?? 0);
  return minutes > 15 * 60 ? 0 : number[1] === '-' ? -minutes : minutes;
}

function assemble(
  date: { year: number; month: number; day: number },
  clock: number,
  zone: number,
): number | null {
  if (date.month < 1 || date.day < 1) return null;
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  return Number.isNaN(clock) ? midnight : midnight + clock - zone * 60_000;
}

/** Two-digit years as RFC 2822 reads them (section 4.3). */
function fullYear(year: number, text: string | undefined): number {
  if (text && text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return text && text.length === 3 ? 1900 + year : year;
}
