import { linksIn, literal, plainWords } from '../../../../shared/note-words.ts';
import type { KnownPerson } from './person-data.ts';

/** Which sentences of a text are about somebody; the rest of it is about others. */
export type AboutThem = (text: string) => string;

/**
 * Picks out of what was said with others, or written about them, the sentences that name somebody,
 * by a link or by what they are called: what others told is not handed on with it.
 */
export function aboutThem(person: KnownPerson): AboutThem {
  const names = [
    ...[person.name, person.givenName, person.familyName, person.nickname],
    ...person.otherNames.map(({ name }) => name),
  ].filter((name) => name.trim().length > 1);
  const named = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map(literal).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  return (text) =>
    [...sentences.segment(text)]
      .map(({ segment }) => segment)
      .filter(
        (sentence) =>
          linksIn(sentence).some(({ id }) => id === person.id) || named.test(plainWords(sentence)),
      )
      .map((sentence) => plainWords(sentence).trim())
      .join(' … ');
}
