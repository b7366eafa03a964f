import { folded } from '../../../shared/names.ts';
import { readable, searchable } from './searchable.ts';

/** How many words an excerpt has before the one that was found, and in all. */
const wordsBefore = 6;
const wordsInAll = 20;

/**
 * The part of a document's text around the first of the words looked for, the longest word first;
 * its beginning when none is in it. The text is as the index has it, the excerpt as people write.
 */
export function excerptOf(body: string, words: readonly string[]): string {
  const tokens = body.split(' ');
  const found = Math.max(0, foundAt(tokens, words));
  const start = found < wordsInAll - wordsBefore ? 0 : found - wordsBefore;
  const end = Math.min(tokens.length, start + wordsInAll);
  const text = readable(tokens.slice(start, end).join(' ')).trim();
  return `${start > 0 ? '…' : ''}${text}${end < tokens.length ? '…' : ''}`;
}

function foundAt(tokens: readonly string[], words: readonly string[]): number {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  for (const word of longestFirst) {
    // A word of an unspaced script is several tokens, one after the other.
    const wanted = searchable(word).split(' ').map(folded);
    const at = tokens.findIndex((_, index) =>
      wanted.every((part, offset) => beginsWith(tokens[index + offset] ?? '', part)),
    );
    if (at >= 0) return at;
  }
  return -1;
}

/** Whether a token, or a part of it between signs, begins like that. */
function beginsWith(token: string, wanted: string): boolean {
  const text = folded(token);
  return (
    text.startsWith(wanted) ||
    text.split(/[^\p{L}\p{M}\p{N}]+/u).some((part) => part.startsWith(wanted))
  );
}
