import type { FoundDate } from './understand-dates.ts';
import { over, ownVerb } from './understand-words.ts';

/** A part of a line that says one thing. Offsets are UTF-16 units of the line. */
export interface Clause {
  start: number;
  end: number;
  /** Follows the clause before by "and" or "then", with no mark between. */
  joined: boolean;
  asked: boolean;
  /** The dates that stand in it. */
  dates: FoundDate[];
}

const mark = /[.!?;…]+(?=\s|$)|[\r\n]+|,(?!\d)|\s[-–—]+\s|[—|•]|:(?=\s)/gu;
/** A heading that belongs to what follows: "reminder: deposit friday". */
const heading = /(?:reminder|to ?do)$/i;
const joint = new RegExp(
  `\\s+(?:and|then|but|so|&|\\+|plus|because|cos|while|whereas)(?=\\s+(?:(?:then|also|please|just|will|promised|i|we|she|he|they|it|you|her|his|their|remind|told|asked|said)${over}|i['’]|we['’]|${ownVerb}))`,
  'giu',
);

/** A line in its clauses. A mark or an "and" within a date parts nothing. */
export function clausesOf(line: string, dates: readonly FoundDate[]): Clause[] {
  const within = (at: number) => dates.some((date) => date.start < at && at < date.end);
  const cuts: { start: number; end: number; joined: boolean; asked: boolean }[] = [];
  for (const found of line.matchAll(mark)) {
    if (within(found.index)) continue;
    if (found[0] === ':' && heading.test(line.slice(Math.max(0, found.index - 12), found.index)))
      continue;
    const end = found.index + found[0].length;
    cuts.push({ start: found.index, end, joined: false, asked: found[0].includes('?') });
  }
  for (const found of line.matchAll(joint)) {
    if (within(found.index)) continue;
    const joined = /and|then|&|\+|plus/i.test(found[0]);
    const end = found.index + found[0].length;
    cuts.push({ start: found.index, end, joined, asked: false });
  }
  cuts.sort((one, other) => one.start - other.start);
  cuts.push({ start: line.length, end: line.length, joined: false, asked: false });

  const clauses: Clause[] = [];
  let start = 0;
  let joined = false;
  let next = 0;
  for (const cut of cuts) {
    if (cut.start >= start && line.slice(start, cut.start).trim() !== '') {
      const own: FoundDate[] = [];
      for (; next < dates.length; next += 1) {
        const date = dates[next];
        if (!date || date.start >= cut.start) break;
        own.push(date);
      }
      clauses.push({ ...trimmed(line, start, cut.start), joined, asked: cut.asked, dates: own });
    }
    joined = cut.joined;
    start = Math.max(start, cut.end);
  }
  return clauses;
}

/** A stretch without the blanks at its ends. */
export function trimmed(line: string, start: number, end: number): { start: number; end: number } {
  const text = line.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}
