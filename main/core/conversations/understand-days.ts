import type { Parser, ParsingComponents } from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';

const weekdayNames =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const weekdayOf = (name: string) => weekdays.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const numberOf = (word: string) => numbers.indexOf(word.toLowerCase()) + 1 || Number(word);

/** The next such weekday (1 is Monday) strictly after a day: on a Monday, "monday" is next week's. */
export function nextWeekday(today: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

/** A weekday (1 is Monday) of the calendar week (ISO 8601) that is so many weeks ahead. */
export function inWeek(
  today: Temporal.PlainDate,
  weeks: number,
  weekday: number,
): Temporal.PlainDate {
  return today.add({ days: weeks * 7 + weekday - today.dayOfWeek });
}

/** The next day with this number in its month, today excluded; on the weekday, where there is one soon. */
function nextNumbered(today: Temporal.PlainDate, number: number, weekday?: number) {
  const days: Temporal.PlainDate[] = [];
  for (let ahead = 0; days.length < 12 && ahead < 30; ahead += 1) {
    const month = today.with({ day: 1 }).add({ months: ahead });
    if (number > month.daysInMonth) continue;
    const day = month.with({ day: number });
    if (Temporal.PlainDate.compare(day, today) > 0) days.push(day);
  }
  return days.find((day) => weekday === undefined || day.dayOfWeek === weekday) ?? days[0];
}

/** The last day with this number in its month, today included. */
export function lastNumbered(today: Temporal.PlainDate, number: number): Temporal.PlainDate {
  let month = today.with({ day: 1 });
  while (
    number > month.daysInMonth ||
    Temporal.PlainDate.compare(month.with({ day: number }), today) > 0
  ) {
    month = month.subtract({ months: 1 });
  }
  return month.with({ day: number });
}

/**
 * The next Easter Sunday, today included: the first Sunday after the full moon of the Gregorian
 * calendar's spring (reckoned as Meeus, Jones and Butcher do, Astronomical Algorithms, chapter 8).
 */
function nextEaster(today: Temporal.PlainDate): Temporal.PlainDate {
  for (let year = today.year; ; year += 1) {
    const century = Math.floor(year / 100);
    const moon =
      (19 * (year % 19) +
        century -
        Math.floor(century / 4) -
        Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
        15) %
      30;
    const week =
      (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - ((year % 100) % 4)) % 7;
    const shift = Math.floor(((year % 19) + 11 * moon + 22 * week) / 451);
    const days = moon + week - 7 * shift;
    const easter = Temporal.PlainDate.from({ year, month: 3, day: 22 }).add({ days });
    if (Temporal.PlainDate.compare(easter, today) >= 0) return easter;
  }
}

/** The next such month and day, today included, in a year that has it. */
function nextInYear(today: Temporal.PlainDate, month: number, day: number, year?: number) {
  for (let ahead = 0; ahead < 9; ahead += 1) {
    const first = Temporal.PlainDate.from({ year: year ?? today.year + ahead, month, day: 1 });
    if (day >= 1 && day <= first.daysInMonth) {
      const found = first.with({ day });
      if (year !== undefined || Temporal.PlainDate.compare(found, today) >= 0) return found;
    }
  }
  return undefined;
}

type Reading = (found: string[], today: Temporal.PlainDate) => Temporal.PlainDate | undefined;

/** Ways in which people in Britain and nearby name a day that chrono does not know or reads otherwise. */
const readings: [string, Reading][] = [
  ["in a fortnight(?:['’]s time)?", (_, today) => today.add({ days: 14 })],
  [
    `in (\\d{1,2}|${numbers.join('|')}) ?(?:-|–|to|or) ?(?:\\d{1,2}|${numbers.join('|')}) (day|week|month)s?`,
    ([, count, unit], today) => today.add({ [`${unit?.toLowerCase()}s`]: numberOf(count ?? '') }),
  ],
  [
    `(?:in|within) (an?|\\d{1,2}|${numbers.join('|')}) (month|year)s?`,
    ([, count, unit], today) =>
      today.add({
        [`${unit?.toLowerCase()}s`]: /^an?$/i.test(count ?? '') ? 1 : numberOf(count ?? ''),
      }),
  ],
  [
    `(${weekdayNames}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:${monthNames})\\b)`,
    ([, name, number], today) => nextNumbered(today, Number(number), weekdayOf(name ?? '')),
  ],
  [
    `(?:on|by|before|until|till|from) the (\\d{1,2})(?:st|nd|rd|th)(?! (?:(?:of )?(?:${monthNames})|floor|street|avenue|time|row|door|one|page|shelf|attempt)\\b)`,
    ([, number], today) => nextNumbered(today, Number(number)),
  ],
  [
    '(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?=\\s*(?:[,.;!?)]|$|at \\d|please))',
    ([, number], today) => nextNumbered(today, Number(number)),
  ],
  [
    `(?:on )?(${weekdayNames}) week`,
    ([, name], today) => nextWeekday(today, weekdayOf(name ?? '')).add({ days: 7 }),
  ],
  [
    `a week (?:on|from) (${weekdayNames})`,
    ([, name], today) => nextWeekday(today, weekdayOf(name ?? '')).add({ days: 7 }),
  ],
  ['a week (?:today|from today)|today week', (_, today) => today.add({ days: 7 })],
  ['a week (?:from )?tomorrow|tomorrow week', (_, today) => today.add({ days: 8 })],
  [
    `(?:on )?(${weekdayNames}),? (?:of )?next week`,
    ([, name], today) => inWeek(today, 1, weekdayOf(name ?? '')),
  ],
  [
    `next week,? (?:on )?(${weekdayNames})`,
    ([, name], today) => inWeek(today, 1, weekdayOf(name ?? '')),
  ],
  ['(?:the )?week after next', (_, today) => inWeek(today, 2, 1)],
  ['(?:the )?(?:end of|late) next week', (_, today) => inWeek(today, 1, 5)],
  ['(?:the )?middle of next week|mid(?:-| )?next week', (_, today) => inWeek(today, 1, 3)],
  ['(?:early |beginning of |start of )?next week', (_, today) => inWeek(today, 1, 1)],
  ['(?:after|over) the weekend', (_, today) => inWeek(today, 1, 1)],
  [
    '(?:the )?end of (?:the |this )?week|this week|eow',
    (_, today) => inWeek(today, 0, today.dayOfWeek <= 5 ? 5 : 7),
  ],
  ['(?:the )?end of (?:the |this )?day|eod|close of business', (_, today) => today],
  ['(?:the )?end of next month', (_, today) => lastOf(today.add({ months: 1 }))],
  ['(?:early )?next month', (_, today) => today.add({ months: 1 }).with({ day: 1 })],
  [
    '(?:the )?end of (?:the |this )?year|year end',
    (_, today) => today.with({ month: 12, day: 31 }),
  ],
  [
    '(?:early )?next year|in the new year',
    (_, today) => today.add({ years: 1 }).with({ month: 1, day: 1 }),
  ],
  [
    `(?:on |by |before )?(${monthNames})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:/]|\\.\\d)(?:,? (\\d{4})\\b)?`,
    ([, name, day, year], today) =>
      nextInYear(today, monthOf(name ?? ''), Number(day), year ? Number(year) : undefined),
  ],
  ['(?:on |by |before )?29(?:th)?(?: of)? feb(?:ruary)?', (_, today) => nextInYear(today, 2, 29)],
  [
    '(?:on |by |before |this )?(next )?(tues|weds|thurs?|wensday|wednsday|wendsday)',
    ([, next, name], today) => {
      const weekday = weekdayOf(name ?? '') || 3;
      return next ? inWeek(today, 1, weekday) : nextWeekday(today, weekday);
    },
  ],
  ['(?:by|before) christmas|christmas eve', (_, today) => nextInYear(today, 12, 24)],
  ['(?:at |on )?christmas(?: day)?', (_, today) => nextInYear(today, 12, 25)],
  ['(?:by|before) easter', (_, today) => nextEaster(today).subtract({ days: 1 })],
  ['after easter', (_, today) => nextEaster(today).add({ days: 2 })],
  ['(?:at |on )?easter(?: sunday)?', (_, today) => nextEaster(today)],
  ['(?:the )?day before yesterday', (_, today) => today.subtract({ days: 2 })],
  ['(?:on )?the day after tomorrow', (_, today) => today.add({ days: 2 })],
  ['last weekend', (_, today) => nextWeekday(today, 6).subtract({ days: 7 })],
  ['tom+or+ow|tmrw|tmw|2mor+ow?', (_, today) => today.add({ days: 1 })],
];

function lastOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: day.daysInMonth });
}

/** Times of the day that chrono does not know, by their hour. */
const hours: [string, number][] = [
  ['first thing', 9],
  ['after lunch', 14],
  ['(?:by|before) lunch', 12],
  ['at lunch ?time|at lunch', 12],
];

/** A word's middle is no beginning: chrono reads the rest of a line piece by piece. */
const isInside = (before: string) => /[\p{L}\p{N}]$/u.test(before);
const patternOf = (source: string) => new RegExp(`\\b(?:${source})(?![\\p{L}\\p{N}])`, 'iu');

const ourTimes: Parser[] = hours.map(([source, hour]) => {
  const pattern = patternOf(source);
  return {
    pattern: () => pattern,
    extract: (context, match): ParsingComponents | null =>
      isInside(context.text.slice(0, match.index))
        ? null
        : context.createParsingComponents({ hour, minute: 0 }),
  };
});

/** These ways of naming a day as parsers for chrono (https://github.com/wanasit/chrono#parser). */
const ourDays: Parser[] = readings.map(([source, read]) => {
  const pattern = patternOf(source);
  return {
    pattern: () => pattern,
    extract(context, match): ParsingComponents | null {
      if (isInside(context.text.slice(0, match.index))) return null;
      const { instant } = context.reference;
      const today = Temporal.PlainDate.from({
        year: instant.getFullYear(),
        month: instant.getMonth() + 1,
        day: instant.getDate(),
      });
      const day = read([...match], today);
      if (!day) return null;
      return context
        .createParsingComponents({ year: day.year, month: day.month, day: day.day })
        .addTag('ours');
    },
  };
});

/** Ours of both kinds, for chrono to try before its own. */
export const ourParsers: readonly Parser[] = [...ourDays, ...ourTimes];
