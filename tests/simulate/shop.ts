import type { Circle } from '../../shared/contract/contract.ts';
import type { Promised, Said } from './year.ts';

/** Somebody on a day of the year under a rule; days as numbers, the year's first is 0. */
export interface Person {
  who: number;
  id: string;
  circle: Circle;
  rhythmDays: number | null;
  addedDay: number;
  birthday: number | null;
  lastSpokeDay: number | null;
  /** The days on which they were spoken with this year. */
  spokeDays: number[];
  /** Attempts since they were last spoken with, and the day of the last one. */
  attempts: number;
  lastAttemptDay: number | null;
  promises: Promised[];
  voices: Said[];
}

/** A shop on one morning, as a rule sees it. */
export interface Shop {
  day: number;
  people: readonly Person[];
  /** How many persons a day the circles ask for. */
  load: number;
  /** For rules that leave it to chance. */
  random: () => number;
}

/** Names somebody, or nobody. */
export type Rule = (shop: Shop) => Person | undefined;

/** Days since somebody was spoken with, or since they were added when never. */
export function silentDays(person: Person, day: number): number {
  return day - (person.lastSpokeDay ?? person.addedDay);
}

/** Who has the highest value of something; of equals the longest silent, then the first. */
export function most(
  { people, day }: Pick<Shop, 'people' | 'day'>,
  value: (person: Person) => number,
): Person | undefined {
  let best: Person | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const person of people) {
    const worth = value(person);
    const longer = best && worth === highest && silentDays(person, day) > silentDays(best, day);
    if (worth > highest || longer) {
      highest = worth;
      best = person;
    }
  }
  return best;
}
