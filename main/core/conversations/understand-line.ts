import type { Medium } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { type Clause, clausesOf } from './understand-clauses.ts';
import { type FoundDate, findDates, type Present } from './understand-dates.ts';
import { mediumOf } from './understand-medium.ts';
import { type FoundPromise, promisesIn } from './understand-promises.ts';

/** What a line says of a conversation, as far as it says it. Offsets are UTF-16 units of `said`. */
export interface UnderstoodLine {
  said: string;
  medium: Medium;
  reached: boolean;
  happenedDay: string;
  /** The words that say how people spoke, when, and that nobody was reached. */
  marks: { what: 'medium' | 'not-reached' | 'day'; start: number; end: number }[];
  promises: FoundPromise[];
  /** Nothing was said yet: the whole line is of what is to come ("coffee with Rosa tomorrow"). */
  isPlan: boolean;
}

/** Sentences longer than this are no longer read for dates. */
const longestSentence = 2000;

/**
 * Understands one line about a conversation at a local day and time. `who` is whom the line is
 * about, for a reminder that says no more than when. Never throws; what is not understood is
 * simply not there, and the words are kept whole.
 */
export function understandLine(line: string, present: Present, who = 'them'): UnderstoodLine {
  const said = line.trim();
  const dates = datesIn(said, present);
  const clauses = clausesOf(said, dates);
  const promises = promisesIn(said, clauses, present.day, who);
  const told = without(said, promises);
  const { medium, reached, marks } = mediumOf(told);
  const when = happenedOn(told, clauses, promises, present.day);
  return {
    said,
    medium,
    reached,
    happenedDay: when?.day ?? present.day,
    marks: when ? [...marks, { what: 'day', start: when.start, end: when.end }] : marks,
    promises,
    isPlan: promises.some(({ isAhead }) => isAhead) && !tells(told, promises),
  };
}

/** Whether a line tells of anything but what is to come. */
function tells(told: string, promises: readonly FoundPromise[]): boolean {
  const words = told.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    promises.some(({ isAhead }) => !isAhead) ||
    words.some((word) => !/^(?:and|then|also)$/i.test(word))
  );
}

/** Dates, sentence by sentence, so that none is made of the end of one and the start of the next. */
function datesIn(said: string, present: Present): FoundDate[] {
  const dates: FoundDate[] = [];
  for (const sentence of said.matchAll(/(?:[^.!?;\r\n]|[.!?;](?!\s|$))+/gu)) {
    for (const date of findDates(sentence[0].slice(0, longestSentence), present)) {
      const start = date.start + sentence.index;
      dates.push({ ...date, start, end: date.end + sentence.index });
    }
  }
  return dates;
}

/** The line with its promises blanked out: what remains tells what was. */
function without(said: string, promises: readonly FoundPromise[]): string {
  let told = said;
  for (const { start, end } of promises) {
    told = told.slice(0, start) + ' '.repeat(end - start) + told.slice(end);
  }
  return told;
}

const spoke =
  'talked|spoke|chatted|met|saw|rang|called|phoned|telephoned|e-?mailed|texted|messaged|wrote|visited|came|popped|dropped|stopped|walked|bumped|ran into|tried';
const speaking =
  'call|conversation|chat|visit|letter|e-?mail|text|message|voice ?mail|(?:coffee|tea|lunch|dinner|breakfast|drinks?) with';
const spokeOnly = new RegExp(`(?<![\\p{L}\\p{N}])(?:${spoke})(?![\\p{L}\\p{N}])`, 'giu');
const contact = new RegExp(`(?<![\\p{L}\\p{N}])(?:${spoke}|${speaking})(?![\\p{L}\\p{N}])`, 'giu');
const elsewhere =
  /(?<![\p{L}\p{N}])(?:about|that|for|since|because|whose|which|died|bought|ordered|moved|was|had)(?![\p{L}\p{N}])/iu;

/** The day it happened, and where it stands: one gone by, with a word for speaking or first of all. */
function happenedOn(
  told: string,
  clauses: readonly Clause[],
  promises: readonly FoundPromise[],
  today: string,
): { day: string; start: number; end: number } | undefined {
  const promised = (date: FoundDate) =>
    promises.some((promise) => promise.start < date.end && date.start < promise.end);
  for (const clause of clauses) {
    for (const date of clause.dates) {
      if (date.behind === null || promised(date)) continue;
      if (daysBetween(date.behind, today) > 366) continue;
      const begins = told.slice(clause.start, date.start).trim() === '';
      const isFirst = begins && date.ahead === null && clause.start === 0;
      if (isFirst || speaksNear(told, clause, date, begins)) {
        return { day: date.behind, start: date.start, end: date.end };
      }
    }
  }
  return undefined;
}

function speaksNear(told: string, clause: Clause, date: FoundDate, begins: boolean): boolean {
  const ahead = told.slice(clause.start, date.start);
  // "Call friday" may be ahead; "called friday" is not.
  const words = date.ahead === null ? contact : spokeOnly;
  const last = [...ahead.matchAll(words)].at(-1);
  if (last) {
    const between = ahead.slice(last.index + last[0].length);
    return !elsewhere.test(between) && between.trim().split(/\s+/).length <= 6;
  }
  return begins && told.slice(date.end, clause.end).search(words) >= 0;
}
