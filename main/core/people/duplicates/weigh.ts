import type { ContactKind } from '../../../../shared/contract/contract.ts';
import { oneSlip } from './name-forms.ts';
import type { Profile } from './profiles.ts';

/** How often names are borne, so that a common one tells less. */
export interface Bearers {
  whole: ReadonlyMap<string, number>;
  given: ReadonlyMap<string, number>;
}

/** How likely two are one, from 0 to 1, and why, the strongest reason first. */
export interface Likeness {
  score: number;
  why: string[];
}

interface Evidence {
  weight: number;
  why: string;
}

/** How much the same way to reach two tells; a household shares some of them, a shop others. */
const contactWeight: Record<ContactKind, number> = {
  handle: 0.85,
  email: 0.8,
  phone: 0.55,
  website: 0.25,
  address: 0.25,
};

const contactWords: Record<ContactKind, string> = {
  handle: 'The same handle',
  email: 'The same mail address',
  phone: 'The same phone number',
  website: 'The same website',
  address: 'The same address',
};

/** A whole name that more people than this bear says less of each. */
const commonFrom = 3;

/** What speaks against it leaves this share of the score. */
const lessWhen = { anotherFirstName: 0.35, anotherBirthday: 0.4, linked: 0.2 };

/**
 * Weighs what two people have in common. Every reason takes its share of the doubt that the
 * others leave (1 − ∏(1 − weight)); another first name, another birthday, or a link written
 * between them speak against it.
 */
export function weigh(one: Profile, other: Profile, bearers: Bearers): Likeness {
  const named = compareNames(one, other, bearers);
  const shared: Evidence[] = [];
  const kinds = new Set<ContactKind>();
  for (const [key, { kind, value }] of one.contacts) {
    if (!other.contacts.has(key) || kinds.has(kind)) continue;
    kinds.add(kind);
    shared.push({ weight: contactWeight[kind], why: `${contactWords[kind]}, ${value}` });
  }
  const reached = named === 'others' ? lessWhen.anotherFirstName : 1;
  const evidence = shared.map(({ weight, why }) => ({ weight: weight * reached, why }));
  if (named && named !== 'others') evidence.push(named);
  const dates = compareDates(one, other, bearers, named !== 'others');
  evidence.push(...dates.evidence);
  evidence.sort((a, b) => b.weight - a.weight);
  const doubt = evidence.reduce((left, { weight }) => left * (1 - weight), 1);
  const against = dates.against * (one.linked.has(other.id) ? lessWhen.linked : 1);
  return { score: (1 - doubt) * against, why: evidence.map(({ why }) => why) };
}

function compareNames(one: Profile, other: Profile, bearers: Bearers): Evidence | 'others' | null {
  const [a, b] = [one.forms, other.forms];
  if (a.whole !== '' && a.whole === b.whole) {
    const count = bearers.whole.get(a.whole) ?? 1;
    const rare = count > commonFrom ? commonFrom / count : 1;
    if (!a.isWhole) return { weight: 0.25 * rare, why: 'The same name' };
    if (a.given === b.given && a.family === b.family)
      return { weight: 0.7 * rare, why: 'The same name' };
    if (a.givenSound === b.familySound && a.givenSound !== b.givenSound)
      return { weight: 0.65 * rare, why: 'The same name, the other way round' };
    return { weight: 0.6 * rare, why: 'The same name, written another way' };
  }
  if (!a.given || !b.given) return null;
  const sameGiven = a.givenSound === b.givenSound;
  const answersTo = sameGiven || [...a.called].some((name) => b.called.has(name));
  if (a.familySound && a.familySound === b.familySound) {
    if (answersTo) return { weight: 0.58, why: 'One first name may stand for the other' };
    if (oneSlip(a.given, b.given) && Math.min(a.given.length, b.given.length) > 3)
      return { weight: 0.45, why: 'The names are one letter apart' };
    if (initialOf(a.given, b.given))
      return { weight: 0.3, why: 'The same initial and family name' };
    return 'others';
  }
  if (answersTo && oneSlip(a.family, b.family) && Math.min(a.family.length, b.family.length) > 4)
    return { weight: 0.45, why: 'The names are one letter apart' };
  if (answersTo) {
    const count = bearers.given.get(a.givenSound) ?? 1;
    return { weight: count > 5 ? 0.1 : 0.25, why: 'The same first name' };
  }
  return 'others';
}

/** Whether one of two first names is but the first letter of the other. */
function initialOf(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return [...short].length === 1 && long.startsWith(short);
}

function compareDates(one: Profile, other: Profile, bearers: Bearers, mayBeOne: boolean) {
  const evidence: Evidence[] = [];
  let against = 1;
  const [a, b] = [one.birthday, other.birthday];
  if (a && b) {
    const sameDay = a.month === b.month && a.day === b.day;
    const sameYear = a.year === null || b.year === null || a.year === b.year;
    if (!sameDay || !sameYear) against = lessWhen.anotherBirthday;
    else if (mayBeOne) {
      const common = (bearers.given.get(one.forms.givenSound) ?? 1) > 5;
      const known = a.year !== null && b.year !== null;
      evidence.push({
        weight: known ? (common ? 0.4 : 0.5) : 0.25,
        why: 'The same birthday',
      });
    }
  }
  if (mayBeOne && [...one.dates].some((date) => other.dates.has(date)))
    evidence.push({ weight: 0.2, why: 'A date in common' });
  return { evidence, against };
}
