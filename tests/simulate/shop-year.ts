import type { Circle, Tone } from '../../shared/contract/contract.ts';
import { type CircleDays, rhythmInForce } from '../../shared/rhythm.ts';
import { seeded } from '../support/seeded.ts';

/** The days of the year that is lived through. Day 0 is Thursday, 1 January 2026. */
const daysOfYear = 365;

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

/** Something that somebody said, heard on the morning of a day. */
export interface Said {
  id: string;
  who: number;
  day: number;
  tone: Tone;
}

/** All that happens in a shop whatever rule the keeper follows, settled before the year begins. */
export interface Year {
  days: number;
  customers: Customer[];
  /** By the day on which they are made, and heard. */
  promises: Map<number, Promised[]>;
  voices: Map<number, Said[]>;
  /** The days on which the keeper manages nobody. */
  idle: boolean[];
  /** Whether somebody who is called on a day does not pick up: the same under every rule. */
  misses: (who: number, day: number) => boolean;
}

/**
 * What the shop is like. Every number was set from the reason beside it before any rule was run in
 * this shop, and is left alone since: the rule is tuned, not the shop.
 */
export interface Shop {
  people: number;
  days: number;
  /** Shares of the circles; the rest have none. */
  inner: number;
  regular: number;
  wider: number;
  /** The longest silence on the first day, in own rhythms. */
  silentAtFirst: number;
  neverGreeted: number;
  birthdays: Record<Circle, number>;
  promisesADay: number;
  voicesADay: Record<Tone, number>;
  closedOnSundays: boolean;
  busyDays: number;
  missedCalls: number;
}

const ordinaryShop: Omit<Shop, 'people'> = {
  days: daysOfYear,
  // The layers that Dunbar counts around one person: 15 close, 50 with the good friends, 150 with
  // all who are known. So 15, 35 and the rest of 150, less a tenth of passers-by whom nobody keeps.
  // In their usual rhythms these ask for 15/14 + 35/30 + 85/91 = 3.2 persons a day.
  inner: 0.1,
  regular: 0.23,
  wider: 0.57,
  // The year begins in a shop that has kept its rhythms, so that all neglect in it is the rule's.
  silentAtFirst: 1,
  // One in ten was added within the last rhythm and has not been spoken with yet.
  neverGreeted: 0.1,
  // One knows the birthdays of those who are close, and seldom of those who are not.
  birthdays: { inner: 0.75, regular: 0.5, wider: 0.25, none: 0 },
  // One talk in five ends with a promise, and there is about a talk a day. The number hangs on the
  // keeper, not on the size of the house: nobody can promise more than they have days.
  promisesADay: 1 / 5,
  // Words in public by people whom the house knows: five a fortnight. As with reviews in general,
  // one in five is a complaint; half are praise or nearly, the rest ask or merely tell.
  voicesADay: { complaint: 1 / 14, question: 1 / 14, praise: 1 / 7, plain: 1 / 14 },
  // Closed on Sundays; on one other day in twenty there is no time (illness, a fair, stocktaking).
  closedOnSundays: true,
  busyDays: 1 / 20,
  // One call in five is not picked up. What was written is answered in writing, which arrives.
  missedCalls: 1 / 5,
};

/** Promises fall due up to two weeks after they are made. */
const latestDue = 14;

/** A year of a shop. The same shop and seed always give the same year. */
export function yearOf(given: Pick<Shop, 'people'> & Partial<Shop>, seed: number): Year {
  const shop: Shop = { ...ordinaryShop, ...given };
  const { people, days } = shop;
  const random = seeded(seed);
  const below = (many: number) => Math.floor(random() * many);
  const customers = Array.from({ length: people }, (_, index) => customer(index, shop, random));
  const promises: Promised[] = [];
  const voices: Said[] = [];
  const arrivals = (rate: number) => Math.floor(rate) + (random() < rate % 1 ? 1 : 0);
  for (let day = 0; day < days; day += 1) {
    for (let many = arrivals(shop.promisesADay); many > 0; many -= 1) {
      const dueDay = day + 1 + below(latestDue);
      promises.push({ id: `promise ${promises.length}`, who: below(people), madeDay: day, dueDay });
    }
    for (const tone of ['complaint', 'question', 'praise', 'plain'] as const) {
      for (let many = arrivals(shop.voicesADay[tone]); many > 0; many -= 1) {
        voices.push({ id: `voice ${voices.length}`, who: below(people), day, tone });
      }
    }
  }
  const idle = Array.from({ length: days }, (_, day) => {
    const busy = random() < shop.busyDays;
    return busy || (shop.closedOnSundays && (day + 4) % 7 === 0);
  });
  const luck = below(2 ** 31);
  const misses = (who: number, day: number) =>
    seeded(luck + who * 5003 + day * 7_919_993)() < shop.missedCalls;
  return {
    days,
    customers,
    promises: Map.groupBy(promises, ({ madeDay }) => madeDay),
    voices: Map.groupBy(voices, ({ day }) => day),
    idle,
    misses,
  };
}

function customer(index: number, shop: Shop, random: () => number): Customer {
  const circle = circleAt((index + 0.5) / shop.people, shop);
  const rhythm = rhythmInForce(circle, null, usualCircles) ?? usualCircles.widerDays;
  const since = -1 - Math.floor(random() * rhythm * shop.silentAtFirst);
  const greeted = random() >= shop.neverGreeted;
  return {
    id: `person ${String(index).padStart(5, '0')}`,
    circle,
    // Those who were spoken with came to the house on any day of the three years before.
    addedDay: greeted ? since - Math.floor(random() * 3 * daysOfYear) : since,
    lastSpokeDay: greeted ? since : null,
    birthday: random() < shop.birthdays[circle] ? Math.floor(random() * daysOfYear) : null,
  };
}

function circleAt(place: number, { inner, regular, wider }: Shop): Circle {
  if (place < inner) return 'inner';
  if (place < inner + regular) return 'regular';
  return place < inner + regular + wider ? 'wider' : 'none';
}
