import { all, type Connection } from '../database/connection.ts';
import { spokenName } from './spoken-name.ts';
import { over, ownVerb } from './understand-words.ts';

export interface PersonNamed {
  id: string;
  name: string;
  start: number;
  end: number;
}

/** Words that are names too. As a name they need a capital, and no verb after them. */
const ordinary = new Set(
  (
    'an and angel april art ash august autumn basil bay bill blue bob bond bright buddy bunny candy carol ' +
    'chance chase cherry christian chuck clay cliff colt cook coral counter dale daisy dawn dean ' +
    'doc do drew duke earl east easter ella eve fair faith fern flora forest ford frank friday ' +
    'gale gene ginger glen glory go good grace gray green grant guy hale han harmony hazel heath ' +
    'heather herb ho holly honey hope hunter ian iris ivy jack jade jay jean jet joy june just ' +
    'king kit lance lane lee leo lily long love mai mark march mason max may melody mercy merry ' +
    'mike miles mine minister misty monday my neat nick nan norm north oak olive page pansy parker ' +
    'pat peace pearl peg penny pepper pet phone piper pop poppy price prince quote ray red reed rich ' +
    'river rob robin rock rod rose rosemary ruby rusty sage sally sam sandy saturday scarlet sky so ' +
    'son song star sterling stone storm sue summer sun sunday sunny tab tad tan the ted terry thursday ' +
    'to tom tony trinity tuesday victor violet wade walker ward way wednesday west white will win wing ' +
    'winter wood yu you young he her him his she they them who was has had did not new old said told ' +
    'came met saw rang call text email letter post shop boss mum mom dad'
  ).split(' '),
);

const title =
  /(?:^|[^\p{L}])(?:mrs?|ms|miss|mx|dr|prof|madam|sir|herr|frau|signora?|sig|señora?|madame|monsieur)\.?\s$/iu;
const verbNext = new RegExp(
  `^\\s+(?:${ownVerb}|(?:be|come|have|not|the|it|her|him|them|this|that|my|our|a|an)${over})`,
  'iu',
);
const noSurname =
  /^(?:i|mon|tues?|wed|thurs?|fri|sat|sun)(?:day|nesday|urday|sday|rsday)?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

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

/** A letter is read for names no further than this many words. */
const mostWords = 400;
const longestName = 5;

/**
 * The customers whom a line names, each once, in their order: by the whole name, by the given or
 * nickname, or by a title and the family's name; each only when a single customer bears it.
 */
export function peopleIn(connection: Connection, line: string): PersonNamed[] {
  const words: Word[] = [];
  for (const found of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    words.push({ text: found[0], start: found.index, end: found.index + found[0].length });
    if (words.length === mostWords) break;
  }
  const candidates = candidatesIn(line, words);
  const known = bearers(connection, [...new Set(candidates.map((one) => one.name))]);
  const people: PersonNamed[] = [];
  for (const candidate of candidates) {
    const bearer = known.get(candidate.name);
    if (!bearer || people.some((one) => one.id === bearer.id)) continue;
    if (people.some((one) => one.start < candidate.end && candidate.start < one.end)) continue;
    if (!isSpokenOf(line, words, candidate, bearer.part)) continue;
    people.push({
      id: bearer.id,
      name: bearer.display,
      start: candidate.start,
      end: candidate.end,
    });
  }
  return people.sort((one, other) => one.start - other.start);
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

interface Bearer {
  id: string;
  display: string;
  /** Family: only the family's name, which needs a title before it. */
  part: 'called' | 'family';
}

/** Who alone bears each of these names, looked up by the index. */
function bearers(connection: Connection, names: string[]): Map<string, Bearer> {
  // The first and the last bearer are found at once, however many share a name.
  const end = (which: 'min' | 'max', part: string) =>
    `(SELECT ${which}(customer_id) FROM spoken_name WHERE name = value AND ${part})`;
  const rows = all<{ name: string; id: string; display: string; part: Bearer['part'] }>(
    connection,
    `SELECT wanted.name, id, display_name AS display,
       CASE WHEN called IS NULL THEN 'family' ELSE 'called' END AS part
     FROM (
       SELECT value AS name,
         ${end('min', "part = 'called'")} AS called, ${end('max', "part = 'called'")} AS last_called,
         ${end('min', "part = 'family'")} AS family, ${end('max', "part = 'family'")} AS last_family
       FROM json_each(?)) AS wanted
     JOIN customer ON customer.id = coalesce(called, family)
     WHERE called = last_called OR (called IS NULL AND family = last_family)`,
    [JSON.stringify(names)],
  );
  return new Map(rows.map(({ name, ...bearer }) => [name, bearer]));
}

/** Whether a candidate is meant as the name of a person, by how it is written and what is around. */
function isSpokenOf(
  line: string,
  words: readonly Word[],
  { text, start, end, from, to }: Candidate,
  part: Bearer['part'],
): boolean {
  if (part === 'family') return title.test(line.slice(0, start));
  if (from !== to || (unspaced.test(text) && [...text].length > 1)) return true;
  if ([...text].length < 2 && !unspaced.test(text)) return false;
  const capital = /^\p{Lu}/u.test(text);
  const common = ordinary.has(text.toLowerCase()) || new RegExp(`^${ownVerb}$`, 'iu').test(text);
  if (common && !capital) return false;
  const begins = /(?:^|[.!?;:,\n–—-]\s*)$/u.test(line.slice(0, start));
  if (common && begins && verbNext.test(line.slice(end))) return false;
  // Two letters in lower case are too little to go by: "my", "an".
  if (!capital && text.length < 3 && /^\p{Script=Latin}+$/u.test(text)) return false;
  const next = words[to + 1];
  return !(capital && next && goesOn(line, end, next));
}

/** Whether a capitalised word follows at once: another family's Rosa. */
function goesOn(line: string, end: number, next: Word): boolean {
  return (
    /^[ -]$/.test(line.slice(end, next.start)) &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    !noSurname.test(next.text)
  );
}
