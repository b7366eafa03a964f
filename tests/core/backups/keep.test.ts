import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Keepable, surplus } from '../../../main/core/backups/keep.ts';

const roomy = Number.MAX_SAFE_INTEGER;
const monday = Temporal.PlainDate.from('2026-03-02');
const dayAfter = (days: number) => monday.add({ days }).toString();

/** Makes a backup at each of the given days in turn, and lets go what is no longer needed. */
function live(on: readonly string[], mostBytes = roomy, bytes = 10): Keepable[] {
  let here: Keepable[] = [];
  for (const [sequence, day] of on.entries()) {
    here.push({ sequence, day, bytes, isWayBack: false });
    const gone = surplus(here, { today: day, mostBytes });
    here = here.filter((one) => !gone.includes(one));
  }
  return here;
}

const backups = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 500 }),
      bytes: fc.nat(100),
      isWayBack: fc.constant(false),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((made) =>
    made.map(({ day, ...rest }, sequence) => ({ sequence, day: dayAfter(day), ...rest })),
  );

test('after a year of two starts a day: 3 of today, 7 days, 4 weeks, 12 months', () => {
  const on = Array.from({ length: 800 }, (_, start) => dayAfter(Math.floor(start / 2)));
  const here = live([...on, on.at(-1) ?? '', on.at(-1) ?? '']);
  const today = on.at(-1) ?? '';
  expect(here.filter(({ day }) => day === today)).toHaveLength(3);
  const kept = new Set(here.map(({ day }) => day));
  for (let back = 0; back < 7; back++) expect(kept).toContain(dayAfter(399 - back));
  // 399 days after a Monday is a Monday: the Sundays before it end their weeks.
  for (let back = 1; back < 4; back++) expect(kept).toContain(dayAfter(399 - 7 * back + 6));
  const lastOfMonths = Array.from({ length: 11 }, (_, back) =>
    Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: back, days: 1 }).toString(),
  );
  for (const day of lastOfMonths) expect(kept).toContain(day);
  expect(here.length).toBeLessThanOrEqual(3 + 7 + 4 + 12);
});

test('the newest always stays, and never more than 3 + 7 + 4 + 12', () => {
  fc.assert(
    fc.property(
      backups,
      fc.integer({ min: -400, max: 900 }),
      fc.nat(3000),
      (all, on, mostBytes) => {
        const gone = surplus(all, { today: dayAfter(on), mostBytes });
        const kept = all.filter((one) => !gone.includes(one));
        expect(kept).toContain(all.at(-1));
        expect(kept.length).toBeLessThanOrEqual(26);
        const bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
        expect(kept.length === 1 || bytes <= mostBytes).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test('letting go twice lets nothing more go, whichever day it is by then', () => {
  fc.assert(
    fc.property(backups, fc.integer({ min: 0, max: 500 }), (all, on) => {
      const rule = { today: dayAfter(on), mostBytes: 500 };
      const gone = surplus(all, rule);
      const kept = all.filter((one) => !gone.includes(one));
      expect(surplus(kept, rule)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('with room enough, every one of the last seven days that had a backup has one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (starts) => {
      const on = starts.toSorted((one, other) => one - other).map(dayAfter);
      const kept = live(on).map(({ day }) => day);
      const last = [...new Set(on)].slice(-7);
      expect(kept).toEqual(expect.arrayContaining(last));
    }),
    { numRuns: 60 },
  );
});

test('a clock set back a year costs no backup that the days before it had', () => {
  const year = Array.from({ length: 300 }, (_, index) => dayAfter(index));
  const before = live(year);
  const after = live([...year, '2025-03-02']);
  expect(after.at(-1)?.day).toBe('2025-03-02');
  const lost = before.filter(({ sequence }) => !after.some((one) => one.sequence === sequence));
  // At most the oldest of the days, of the weeks and of the months gives up its place.
  expect(lost.length).toBeLessThanOrEqual(3);
  expect(after.map(({ day }) => day)).toContain(year.at(-1));
});

test('where there is little room the oldest go first, and the newest never', () => {
  const week = Array.from({ length: 7 }, (_, index) => dayAfter(index));
  expect(live(week, 35).map(({ day }) => day)).toEqual(week.slice(-3));
  expect(live(week, 5).map(({ day }) => day)).toEqual(week.slice(-1));
});

test('whoever brings back one after the other keeps the way back to the first of all', () => {
  const here = [true, false, true, false, true, false, true, false].map((isWayBack, sequence) => ({
    sequence,
    day: dayAfter(0),
    bytes: 10,
    isWayBack,
  }));
  const rule = { today: dayAfter(0), mostBytes: roomy };
  expect(surplus(here, rule).map(({ sequence }) => sequence)).toEqual([3, 1]);
  const gone = surplus(here, { ...rule, mostBytes: 30 }).map(({ sequence }) => sequence);
  expect(gone).toEqual([5, 3, 2, 1, 0]);
});
