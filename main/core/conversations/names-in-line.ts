import { all, type Connection } from '../database/connection.ts';
import { ordinaryNames } from './ordinary-names.ts';
import { spokenName } from './spoken-name.ts';
import { speaksTo } from './understand-roles.ts';
import { over, ownVerb } from './understand-words.ts';

/** A customer who may be meant by a name. */
export interface Bearer {
  id: string;
  name: string;
  company: string;
  lastSpokeDay: string | null;
}

/** A name in a line, and who bears it: one, or several of whom one must be meant. */
export interface FoundName {
  start: number;
  end: number;
  bearers: Bearer[];
}

interface Word {
  text: string;
  start: number;
  end: number;
}

interface Candidate extends Word {
  name: string;
  from: number;
  to: number;
}

const titles =
  '(?:mrs?|ms|miss|mx|dr|prof|madam|sir|herr|frau|signora?|sig|señora?|madame|monsieur)\\.?\\s';
/** Before a family's name alone: "Mrs ". */
export const title = new RegExp(`(?:^|[^\\p{L}])${titles}$`, 'iu');
/** The same at the head of a name. */
export const titleAhead = new RegExp(`^${titles}+`, 'iu');
const verbNext = new RegExp(
  `^\\s+(?:${ownVerb}|(?:be|come|have|not|the|it|her|him|them|this|that|my|our|a|an)${over})`,
  'iu',
);
/** Capitalised without being a name. */
export const noSurname =
  /^(?:i|mon|tues?|wed|thurs?|fri|sat|sun)(?:day|nesday|urday|sday|rsday)?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A letter is read for names no further than this many words. */
const mostWords = 400;
const longestName = 5;
/** More of one name than this are not offered to choose from. */
const mostBearers = 8;

/** The words of a line, as far as it is read for names. */
function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const found of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    words.push({ text: found[0], start: found.index, end: found.index + found[0].length });
    if (words.length === mostWords) break;
  }
  return words;
}

/**
 * The customers' names in a line, none over another, in their order: whole names, given and
 * nicknames, and the family's name after a title.
 */
export function namesIn(connection: Connection, line: string): FoundName[] {
  const words = wordsOf(line);
  const candidates = candidatesIn(line, words);
  const known = partsOf(connection, [...new Set(candidates.map((one) => one.name))]);
  const found: FoundName[] = [];
  for (const candidate of candidates) {
    const { name, start, end } = candidate;
    const part = known.get(name);
    if (!part || found.some((one) => one.start < end && start < one.end)) continue;
    if (!isName(line, words, candidate, part)) continue;
    found.push({ start, end, bearers: bearersOf(connection, name, part) });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Everything in the line that may be a name, the longest first. */
function candidatesIn(line: string, words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (let count = longestName; count >= 1; count -= 1) {
    for (let from = 0; from + count <= words.length; from += 1) {
      const first = words[from];
      const last = words[from + count - 1];
      if (!first || !last) continue;
      const text = line.slice(first.start, last.end);
      // Names go on over a blank, a point, a hyphen or an apostrophe, not over a comma.
      if (/[^\p{L}\p{M}\p{N}\s.'’-]/u.test(text)) continue;
      const to = from + count - 1;
      found.push({ text, start: first.start, end: last.end, name: spokenName(text), from, to });
    }
  }
  words.forEach((word, at) => {
    if (unspaced.test(word.text)) found.push(...insideUnspaced(word, at));
  });
  return found;
}

/** Parts of a run without blanks, of two to eight characters, the longest first. */
function insideUnspaced(word: Word, at: number): Candidate[] {
  const run = word.text.slice(0, 60);
  const found: Candidate[] = [];
  for (let length = Math.min(8, run.length - 1); length >= 2; length -= 1) {
    for (let from = 0; from + length <= run.length; from += 1) {
      const text = run.slice(from, from + length);
      const start = word.start + from;
      found.push({ text, start, end: start + length, name: spokenName(text), from: at, to: at });
    }
  }
  return found;
}

/** How a name belongs to whoever bears it; `family` alone needs a title before it. */
type Part = 'called' | 'family';

/** Which of these names somebody bears, looked up by the index. */
function partsOf(connection: Connection, names: string[]): Map<string, Part> {
  // The first bearer is found at once, however many share a name.
  const any = (part: Part) =>
    `EXISTS (SELECT 1 FROM spoken_name WHERE name = value AND part = '${part}')`;
  const rows = all<{ name: string; called: number; family: number }>(
    connection,
    `SELECT value AS name, ${any('called')} AS called, ${any('family')} AS family
     FROM json_each(?) WHERE called OR family`,
    [JSON.stringify(names)],
  );
  return new Map(rows.map(({ name, called }) => [name, called ? 'called' : 'family']));
}

/** Who bears a name: those spoken with last come first, among the first few hundred there are. */
function bearersOf(connection: Connection, name: string, part: Part): Bearer[] {
  return all<Bearer>(
    connection,
    `SELECT customer.id, display_name AS name, company, last_spoke_day AS lastSpokeDay
     FROM (SELECT customer_id FROM spoken_name WHERE name = ? AND part = ? LIMIT 300) AS bearer
     JOIN customer ON customer.id = bearer.customer_id
     LEFT JOIN customer_standing ON customer_standing.customer_id = customer.id
     ORDER BY last_spoke_day DESC, sort_name LIMIT ?`,
    [name, part, mostBearers],
  );
}

/** Whether a candidate is meant as the name of a person, by how it is written and what is around. */
function isName(
  line: string,
  words: readonly Word[],
  { text, start, end, from, to }: Candidate,
  part: Part,
): boolean {
  const before = line.slice(0, start);
  if (part === 'family') return title.test(before);
  // "@Rosa" can be nothing else.
  if (before.endsWith('@')) return true;
  if (from !== to || (unspaced.test(text) && [...text].length > 1)) return true;
  if ([...text].length < 2 && !unspaced.test(text)) return false;
  const capital = /^\p{Lu}/u.test(text);
  const common = ordinaryNames.has(text.toLowerCase()) || isVerb.test(text);
  if (common && !capital) return speaksTo(before, 'plainly');
  const begins = /(?:^|[.!?;:,\n–—-]\s*)$/u.test(before);
  if (common && begins && verbNext.test(line.slice(end))) return false;
  // Two letters in lower case are too little to go by: "my", "an".
  if (!capital && text.length < 3 && /^\p{Script=Latin}+$/u.test(text)) return false;
  const next = words[to + 1];
  return !(capital && next && goesOn(line, end, next));
}

const isVerb = new RegExp(`^${ownVerb}$`, 'iu');

/** Whether a capitalised word follows at once: another family's Rosa. */
function goesOn(line: string, end: number, next: Word): boolean {
  return (
    /^[ -]$/.test(line.slice(end, next.start)) &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    !noSurname.test(next.text)
  );
}
