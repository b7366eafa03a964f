import type { TownHouse } from '../../../../shared/contract/contract.ts';

/** A house as the core tells it, with what matters to the test. */
export function aHouse(id: string, more: Partial<TownHouse> = {}): TownHouse {
  return {
    id,
    name: `Person ${id}`,
    circle: 'regular',
    tags: [],
    rhythmDays: 30,
    lastSpokeDay: '2026-02-15',
    warmth: 0.5,
    isToday: false,
    ...more,
  };
}

export const houses = (count: number, more: Partial<TownHouse> = {}) =>
  Array.from({ length: count }, (_, index) => aHouse(`h${index}`, more));
