/** The parts of a name, in whatever order they are spoken. */
export interface NameParts {
  givenName: string;
  familyName: string;
  nickname: string;
  company: string;
  nameOrder: 'given-first' | 'family-first';
}

/** Scripts in which family and given name are written together, the family's first. */
const writtenTogether =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u;

/** Words that belong to the family name after them ("van den Berg", "della Rocca"). */
const particles = new Set(
  (
    'van von de del della dello dei degli di da do dos das du des den der ter ten te la le ' +
    'el al bin ibn ben bint af av zu zum zur st st. san santa'
  ).split(' '),
);

/** Letters that do not fall apart into a base letter and a mark. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** Whether anything is there to call somebody by. One name suffices. */
export function hasName(parts: NameParts): boolean {
  return [parts.givenName, parts.familyName, parts.nickname, parts.company].some(
    (part) => part.trim() !== '',
  );
}

/**
 * How somebody is called: the given (or else the nick-) name and the family name, in the order
 * of the person; the company where no person is named. Empty when there is nothing at all.
 */
export function displayName(parts: NameParts): string {
  const called = parts.givenName || parts.nickname;
  if (!called || !parts.familyName) return called || parts.familyName || parts.company;
  if (parts.nameOrder === 'given-first') return `${called} ${parts.familyName}`;
  const together = writtenTogether.test(parts.familyName) && writtenTogether.test(called);
  return `${parts.familyName}${together ? '' : ' '}${called}`;
}

/** What a list is ordered by: the name as it is shown, folded. */
export function sortName(parts: NameParts): string {
  return folded(displayName(parts));
}

/**
 * Text for comparing: lower case, without the marks of Latin, Greek and Cyrillic letters, blanks
 * made one. Marks that make another letter in their script (が, vowels of Indic scripts) stay.
 */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøđðłþıħ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Both ways in which the same two names can be written, folded: for finding the same person. */
export function nameKeys(parts: NameParts): string[] {
  const called = parts.givenName || parts.nickname;
  const keys = [
    sortName(parts),
    folded(`${called} ${parts.familyName}`),
    folded(`${parts.familyName} ${called}`),
  ];
  return [...new Set(keys.filter((key) => key !== ''))];
}

/**
 * A whole name taken apart as well as can be: "Marin, Rosa" at its comma, else the last word and
 * the particles before it are the family's. A name of one word, or one written without blanks,
 * is the given name.
 */
export function splitName(whole: string): { givenName: string; familyName: string } {
  const name = whole.replace(/\s+/g, ' ').trim();
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  if (family && given && more.length === 0) return { givenName: given, familyName: family };
  const words = name.split(' ');
  let start = words.length - 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  if (start < 1) return { givenName: name, familyName: '' };
  return { givenName: words.slice(0, start).join(' '), familyName: words.slice(start).join(' ') };
}
