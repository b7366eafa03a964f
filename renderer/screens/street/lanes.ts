import type { Settings, TownHouse } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import { circleName, circles } from '../../../shared/wording/circles.ts';

/** Houses that stand together. */
export interface Lane {
  /** For the address: `inner`, `tag:music`. */
  key: string;
  name: string;
  houses: readonly TownHouse[];
}

/** What the windows of a house say at a glance. */
export type Light = 'lit' | 'dimming' | 'dark';

export const lights = ['lit', 'dimming', 'dark'] as const satisfies readonly Light[];

/** Lit while less than half of the rhythm has run, dark when it has run out or you never spoke. */
export function lightOf({ warmth }: Pick<TownHouse, 'warmth'>): Light {
  if (warmth > 0.5) return 'lit';
  return warmth > 0 ? 'dimming' : 'dark';
}

/** How many houses there are of each light. */
export function countLights(houses: readonly TownHouse[]): Record<Light, number> {
  const counts = { lit: 0, dimming: 0, dark: 0 };
  for (const house of houses) counts[lightOf(house)] += 1;
  return counts;
}

/**
 * The town in lanes, nobody twice and nobody left out: by circle from the nearest outwards, or by
 * each one's first tag, the most used first. Within a lane the order stays.
 */
export function lanesOf(houses: readonly TownHouse[], by: Settings['streetBy']): Lane[] {
  if (by === 'circle') {
    return circles
      .map((circle) => ({
        key: circle,
        name: circleName(circle),
        houses: houses.filter((house) => house.circle === circle),
      }))
      .filter((lane) => lane.houses.length > 0);
  }
  const byTag = Map.groupBy(houses, ({ tags }) => tags[0] ?? '');
  const untagged = byTag.get('');
  byTag.delete('');
  const lanes = [...byTag]
    .sort(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1))
    .map(([tag, tagged]) => ({ key: `tag:${tag}`, name: tag, houses: tagged }));
  return untagged
    ? [...lanes, { key: 'untagged', name: 'Without a tag', houses: untagged }]
    : lanes;
}

/** What the street is looked through for. */
export interface Sought {
  words: string;
  light: Light | null;
}

/** Whoever is sought, by id; null when nothing is sought, so everybody is. */
export function found(houses: readonly TownHouse[], sought: Sought): ReadonlySet<string> | null {
  const words = folded(sought.words).split(' ').filter(Boolean);
  if (words.length === 0 && sought.light === null) return null;
  const fits = (house: TownHouse) => {
    if (sought.light !== null && lightOf(house) !== sought.light) return false;
    if (words.length === 0) return true;
    const signs = writtenOn(house);
    return words.every((word) => signs.includes(word));
  };
  return new Set(houses.filter(fits).map(({ id }) => id));
}

const written = new WeakMap<TownHouse, string>();

/** Name and tags, folded: once for a house, however often one types. */
function writtenOn(house: TownHouse): string {
  const known = written.get(house) ?? folded([house.name, ...house.tags].join(' '));
  written.set(house, known);
  return known;
}
