import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../main/core/today/choose.ts';
import { paceOf } from '../../../main/core/today/pace.ts';
import { candidateOf } from '../../../main/core/today/reasons.ts';
import { longestNeglect } from '../../../main/core/today/turn.ts';
import { addDays } from '../../../shared/dates.ts';
import { boundUsed } from '../../simulate/compare.ts';
import { live } from '../../simulate/live.ts';
import { porchlight } from '../../simulate/porchlight.ts';
import { type Shop, yearOf } from '../../simulate/shop-year.ts';

const drowning: Partial<Shop> = {
  promisesADay: 1.5,
  voicesADay: { complaint: 1, question: 0.5, praise: 0.5, plain: 0 },
};

test('whatever the shop is like, nobody waits longer than the bound on neglect', () => {
  const shops = fc.record({
    people: fc.integer({ min: 1, max: 60 }),
    inner: fc.double({ min: 0, max: 0.5, noNaN: true }),
    regular: fc.double({ min: 0, max: 0.5, noNaN: true }),
    wider: fc.constant(0.3),
    silentAtFirst: fc.constantFrom(1, 5),
    promisesADay: fc.constantFrom(0, 0.2, 1.5),
    missedCalls: fc.constantFrom(0, 0.2, 0.6),
    busyDays: fc.constantFrom(0, 0.3),
  });
  fc.assert(
    fc.property(shops, fc.integer(), (shop, seed) => {
      const year = yearOf(shop, seed);
      expect(boundUsed(live(year, porchlight, seed), shop.people)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40, seed: 20_260_302 },
  );
});

test('a house that drowns in duties for four years still reaches everybody, within the bound', () => {
  for (const seed of [1, 2]) {
    const year = yearOf({ people: 30, days: 1460, ...drowning }, seed);
    const outcome = live(year, porchlight, seed);
    expect(outcome.neverReached).toBe(0);
    expect(boundUsed(outcome, 30)).toBeLessThanOrEqual(1);
  }
});

test('in a year of a small shop everybody in a circle is reached and duties are done in time', () => {
  let birthdays = 0;
  for (const seed of [1, 2, 3, 4]) {
    const outcome = live(yearOf({ people: 25 }, seed), porchlight, seed);
    birthdays += outcome.birthdaysKept / 4;
    expect(outcome.neverReached).toBe(0);
    expect(outcome.promisesKept).toBeGreaterThanOrEqual(0.8);
    expect(outcome.complaintsAnswered).toBeGreaterThanOrEqual(0.8);
  }
  // One day in five the shop has no time, and one call in five is in vain.
  expect(birthdays).toBeGreaterThanOrEqual(0.5);
});

test('with everybody long unspoken to, promises and complaints are not lost in the backlog', () => {
  for (const people of [60, 150]) {
    const outcome = live(yearOf({ people, silentAtFirst: 5 }, 5), porchlight, 5);
    expect(outcome.promisesKept).toBeGreaterThanOrEqual(0.8);
    expect(outcome.complaintsAnswered).toBeGreaterThanOrEqual(0.8);
  }
});

test('the worst that can be thought of stays within the bound: duties for all others, every day', () => {
  // Everybody but one always has a promise due today, a complaint of yesterday and a birthday.
  const rhythmDays = 30;
  const people = 12;
  const pace = paceOf(people / rhythmDays);
  let longest = 0;
  const lastNamed = new Map<string, number>();
  const dayOf = (day: number) => addDays('2026-01-01', day);
  for (let day = 0; day < 2000; day += 1) {
    const today = dayOf(day);
    const town = Array.from({ length: people }, (_, index) => {
      const customerId = `person ${index}`;
      const busy = index > 0;
      const promise = { followUpId: 'p', text: '', dueDay: today, wakeDay: today, madeAt: 0 };
      const voice = { mentionId: 'm', saidAt: day, excerpt: '', sourceName: '' };
      const birthday = { label: '', kind: 'birthday' as const, day: today, years: null };
      return {
        customerId,
        circle: 'regular' as const,
        rhythmDays,
        addedDay: dayOf(0),
        lastSpokeDay: dayOf(lastNamed.get(customerId) ?? 0),
        lastSpokeAt: -1,
        attempts: 0,
        lastAttempt: null,
        putOffYesterday: false,
        promises: busy ? [promise] : [],
        voices: busy ? [{ ...voice, tone: 'complaint' as const, saidDay: dayOf(day - 1) }] : [],
        dates: busy ? [{ ...birthday, noticeDays: 3, wholeMonth: false }] : [],
      };
    });
    const candidates = town.map((facts) => candidateOf(facts, today));
    const named = inOrder(candidates, pace)[0]?.customerId ?? '';
    if (named === 'person 0') longest = Math.max(longest, day - (lastNamed.get(named) ?? 0));
    lastNamed.set(named, day);
  }
  expect(longest).toBeGreaterThan(4 * rhythmDays);
  expect(longest).toBeLessThanOrEqual(longestNeglect(rhythmDays, { load: pace.load, people }, 0));
});
