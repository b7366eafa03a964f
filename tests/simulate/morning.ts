import type { Reason } from '../../shared/contract/contract.ts';
import type { Customer, Promised, Said } from './shop-year.ts';

/** Somebody on a day of the year under a rule; days as numbers, the year's first is 0. */
export interface Person extends Customer {
  who: number;
  rhythmDays: number | null;
  /** The days on which they were spoken with this year. */
  spokeDays: number[];
  /** Attempts since they were last spoken with, and the day of the last one. */
  attempts: number;
  lastAttemptDay: number | null;
  promises: Promised[];
  voices: Said[];
}

/** A shop on one morning, as a rule sees it. */
export interface Morning {
  day: number;
  people: readonly Person[];
  /** How many persons a day the circles ask for. */
  perDay: number;
  /** For rules that leave it to chance. */
  random: () => number;
}

/** Whom a rule names, and ours also why. */
export interface Named {
  person: Person;
  reasons: readonly Reason[];
}

/** Names somebody, or nobody. */
export type Rule = (morning: Morning) => Named | undefined;

/** Days since somebody was spoken with, or since they were added when never. */
export function silentDays(person: Person, day: number): number {
  return day - (person.lastSpokeDay ?? person.addedDay);
}
