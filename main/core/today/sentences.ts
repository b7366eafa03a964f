import { addDays } from '../../../shared/dates.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';

/** The longest that is quoted of a note. */
const longest = 160;

/** What ends with a full stop and ends no sentence. */
const shortenings = 'Dr|Mr|Mrs|Ms|Prof|St|Rev|Jr|Sr|No|approx|ca|vs|e\\.g|i\\.e|\\p{Lu}';
const sentenceEnd = new RegExp(
  `(?<=[.!?…])(?<!(?<![\\p{L}])(?:${shortenings})\\.)\\s+|(?<=[。！？])|\\n+`,
  'u',
);

/**
 * The sentences of a text, in order, as they were written. One that is too long to be quoted is
 * taken apart at its commas; a part that is still too long is cut at a word.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(sentenceEnd)
    .flatMap((sentence) =>
      sentence.trim().length <= longest ? [sentence] : sentence.split(/(?<=[,;:])\s+|\s+[–—-]\s+/u),
    )
    .map((sentence) => excerpt(sentence, longest))
    .filter((sentence) => /\p{L}/u.test(sentence));
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const anyMonth = months.join('|');
// "may" and "march" are words of their own, so a month needs a word or a number that makes it one.
const monthWords = new RegExp(
  `\\b(?:(?:in|by|until|till|before|after|early|mid|late|of|this|next|from|end of)[ -](${anyMonth})`.concat(
    `|\\d{1,2}(?:st|nd|rd|th)? (${anyMonth})|(${anyMonth}) \\d{1,2}(?:st|nd|rd|th)?)\\b(?: (\\d{4})\\b)?`,
  ),
  'i',
);

/**
 * The first day of the month that a sentence names ("move in March"), counted on from the day it
 * was written unless it names the year. Undefined when it names none.
 */
export function monthNamed(sentence: string, writtenDay: string): string | undefined {
  const found = monthWords.exec(sentence);
  if (!found) return undefined;
  const month = months.indexOf((found[1] ?? found[2] ?? found[3] ?? '').toLowerCase()) + 1;
  const written = Number(writtenDay.slice(0, 4));
  const begins = (year: number) => `${year}-${String(month).padStart(2, '0')}-01`;
  if (found[4]) return begins(Number(found[4]));
  return begins(written) >= `${writtenDay.slice(0, 7)}-01` ? begins(written) : begins(written + 1);
}

/** Whether a month (by its first day) is coming within three weeks, is now, or is just over. */
export function isNear(monthBegins: string, today: string): boolean {
  return today >= addDays(monthBegins, -21) && today <= addDays(monthBegins, 31 + 14);
}
