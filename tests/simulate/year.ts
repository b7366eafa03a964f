import type { Circle, Tone } from '../../shared/contract/contract.ts';
import { type CircleDays, rhythmInForce } from '../../shared/rhythm.ts';
import { seeded } from './seeded.ts';

/** The days of the year that is lived through. */
export const daysOfYear = 365;

/** The circles as a new house has them. */
export const usualCircles: CircleDays = { innerDays: 14, regularDays: 30, widerDays: 91 };

/** Somebody as the year finds them on its first day, day 0; days before it are negative. */
export interface Customer {
  id: string;
  circle: Circle;
  addedDay: number;
  /** Null when never spoken with. */
  lastSpokeDay: number | null;
  /** Day of the year; null when it is not known. */
  birthday: number | null;
}

/** Something promised to somebody on one day and due on a later one. */
export interface Promised {
  id: string;
  who: number;
  madeDay: number;
  dueDay: number;
}

/** Something that somebody said. */
export interface Said {
  id: string;
  who: number;
  day: number;
  tone: Tone;
}

/** All that happens in a shop whatever rule the keeper follows, settled before the year begins. */
export interface Year {
  customers: Customer[];
  promises: Promised[];
  voices: Said[];
  /** The days on which the keeper manages nobody. */
  idle: boolean[];
  /** The days on which whoever is tried is not reached: the same luck for every rule. */
  missed: boolean[];
}

/** How the people are spread: at 150, the circles ask for about three a day. */
const shares: readonly [Circle, number][] = [
  ['inner', 0.08],
  ['regular', 0.28],
  ['wider', 0.54],
  ['none', 0.1],
];
const neverGreeted = 0.1;
const birthdaysKnown = 0.6;
const promisesADay = 1 / 6;
const voicesADay: readonly [Tone, number][] = [
  ['complaint', 1 / 12],
  ['question', 0.1],
  ['praise', 0.1],
  ['plain', 0.1],
];
/** One day in 24 the keeper manages nobody; on as many an attempt reaches nobody. */
const idleDays = 1 / 24;
const missedDays = 1 / 24;

/** A year of a shop. The same seed and number of people always give the same year. */
export function yearOf(people: number, seed: number): Year {
  const random = seeded(seed);
  const below = (many: number) => Math.floor(random() * many);
  const customers = Array.from({ length: people }, (_, index) => customer(index, people, random));
  const promises: Promised[] = [];
  const voices: Said[] = [];
  for (let day = 0; day < daysOfYear; day += 1) {
    if (random() < promisesADay) {
      const dueDay = day + 1 + below(14);
      promises.push({ id: `promise ${promises.length}`, who: below(people), madeDay: day, dueDay });
    }
    for (const [tone, rate] of voicesADay) {
      if (random() < rate) {
        voices.push({ id: `voice ${voices.length}`, who: below(people), day, tone });
      }
    }
  }
  const idle = Array.from({ length: daysOfYear }, () => random() < idleDays);
  const missed = Array.from({ length: daysOfYear }, () => random() < missedDays);
  return { customers, promises, voices, idle, missed };
}

/** Somebody whose silence is anywhere up to a little over their rhythm, as in a shop that is nearly in time. */
function customer(index: number, people: number, random: () => number): Customer {
  const circle = circleAt((index + 0.5) / people);
  const rhythm = rhythmInForce(circle, null, usualCircles) ?? usualCircles.widerDays;
  const since = -1 - Math.floor(random() * rhythm * 1.1);
  const greeted = random() >= neverGreeted;
  return {
    id: `person ${String(index).padStart(5, '0')}`,
    circle,
    addedDay: greeted ? -daysOfYear : since,
    lastSpokeDay: greeted ? since : null,
    birthday: random() < birthdaysKnown ? Math.floor(random() * daysOfYear) : null,
  };
}

function circleAt(place: number): Circle {
  let upTo = 0;
  for (const [circle, share] of shares) {
    upTo += share;
    if (place < upTo) return circle;
  }
  return 'none';
}
