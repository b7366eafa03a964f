import { folded, type NameParts, splitName } from '../../../../shared/names.ts';
import { fullNames } from './nicknames.ts';

/** Somebody's name in the forms under which it is compared with others. */
export interface NameForms {
  /** First name, or what they are called; empty when only a business is named. */
  given: string;
  family: string;
  /** Every first name they answer to, nicknames resolved. */
  called: ReadonlySet<string>;
  /** As they sound: other scripts written in Latin letters, spellings evened out. */
  givenSound: string;
  familySound: string;
  /** The whole name as it sounds, in a form that is alike in both orders. */
  whole: string;
  /** Of two names, or of a script that writes both together: enough to know somebody by. */
  isWhole: boolean;
}

const together = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u;

/** The forms of a name; a business stands for itself where nobody is named. */
export function nameForms(parts: NameParts): NameForms {
  const called = parts.givenName || parts.nickname;
  const split =
    !parts.familyName && /\S\s\S/.test(called)
      ? splitName(called)
      : { givenName: called, familyName: parts.familyName };
  const given = nameWords(split.givenName);
  const family = nameWords(split.familyName);
  const givenSound = nameSound(given);
  const familySound = nameSound(family);
  const names = [given, given.split(' ')[0] ?? '', nameWords(parts.nickname)].filter(Boolean);
  const business = given || family ? '' : nameWords(parts.company);
  const glued = `${family}${given}`.replaceAll(' ', '');
  return {
    given,
    family,
    called: new Set(names.flatMap((name) => [name, ...fullNames(name)])),
    givenSound,
    familySound,
    whole: together.test(glued)
      ? glued
      : [givenSound, familySound, business].filter(Boolean).sort().join(' '),
    isWhole: (given !== '' && family !== '') || together.test(glued) || business.length > 3,
  };
}

/** Folded, with nothing but letters, digits and single blanks; apostrophes join ("O'Neil"). */
export function nameWords(name: string): string {
  return folded(name)
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

const inLatin: Record<string, string> = Object.fromEntries(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e є:ie ж:zh з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ' +
    'ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ' +
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f ' +
    'χ:ch ψ:ps ω:o'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Spellings of one sound; in this order. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[aou])e/g, ''],
  [/ph/g, 'f'],
  [/kh|ch(?=r)/g, 'h'],
  [/ck|c(?![eihy])/g, 'k'],
  [/th/g, 't'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/(.)\1+/gu, '$1'],
];

/**
 * How a folded name sounds, roughly: Cyrillic and Greek letters in Latin ones, and the spellings
 * that one name has in several papers made one (Müller, Mueller; Sofia, Sophia; Yuri, Юрий).
 */
export function nameSound(name: string): string {
  let heard = '';
  for (const letter of name.replaceAll('ου', 'u')) heard += inLatin[letter] ?? letter;
  for (const [spelling, one] of spellings) heard = heard.replace(spelling, one);
  return heard;
}

/** Whether two words are one slip apart: a letter more, less, other, or two the wrong way round. */
export function oneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}
