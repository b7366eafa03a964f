import { folded } from '../../../shared/names.ts';
import { all, type Connection, run } from '../database/connection.ts';
import { phrase, wordsOf } from './query.ts';

/** How many spellings stand in for one that is not found. */
const mostSpellings = 8;

/** A query that stands in for one that found nothing. */
export interface Nearby {
  match: string;
  /** The words that it looks for. */
  words: string[];
}

/**
 * A query for when nothing is spelt as it was typed: every word that the index does not know is
 * taken for those that differ by one slip (two in words of eight letters or more). Null when the
 * index knows nothing like it. Slips are not looked for in words of less than four letters.
 */
export function nearby(connection: Connection, words: string): Nearby | null {
  const typed = wordsOf(words);
  if (typed.length === 0) return null;
  run(
    connection,
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab('main', 'search_index', 'row')",
  );
  let helped = false;
  const taken: string[] = [];
  const parts = typed.map((word) => {
    const spellings = known(connection, word) ? [] : near(connection, folded(word));
    taken.push(...(spellings.length > 0 ? spellings : [word]));
    if (spellings.length === 0) return phrase(word);
    helped = true;
    return `(${spellings.map((spelling) => phrase(spelling)).join(' OR ')})`;
  });
  return helped ? { match: parts.join(' AND '), words: taken } : null;
}

function known(connection: Connection, word: string): boolean {
  const rows = all(connection, 'SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1', [
    phrase(word),
  ]);
  return rows.length > 0;
}

/** The words of the index nearest to one, the nearest and most used first. */
function near(connection: Connection, word: string): string[] {
  const letters = [...word];
  if (letters.length < 4) return [];
  const slips = letters.length >= 8 ? 2 : 1;
  // A first letter is seldom wrong, and keeping to it leaves a small part of the index to read.
  const first = letters[0] ?? '';
  const terms = all<{ term: string; doc: number }>(
    connection,
    'SELECT term, doc FROM search_word WHERE term >= :first AND term < :after',
    { first, after: `${first}\u{10ffff}` },
  );
  return terms
    .map(({ term, doc }) => ({ term, doc, distance: slipsToBegin(letters, [...term], slips) }))
    .filter((candidate) => candidate.distance <= slips)
    .sort((one, other) => one.distance - other.distance || other.doc - one.doc)
    .slice(0, mostSpellings)
    .map((candidate) => candidate.term);
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour (Damerau and
 * Levenshtein, each pair once) until `typed` is `word` or its beginning. Gives up above `most`.
 */
function slipsToBegin(typed: readonly string[], word: readonly string[], most: number): number {
  if (word.length < typed.length - most) return most + 1;
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= width; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(...last);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
