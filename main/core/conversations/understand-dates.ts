import { Chrono, GB, type ParsedResult } from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { inWeek, lastNumbered, nextWeekday, ourParsers } from './understand-days.ts';

/** The person's local day and time (`HH:MM`), at which a line is read. */
export interface Present {
  day: string;
  time: string;
}

/** A date in a line: where it stands (UTF-16 units), and what it means. */
export interface FoundDate {
  start: number;
  end: number;
  /** The day meant when it is one to come, today included. */
  ahead: string | null;
  /** The day meant when it is one that was, today included. */
  behind: string | null;
  /** `HH:MM` when a time or a part of the day is said. */
  time: string | null;
}

/** What chrono found: where, in which words, and the parts of the date. */
interface Reading {
  index: number;
  text: string;
  start: ParsedResult['start'];
}

const reader = new Chrono({
  parsers: [...ourParsers, ...GB.parsers],
  refiners: GB.refiners,
});

/**
 * The dates that a text names, in their order, read on a local day at a local time: with the day
 * before the month, a bare weekday as the next one, a part of the day as a time. What only looks
 * like a date (a price, a measure, a telephone number, "they may") is left out. Never throws.
 */
export function findDates(text: string, present: Present): FoundDate[] {
  const [year = 0, month = 0, day = 0] = present.day.split('-').map(Number);
  const [hour = 0, minute = 0] = present.time.split(':').map(Number);
  // chrono reckons in the machine's own zone; it is handed the person's wall clock as if it were that.
  const reference = new Date(year, month - 1, day, hour, minute);
  const found: FoundDate[] = [];
  for (const { index, text: words, start: said } of reader.parse(text, reference)) {
    // chrono takes the comma after a month along.
    const result: Reading = { index, text: words.replace(/[\s,;:]+$/, ''), start: said };
    const start = result.index;
    const before = text.slice(0, start);
    const after = text.slice(start + result.text.length);
    if (!isMeant(result, before, after)) continue;
    const days = daysMeant(result, before, present);
    if (!days) continue;
    const widened = widen(result, before, after);
    const time = timeMeant(result, widened.words);
    // A time of today that has gone is no time to be reminded at.
    const gone = days.ahead === present.day && time !== null && time <= present.time;
    found.push({ ...days, time: gone ? null : time, start: widened.start, end: widened.end });
  }
  return found;
}

const partBefore =
  /(?<![\p{L}])(?:first thing|early|later?|mid|middle of|beginning of|start of|lunch ?time)(?: on)? $/iu;
const partAfter =
  /^(?:['’]? time\b|,? (?:at |in the |by )?(?:first thing|lunch ?time|lunch|midday|noon|morning|afternoon|evening|end of (?:the )?day|eod|[ap]m)\b)/i;

/** The result with the parts of the day that stand next to it. */
function widen(result: Reading, before: string, after: string) {
  const ahead = partBefore.exec(before)?.[0] ?? '';
  const behind = partAfter.exec(after)?.[0] ?? '';
  return {
    start: result.index - ahead.length,
    end: result.index + result.text.length + behind.length,
    words: ahead + result.text + behind,
  };
}

const units = '(?:second|minute|min|hour|day|week|month|year)s?';
const bareSpan = new RegExp(
  `^(?:(?:about|around|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|half|few|couple|of|some|several|½|\\d{1,4}) ){0,5}(?:\\d{1,4} ?)?${units}$`,
  'i',
);
const fraction = /^(?:1\/[234]|2\/3|3\/4)$/;
const measure =
  /^ ?(?:%|€|\$|£|["”″]|(?:each|per|price|inch(?:es)?|in|cm|mm|m|kg|g|l|litres?|pints?|cups?|hours?|tons?|full|empty|done|euros?|pounds?|quid|dollars?|pieces|pcs|chairs|of|off|way|size|percent)\b)/i;
const determiner = /(?:^|[^\p{L}])(?:the|a|an|her|his|their|our|my|your|its|that|no)\s$/iu;
const ofSomething =
  /^ (?!(?:at|by|in|on|to|about|with|for|from|and|or|if|when|then|please|morning|afternoon|evening|night|after|before|so|because|latest)(?!\p{L}))\p{L}/iu;
const leadsToDate =
  /(?:^|[^\p{L}])(?:in|on|by|until|till|before|after|from|since|this|next|last|for|early|late|mid|come|of|around|every|or|and|to|-|–)[\s-]?$/iu;
const monthAlone =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;
const shortWeekday = /^(?:sat|sun|mon|wed|fri)$/;

const isOnlyTime = ({ start }: Reading) =>
  !(['weekday', 'day', 'month', 'year'] as const).some((part) => start.isCertain(part));
const isOnlyWeekday = ({ start }: Reading) =>
  start.isCertain('weekday') && !start.isCertain('day') && !start.isCertain('month');

/** Whether a result is meant as a date, by itself and by what stands around it. */
function isMeant(result: Reading, before: string, after: string): boolean {
  const text = result.text.trim();
  if (/^(?:right )?now$/i.test(text)) return false;
  // "Friday's delivery" and "Friday works" name a day; "for two weeks" is how long, not when.
  if (/^(?:['’]s| (?:works?|suits?|is|was|would))(?!\p{L})/iu.test(after)) return false;
  if (/^for (?:the )?(?:[\w½]+ )+/i.test(text) && new RegExp(`${units}$`, 'i').test(text))
    return false;
  if (bareSpan.test(text)) return false;
  if (/^\d/.test(text) && !/[a-z:]/i.test(text)) {
    if (/[\d+][./-]?$/.test(before) || /[€$£]\s?$/.test(before)) return false;
    if (/^[./-]?\d/.test(after)) return false;
    if (/^\d+\/\d+$/.test(text) && measure.test(after)) return false;
    if (fraction.test(text) && !leadsToDate.test(before)) return false;
  }
  if (isOnlyTime(result)) return isTime(text, after);
  if (monthAlone.test(text)) return leadsToDate.test(before);
  // "The Friday market" is a market; "ring her Friday" is a day.
  if (isOnlyWeekday(result) && determiner.test(before) && ofSomething.test(after)) return false;
  if (shortWeekday.test(text)) {
    return (
      leadsToDate.test(before) ||
      /^\s*(?:$|[,.;!?)&+/–—-]|(?:at|and|or|then|[ap]m)\b|\d)/i.test(after)
    );
  }
  return true;
}

function isTime(text: string, after: string): boolean {
  if (
    /morning|afternoon|evening|night|noon|midday|first thing|lunch|[ap]\.?m\b|:|o['’]?clock/i.test(
      text,
    )
  )
    return true;
  return /^at \d/i.test(text) && !measure.test(after);
}

/** The day to come and the day past that a result can mean; undefined when it means none. */
function daysMeant(result: Reading, before: string, present: Present) {
  const { start, text } = result;
  const today = Temporal.PlainDate.from(present.day);
  const last =
    /^(?:on )?(?:last|past|previous)\b/i.test(text) || /\b(?:last|past|previous) $/i.test(before);
  if (isOnlyWeekday(result)) {
    const weekday = start.get('weekday') || 7;
    const ahead = nextWeekday(today, weekday);
    const behind = ahead.subtract({ days: 7 });
    if (last) {
      const past = behind.equals(today) ? behind.subtract({ days: 7 }) : behind;
      return { ahead: null, behind: past.toString() };
    }
    const next = /^(?:on )?next\b/i.test(text) ? inWeek(today, 1, weekday) : ahead;
    return { ahead: next.toString(), behind: /next\b/i.test(text) ? null : behind.toString() };
  }
  if (isOnlyTime(result)) {
    return dayOfTime(result, today, present);
  }
  const date = dateOf(start.get('year'), start.get('month'), start.get('day'));
  if (!date) return undefined;
  const numbered = /^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$/i.exec(text);
  if (numbered) return around(date, lastNumbered(today, Number(numbered[1])), today);
  if (start.isCertain('year')) return around(date, date, today);
  if (!start.isCertain('day')) return monthMeant(date.month, last, today);
  const years = [-8, -4, -1, 0, 1, 4, 8]
    .map((ahead) => dateOf(today.year + ahead, date.month, date.day))
    .filter((day) => day !== undefined);
  const ahead = years.find((day) => Temporal.PlainDate.compare(day, today) >= 0);
  const behind = years.findLast((day) => Temporal.PlainDate.compare(day, today) <= 0);
  return around(last ? undefined : ahead, behind, today);
}

/** A time without a day: today while it is still ahead, else tomorrow; "this morning" only today. */
function dayOfTime(result: Reading, today: Temporal.PlainDate, present: Present) {
  const { text } = result;
  const day = today.toString();
  if (/midnight|tonight|this evening/i.test(text)) return { ahead: day, behind: null };
  const time = timeMeant(result, text) ?? '23:59';
  const behind = time <= present.time || /this/i.test(text) ? day : null;
  if (time > present.time) return { ahead: day, behind };
  return { ahead: /this/i.test(text) ? null : today.add({ days: 1 }).toString(), behind };
}

/** A month alone: its first day; when it is the present month, its last, since it is not over yet. */
function monthMeant(month: number, last: boolean, today: Temporal.PlainDate) {
  if (last) return { ahead: null, behind: null };
  if (month === today.month) {
    return { ahead: today.with({ day: today.daysInMonth }).toString(), behind: null };
  }
  const year = month < today.month ? today.year + 1 : today.year;
  return { ahead: today.with({ year, month, day: 1 }).toString(), behind: null };
}

function around(
  ahead: Temporal.PlainDate | undefined,
  behind: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
) {
  const isAhead = ahead && Temporal.PlainDate.compare(ahead, today) >= 0;
  const isBehind = behind && Temporal.PlainDate.compare(behind, today) <= 0;
  if (!isAhead && !isBehind) return undefined;
  return {
    ahead: isAhead ? ahead.toString() : null,
    behind: isBehind ? behind.toString() : null,
  };
}

/** A day that exists, within the years that four digits can write. */
function dateOf(year: number | null, month: number | null, day: number | null) {
  if (year === null || month === null || day === null) return undefined;
  if (!(year >= 1000 && year <= 9999) || !(month >= 1 && month <= 12)) return undefined;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : undefined;
}

/** The time that is said: by the clock, or by a part of the day. */
function timeMeant({ start }: Pick<Reading, 'start'>, words: string): string | null {
  if (/midnight/i.test(words)) return null;
  const hour = start.get('hour');
  if (start.isCertain('hour') && hour !== null) {
    const minute = start.get('minute') ?? 0;
    // Nobody in a shop is called back at five in the morning, unless it is said.
    const evening =
      hour >= 1 && hour <= 6 && !start.isCertain('meridiem') && !/morning|\b0\d/i.test(words);
    const said = (value: number) => String(value).padStart(2, '0');
    return `${said(evening ? hour + 12 : hour)}:${said(minute)}`;
  }
  if (/afternoon|\spm$/i.test(words)) return '15:00';
  if (/evening|\bnight|tonight|end of (?:the )?day|\beod\b/i.test(words)) return '18:00';
  if (/noon|midday|lunch/i.test(words)) return '12:00';
  if (/morning|first thing|\sam$/i.test(words)) return '09:00';
  return null;
}
