import { unhurried } from '../../unhurried.ts';
import type { Profile } from './profiles.ts';
import { type Bearers, type Likeness, weigh } from './weigh.ts';

/** Two who may be one. */
export interface Pair extends Likeness {
  one: Profile;
  other: Profile;
}

/** From this score on, somebody is shown. */
const likelyFrom = 0.5;

/**
 * More people than this behind one key tell nothing of each other by it: a switchboard's number,
 * a name that half the town bears. They are still found by what else they have in common.
 */
const mostBehindOneKey = 8;

/**
 * Everybody who may be there twice, the likeliest first. Only those who share a key are ever
 * compared (a way to reach them, a name as it sounds, most of a name), so that it stays in step
 * with the number of people and not with its square.
 */
export async function findPairs(people: readonly Profile[]): Promise<Pair[]> {
  const bearers: Bearers = {
    whole: counted(people.map(({ forms }) => forms.whole)),
    given: counted(people.map(({ forms }) => forms.givenSound)),
  };
  const behind = new Map<string, number[]>();
  await unhurried(people, (person, index) => {
    for (const key of new Set(keysOf(person))) {
      const sharers = behind.get(key);
      if (sharers) sharers.push(index);
      else behind.set(key, [index]);
    }
  });
  const compared = new Set<number>();
  const pairs: Pair[] = [];
  await unhurried(behind.values(), (sharers) => {
    if (sharers.length < 2 || sharers.length > mostBehindOneKey) return;
    for (const [place, first] of sharers.entries()) {
      for (const second of sharers.slice(place + 1)) {
        const both = first * people.length + second;
        if (compared.has(both)) continue;
        compared.add(both);
        const [one, other] = [people[first], people[second]];
        if (!one || !other) continue;
        const likeness = weigh(one, other, bearers);
        if (likeness.score >= likelyFrom) pairs.push({ one, other, ...likeness });
      }
    }
  });
  return pairs.sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1));
}

function keysOf({ forms, contacts, birthday }: Profile): string[] {
  const { given, family, givenSound, familySound, whole, called } = forms;
  const day = birthday && `${birthday.month}-${birthday.day}`;
  return [
    ...contacts.keys(),
    ...(whole ? [`whole ${whole}`] : []),
    ...(given && family
      ? [
          ...[...called].map((name) => `called ${name} ${familySound}`),
          // A slip in one half leaves the other, and the beginning or the end of itself.
          `begins ${familySound} ${given.slice(0, 2)}`,
          `ends ${familySound} ${given.slice(-2)}`,
          `begins ${givenSound} ${family.slice(0, 3)}`,
          `ends ${givenSound} ${family.slice(-3)}`,
        ]
      : []),
    ...(day ? [`born ${day} ${givenSound}`, `born ${day} ${familySound}`] : []),
  ];
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
