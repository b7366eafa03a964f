import { phoneDigits } from '../../../shared/phone-numbers.ts';
import { searchable } from './searchable.ts';

/** What somebody looks for, ready for the database. */
export interface Wanted {
  /** An FTS5 expression (https://www.sqlite.org/fts5.html, section 3); null when no word is in it. */
  match: string | null;
  /** The digits of a phone number, without what stands for the country; empty when it is none. */
  digits: string;
}

/** More words than this are not looked for: nobody types them to find something. */
const mostWords = 24;

/**
 * Typed words as a query: each must be there, as a word or the beginning of one, in any order.
 * A run of a script without spaces must be there as it stands. Nothing typed is taken as syntax.
 */
export function wanted(words: string): Wanted {
  const phrases = wordsOf(words).map((word) => phrase(word));
  return { match: phrases.length > 0 ? phrases.join(' AND ') : null, digits: numberLike(words) };
}

/** The words in what was typed; signs that the index does not keep are left out. */
export function wordsOf(words: string): string[] {
  return words
    .toWellFormed()
    .replaceAll('\u0000', ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .slice(0, mostWords);
}

/** A word as an FTS5 phrase whose last part may be the beginning of a word. */
export function phrase(word: string): string {
  return `"${searchable(word).replaceAll('"', '""')}"*`;
}

/** The digits when all of it looks like a phone number: at least three, without leading zeros. */
function numberLike(words: string): string {
  if (!/^[+\p{Nd}\s()./-]+$/u.test(words.trim())) return '';
  const digits = phoneDigits(words).replace(/^\+?0*/, '');
  return digits.length >= 3 ? digits : '';
}
