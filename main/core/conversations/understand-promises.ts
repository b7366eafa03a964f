import { type Clause, trimmed } from './understand-clauses.ts';
import type { FoundDate } from './understand-dates.ts';
import { resolved } from './understand-things.ts';
import * as words from './understand-words.ts';

/** A promise as a line makes it, and where: UTF-16 units of the line. */
export interface FoundPromise {
  text: string;
  dueDay: string;
  dueTime: string | null;
  /** Agreed for later, or asked to be reminded of; it tells of no talk. */
  isAhead: boolean;
  start: number;
  end: number;
}

const mostPromises = 20;
const longestText = 500;

/** Where a clause begins to promise, and where what is promised begins. */
interface Head {
  start: number;
  body: number;
  kind: 'reminder' | 'promised' | 'agreed' | 'other';
}

/**
 * The promises in a line: what one of our verbs, or one of our things, says with a day to come.
 * `who` is whom to get back to when a reminder says no more than when.
 */
export function promisesIn(
  line: string,
  clauses: readonly Clause[],
  present: string,
  who: string,
): FoundPromise[] {
  const found: FoundPromise[] = [];
  for (let index = 0; index < clauses.length && found.length < mostPromises; index += 1) {
    const clause = clauses[index];
    if (!clause) continue;
    const head = headOf(line, clause);
    if (!head) continue;
    let end = clause.end;
    let dates = duePossibly(clause, present);
    const near: FoundDate[] = [];
    // "call her and send the quote friday": both on Friday, as one promise.
    let following = clauses[index + 1];
    while (dates.length === 0 && following?.joined && headOf(line, following)) {
      end = following.end;
      dates = duePossibly(following, present);
      index += 1;
      following = clauses[index + 1];
    }
    if (dates.length === 0) {
      const taken = found.at(-1)?.end ?? 0;
      const beside = [following, clauses[index - 1]].find(
        (one) => one && one.start >= taken && saysOnlyWhen(line, one),
      );
      dates = beside ? duePossibly(beside, present) : [];
      near.push(...dates);
    }
    const date = due(line, dates, end);
    // "Lunch with Leo on friday" may have been last week's.
    if (!date || (head.kind === 'agreed' && date.behind !== null && date.time === null)) continue;
    const whole = { ...date, end: endOfChoice(line, date, dates) };
    const text = textOf(line, head, end, whole, who);
    if (text === '') continue;
    const inside = near.length === 0 || date.end <= end ? date : undefined;
    const stretch = near.length > 0 ? [date.start, date.end] : [];
    const start = Math.min(head.start, inside?.start ?? head.start, ...stretch);
    found.push({
      text,
      dueDay: date.ahead ?? present,
      dueTime: date.time,
      isAhead: head.kind === 'agreed' || head.kind === 'reminder',
      ...trimmed(line, start, Math.max(end, ...stretch)),
    });
  }
  return found;
}

function duePossibly(clause: Clause, present: string): FoundDate[] {
  return clause.dates.filter((date) => date.ahead !== null && date.ahead >= present);
}

/** The date it is due: the one after "by", else the first that names more than a month. */
function due(line: string, dates: readonly FoundDate[], end: number): FoundDate | undefined {
  const by = dates.find((date) =>
    /(?:^|\s)(?:by|before|until|till) (?:the )?$|^by\b|^before\b/i.test(
      line.slice(Math.max(0, date.start - 12), date.start) || line.slice(date.start, end),
    ),
  );
  const exact = dates.find(
    (date) => !/^\p{L}+$/u.test(line.slice(date.start, date.end)) || !isMonth(line, date),
  );
  return by ?? exact ?? dates[0];
}

/** Where "monday or tuesday" is over, when Monday is what counts. */
function endOfChoice(line: string, date: FoundDate, dates: readonly FoundDate[]): number {
  let end = date.end;
  for (const other of dates) {
    if (other.start >= end && orAnother.test(line.slice(end, other.start))) end = other.end;
  }
  return end;
}

function isMonth(line: string, date: FoundDate): boolean {
  return /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
    line.slice(date.start, date.end),
  );
}

function headOf(line: string, clause: Clause): Head | undefined {
  const text = line.slice(clause.start, clause.end);
  const first = [
    matched(words.reminder, text, 'reminder'),
    matched(words.firstPerson, text, 'other'),
    matched(words.firstPersonVerb, text, 'other'),
    matched(words.askedOfUs, text, 'other'),
  ].find((head) => head !== undefined);
  if (first) {
    const { kind } = first;
    const body = clause.start + first.body;
    return { start: clause.start + first.start, body, kind };
  }
  if (clause.asked) return undefined;
  const skipped = leadLength(line, clause);
  const rest = text.slice(skipped);
  const told = words.promised.exec(rest.slice(0, 1).toLowerCase() + rest.slice(1));
  const will = words.willOwnVerb.exec(rest);
  const start = clause.start + skipped;
  if (told) return { start, body: start + told[0].length, kind: 'promised' };
  const bare = withoutDates(line, start, clause.end, clause.dates);
  if (will) {
    const body = bare.slice(will[0].length);
    return words.onlyTells.test(body)
      ? undefined
      : { start, body: start + will[0].length, kind: 'other' };
  }
  const ours =
    (words.startsWithOwnVerb.test(rest) && !words.onlyTells.test(bare)) ||
    (words.startsWithOwnThing.test(rest) &&
      !words.tellsOfThing.test(bare) &&
      bare.split(/\s+/).length <= 7);
  if (ours) return { start, body: start, kind: 'other' };
  const agreed = words.startsWithAgreed.test(rest) && !words.tellsOfThing.test(bare);
  return agreed && bare.split(/\s+/).length <= 9
    ? { start, body: start, kind: 'agreed' }
    : undefined;
}

function matched(pattern: RegExp, text: string, kind: Head['kind']): Head | undefined {
  const found = pattern.exec(text);
  return found ? { start: found.index, body: found.index + found[0].length, kind } : undefined;
}

/** How much of a clause stands before what it says: small words, and a date with them. */
function leadLength(line: string, clause: Clause): number {
  let at = clause.start;
  for (;;) {
    const small = words.leadIn.exec(line.slice(at, clause.end))?.[0].length ?? 0;
    const preposition = /^(?:on|by|before|this|in|the|at)\s+/i;
    const ahead =
      at + small + (preposition.exec(line.slice(at + small, clause.end))?.[0].length ?? 0);
    const date = clause.dates.find((one) => one.start === ahead || one.start === at + small);
    const next = date ? date.end : at + small;
    if (next === at) return at - clause.start;
    at = next + (/^[\s,:]*/.exec(line.slice(next, clause.end))?.[0].length ?? 0);
    if (at >= clause.end) return clause.end - clause.start;
  }
}

/** Whether a clause says when and nothing else. */
function saysOnlyWhen(line: string, clause: Clause): boolean {
  return (
    clause.dates.length > 0 &&
    /^(?:(?:on|by|before|this|in|the|at|for|so|maybe|please|and|latest)?\s*)*$/i.test(
      withoutDates(line, clause.start, clause.end, clause.dates),
    )
  );
}

/** A stretch of the line with dates taken out. */
function withoutDates(
  line: string,
  start: number,
  end: number,
  dates: readonly FoundDate[],
): string {
  let text = '';
  let at = start;
  for (const date of dates) {
    if (date.start < at || date.end > end) continue;
    text += line.slice(at, date.start);
    at = date.end;
  }
  return (text + line.slice(at, end)).replace(/\s+/g, ' ').trim();
}

const beforeDate =
  /(?:(?<![\p{L}\p{N}])(?:by|on|before|until|till|for|this|at|around|due|within|the|not? later than|latest|sometime|some time)[\s,:]*)+$/iu;
const loose = /^[\s,;:.–—"“”«»()-]+|[\s,;:.!?–—"“”«»(-]+$/gu;
/** Before a month or a part of the day; "check in friday" keeps its "in". */
const inThe = /(?<![\p{L}\p{N}])in (?:the )?$/iu;
const takesIn =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late|mid|morning|afternoon|evening)/i;
const orAnother = /^(?:\s*(?:or|and|to|\/|–|-)\s*)$/i;
const looseEnd =
  /(?<=\s)(?:by|on|before|until|till|at|for|this|the|latest|please|pls|then|sometime|and|or)$/iu;

/** What is promised, as one would put it on a list: the date out, a capital first. */
function textOf(line: string, head: Head, end: number, date: FoundDate, who: string): string {
  let body = line.slice(head.body, end);
  if (date.start >= head.body && date.end <= end) {
    const dated = line.slice(date.start, end);
    let before = line.slice(head.body, date.start);
    if (takesIn.test(dated)) before = before.replace(inThe, '');
    before = before.replace(beforeDate, '');
    body = `${before.trimEnd()} ${line.slice(date.end, end).trimStart()}`;
  }
  body = body.replace(/\s+/g, ' ').replace(loose, '').replace(looseEnd, '').replace(loose, '');
  body = body.replace(words.leadIn, '').replace(/^to (?=\p{L})/iu, '');
  if (head.kind === 'reminder') {
    if (body === '') return `Get back to ${who}`;
    if (/^(?:about|regarding|of|re)\b/i.test(body)) {
      return capped(`Get back to ${who} about ${body.replace(/^\S+\s*/, '')}`);
    }
    body = body.replace(/^that\s+/i, '');
  }
  if (head.kind === 'promised') body = body.replace(/^(?:the|a|an|some)\s+/i, '');
  return capped(resolved(body, line.slice(0, head.start)));
}

/** With a capital, and no longer than a follow-up may be. */
function capped(text: string): string {
  const [first = ''] = text;
  const whole = first.toLocaleUpperCase('en') + text.slice(first.length);
  if (whole.length <= longestText) return whole.trim();
  return `${whole
    .slice(0, longestText - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .replace(/\s+\S*$/u, '')}…`.slice(0, longestText);
}
