/** How one speaks of somebody in a sentence. */
export interface Pronouns {
  subject: string;
  object: string;
  possessive: string;
  /** "they are", but "she is". */
  plural: boolean;
}

const they: Pronouns = { subject: 'they', object: 'them', possessive: 'their', plural: true };
const known: Record<string, Pronouns> = {
  she: { subject: 'she', object: 'her', possessive: 'her', plural: false },
  he: { subject: 'he', object: 'him', possessive: 'his', plural: false },
  they,
};

/** Pronouns as somebody gave them ("she/her", "he, they"); "they" where none are known. */
export function pronounsOf(given: string): Pronouns {
  const first = given.toLowerCase().match(/\p{L}+/u)?.[0] ?? '';
  return known[first] ?? they;
}

/** A word as it begins a sentence. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
