import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestNeglect } from '../../../main/core/today/weigh.ts';
import { dutiesThen, ours, silenceOf, stretchOf } from './rules.ts';
import { liveThrough, type Outcome, type TownOptions } from './simulated-town.ts';

const usual = {
  days: 365,
  promisesPerDay: 0.2,
  complaintsPerDay: 0.05,
  otherVoicesPerDay: 0.2,
  birthdays: 0.7,
};

/** Nobody waited longer than the bound that `weigh` states, reckoned anew for each person. */
function expectWithinBound(outcome: Outcome, people: number): void {
  const load = Math.max(1, outcome.load);
  for (const [id, days] of outcome.worstDays) {
    const rhythm = outcome.rhythms.get(id) ?? 0;
    expect(days, `${id}, every ${rhythm} days`).toBeLessThanOrEqual(
      longestNeglect(rhythm, load, people),
    );
  }
}

test('in a year of an ordinary town, everybody in a circle is reached and duties are done at once', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 30, max: 60 }), (seed, people) => {
      const outcome = liveThrough({ ...usual, seed, people }, ours);
      expect(outcome.neverReached).toBe(0);
      expect(outcome.longestStretch).toBeLessThan(2 * Math.max(1, outcome.load) + 1);
      expect(outcome.promisesInTime / outcome.promisesDue).toBeGreaterThanOrEqual(0.8);
      expect(outcome.complaintsPrompt).toBeGreaterThanOrEqual(outcome.complaints * 0.8 - 1);
      expectWithinBound(outcome, people);
    }),
    { numRuns: 12, seed: 20_260_302 },
  );
});

test('with 150 people and too much asked for, duties are still done and the neglect stays shared', () => {
  const rivals = { stretch: dutiesThen(stretchOf), silence: dutiesThen(silenceOf) };
  for (const seed of [1, 2, 3]) {
    // Such circles ask for about four a day, so a wider turn comes round after more than a year.
    const town: TownOptions = { ...usual, seed, people: 150, days: 540 };
    const outcome = liveThrough(town, ours);
    expect(outcome.neverReached).toBe(0);
    expect(outcome.promisesInTime / outcome.promisesDue).toBeGreaterThanOrEqual(0.8);
    expect(outcome.complaintsPrompt / outcome.complaints).toBeGreaterThanOrEqual(0.8);
    expectWithinBound(outcome, 150);
    // A rival that knows nothing but duties and stretch is as good as it gets; we stay within a tenth.
    const best = liveThrough(town, rivals.stretch).longestStretch;
    expect(outcome.longestStretch).toBeLessThanOrEqual(best * 1.1);
    expect(outcome.longestStretch).toBeLessThan(liveThrough(town, rivals.silence).longestStretch);
  }
});

test('with everybody long unspoken to, promises and complaints are not lost in the backlog', () => {
  const town = { ...usual, seed: 5, people: 60, sinceAtFirst: 5 };
  const outcome = liveThrough(town, ours);
  expect(outcome.promisesInTime / outcome.promisesDue).toBeGreaterThanOrEqual(0.8);
  expect(outcome.complaintsPrompt / outcome.complaints).toBeGreaterThanOrEqual(0.8);
});

test('a house that drowns in duties for four years still reaches everybody within the bound', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const outcome = liveThrough(
        {
          ...usual,
          seed,
          people: 30,
          days: 1460,
          promisesPerDay: 1.5,
          complaintsPerDay: 1,
          otherVoicesPerDay: 1,
        },
        ours,
      );
      expect(outcome.neverReached).toBe(0);
      expectWithinBound(outcome, 30);
    }),
    { numRuns: 4, seed: 7 },
  );
});

test('the worst case that can be thought of stays within the bound: new duties for all others, every day', () => {
  // Everybody but one always has a promise due today, a complaint of yesterday and a birthday.
  const rhythmDays = 30;
  const people = 12;
  const load = 1;
  let longest = 0;
  const lastNamed = new Map<string, number>();
  const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  for (let day = 0; day < 2000; day += 1) {
    const today = dayOf(day);
    const town = Array.from({ length: people }, (_, index) => {
      const customerId = `person ${index}`;
      const busy = index > 0;
      const duty = { text: '', dueDay: today, wakeDay: today, madeAt: 0 };
      const words = { tone: 'complaint' as const, saidDay: dayOf(day - 1), excerpt: '' };
      return {
        customerId,
        circle: 'regular' as const,
        rhythmDays,
        addedDay: dayOf(0),
        lastSpokeDay: dayOf(lastNamed.get(customerId) ?? 0),
        attempts: 0,
        lastAttempt: null,
        putOffYesterday: false,
        promises: busy ? [{ followUpId: 'p', ...duty }] : [],
        voices: busy ? [{ mentionId: 'm', saidAt: 0, sourceName: '', ...words }] : [],
        dates: busy ? [{ label: '', kind: 'birthday' as const, day: today, years: null }] : [],
      };
    });
    const named = ours(town, today, load) ?? '';
    if (named === 'person 0') longest = Math.max(longest, day - (lastNamed.get(named) ?? 0));
    lastNamed.set(named, day);
  }
  expect(longest).toBeGreaterThan(rhythmDays * 8);
  expect(longest).toBeLessThanOrEqual(longestNeglect(rhythmDays, load, people));
});
