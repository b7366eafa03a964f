import { folded } from '../../../shared/names.ts';
import { wordsOf } from './query.ts';
import { searchable } from './searchable.ts';

let last = { words: '', patterns: [] as RegExp[] };

/**
 * Whether all of these words, or words that begin with them, are in a document's text (as the
 * search index has it): the same that a search finds, for a single text.
 */
export function hasWords(text: string, words: string): boolean {
  if (last.words !== words) last = { words, patterns: wordsOf(words).map(patternOf) };
  const whole = folded(text);
  return last.patterns.length > 0 && last.patterns.every((pattern) => pattern.test(whole));
}

/** A word as the index parts it: at every sign, so that "it's" is "it" and then "s". */
function patternOf(word: string): RegExp {
  const parts = folded(searchable(word)).match(/[\p{L}\p{M}\p{N}\p{Co}]+/gu) ?? [];
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}\\p{Co}])${parts.join('[^\\p{L}\\p{M}\\p{N}\\p{Co}]+')}`,
    'u',
  );
}
