import { folded } from '../../../shared/names.ts';

/** Blanks between characters of scripts that are written without any. */
const unspacedBlank =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu;

/** A name as the table of spoken names has it: folded, its words parted by single blanks. */
export function spokenName(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(unspacedBlank, '');
}

/**
 * The names by which a customer may be spoken of, as a JSON object from the name to what it is:
 * `called`, or `family` for the family's name alone, which needs a title before it ("Mrs Bianchi").
 */
export function spokenNames(
  displayName: string,
  givenName: string,
  familyName: string,
  nickname: string,
): string {
  const names = new Map<string, 'called' | 'family'>(
    [familyName, familyName.replace(/['’]/gu, '')].map((name) => [spokenName(name), 'family']),
  );
  const called = [displayName, givenName, nickname];
  if (familyName && givenName)
    called.push(`${givenName} ${familyName}`, `${familyName} ${givenName}`);
  if (familyName && nickname) called.push(`${nickname} ${familyName}`);
  for (const name of called) {
    names.set(spokenName(name), 'called');
    // Few type the sign in "O'Brien".
    names.set(spokenName(name.replace(/['’]/gu, '')), 'called');
  }
  names.delete('');
  return JSON.stringify(Object.fromEntries(names));
}
