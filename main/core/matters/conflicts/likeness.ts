import { nameSound, nameWords, oneSlip } from '../../people/duplicates/name-forms.ts';
import { fullNames } from '../../people/duplicates/nicknames.ts';

/** How alike two names are, and in what. */
export interface Likeness {
  likeness: 'same' | 'near' | 'part';
  why: string;
}

/** A name taken apart for comparing with others. */
export interface Comparable {
  words: readonly string[];
  sounds: readonly string[];
  /** All of it without blanks, for scripts that are written without them. */
  glued: string;
}

/** What follows a business's name and says only what sort of company it is. */
const legalForms = new Set(
  (
    'ltd limited llc llp lp inc incorporated corp corporation co company plc gmbh ag kg ohg ug mbh ' +
    'srl spa sas snc sarl sa sl slu bv nv ab as oy oyj aps a/s kft zrt doo sro pty pte the and und ' +
    'et e y'
  ).split(' '),
);

const together = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

/** A name as it is compared: folded, without what says only what sort of company it is. */
export function comparable(name: string): Comparable {
  // "S.r.l." and "G. M. B. H." are one word each.
  const whole = nameWords(name.replace(/\b(\p{L})\.\s?(?=\p{L}\.)/gu, '$1'))
    .split(' ')
    .filter(Boolean);
  const telling = whole.filter((word) => !legalForms.has(word));
  const words = telling.length > 0 ? telling : whole;
  return { words, sounds: words.map(nameSound), glued: words.join('') };
}

/** How alike one word of a name is to one of another; less is more alike. */
const alike = { same: 0, sound: 1, nickname: 2, slip: 3, initial: 4 } as const;
type Alike = (typeof alike)[keyof typeof alike];

const wordings: Record<Alike, string> = {
  [alike.same]: 'The same name',
  [alike.sound]: 'The same name, written another way',
  [alike.nickname]: 'One first name may stand for the other',
  [alike.slip]: 'Written almost the same',
  [alike.initial]: 'The same but for an initial',
};

/**
 * In what a name is like the one that is looked for, in any order and script; null when it is
 * not. A single word is looked for in longer names; of two names, the last name alone counts too.
 */
export function likenessOf(wanted: Comparable, other: Comparable): Likeness | null {
  if (wanted.words.length === 0 || other.words.length === 0) return null;
  if (together.test(wanted.glued) || together.test(other.glued))
    return gluedLikeness(wanted, other);
  const pairs = paired(wanted, other);
  const worst = Math.max(...pairs.map(({ level }) => level)) as Alike;
  const all = pairs.length === wanted.words.length;
  const allOther = pairs.length === other.words.length;
  if (all && allOther) {
    const turned = worst === alike.same && wanted.glued !== other.glued;
    if (turned) return { likeness: 'same', why: 'The same name, the other way round' };
    return { likeness: worst <= alike.sound ? 'same' : 'near', why: wordings[worst] };
  }
  const telling = pairs.some(({ word }) => word.length > 2);
  if (!telling || worst > alike.slip) return null;
  if (all)
    return { likeness: worst <= alike.sound ? 'near' : 'part', why: 'All of it is in this name' };
  if (allOther) return { likeness: 'part', why: 'This name is in it' };
  const last = pairs.some(
    ({ level, at, otherAt }) =>
      level <= alike.sound && at === wanted.words.length - 1 && otherAt === other.words.length - 1,
  );
  return last ? { likeness: 'part', why: 'The same last name' } : null;
}

interface Paired {
  word: string;
  level: Alike;
  at: number;
  otherAt: number;
}

/** Each word of the one with the word of the other that is most like it; no word serves twice. */
function paired(wanted: Comparable, other: Comparable): Paired[] {
  const found = wanted.words.flatMap((word, at) =>
    other.words.flatMap((_, otherAt): Paired[] => {
      const level = levelOf(wanted, at, other, otherAt);
      return level === null ? [] : [{ word, level, at, otherAt }];
    }),
  );
  const [mine, theirs] = [new Set<number>(), new Set<number>()];
  return found
    .sort((a, b) => a.level - b.level)
    .filter(({ at, otherAt }) => {
      if (mine.has(at) || theirs.has(otherAt)) return false;
      mine.add(at);
      theirs.add(otherAt);
      return true;
    });
}

function levelOf(wanted: Comparable, at: number, other: Comparable, otherAt: number): Alike | null {
  const [word = '', second = ''] = [wanted.words[at], other.words[otherAt]];
  if (word === second) return alike.same;
  const [sound = '', otherSound = ''] = [wanted.sounds[at], other.sounds[otherAt]];
  if (sound === otherSound && sound.length > 1) return alike.sound;
  const full = fullNames(word);
  if (fullNames(second).some((name) => full.includes(name))) return alike.nickname;
  const short = Math.min(word.length, second.length);
  if (short >= 4 && (oneSlip(word, second) || oneSlip(sound, otherSound))) return alike.slip;
  if (short >= 6 && sound[0] === otherSound[0] && twoSlips(sound, otherSound)) return alike.slip;
  if (short === 1 && word[0] === second[0]) return alike.initial;
  return null;
}

/** Whether two words are at most two letters more, less or other apart (Levenshtein). */
function twoSlips(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (last[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > 2) return false;
    last = next;
  }
  return (last.at(-1) ?? 3) <= 2;
}

function gluedLikeness(wanted: Comparable, other: Comparable): Likeness | null {
  if (wanted.glued === other.glued) return { likeness: 'same', why: 'The same name' };
  const sorted = (one: Comparable) => [...one.words].sort().join('');
  if (sorted(wanted) === sorted(other)) {
    return { likeness: 'same', why: 'The same name, the other way round' };
  }
  const [short, long] =
    wanted.glued.length < other.glued.length ? [wanted, other] : [other, wanted];
  if ([...short.glued].length < 2 || !long.glued.includes(short.glued)) return null;
  return short === wanted
    ? { likeness: 'near', why: 'All of it is in this name' }
    : { likeness: 'part', why: 'This name is in it' };
}
