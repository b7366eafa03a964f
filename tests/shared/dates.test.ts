import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays, daysBetween, nextOccurrence, yearsOn } from '../../shared/dates.ts';

const aDay = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((date) => Temporal.PlainDate.from(date, { overflow: 'constrain' }).toString());

test('days are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      expect(addDays(day, days)).toBe(Temporal.PlainDate.from(day).add({ days }).toString());
      expect(daysBetween(day, addDays(day, days))).toBe(days);
    }),
  );
});

test('a birthday is today, later this year, or next year', () => {
  const birthday = { year: 1961, month: 3, day: 5, yearly: true };
  expect(nextOccurrence(birthday, '2026-03-05', 'february-28')).toBe('2026-03-05');
  expect(nextOccurrence(birthday, '2026-03-04', 'february-28')).toBe('2026-03-05');
  expect(nextOccurrence(birthday, '2026-03-06', 'february-28')).toBe('2027-03-05');
  expect(yearsOn(birthday, '2027-03-05')).toBe(66);
  expect(yearsOn({ year: null }, '2027-03-05')).toBeNull();
});

test('29 February is kept as it is set, and on its own day in a leap year', () => {
  const leap = { year: null, month: 2, day: 29, yearly: true };
  expect(nextOccurrence(leap, '2026-01-10', 'february-28')).toBe('2026-02-28');
  expect(nextOccurrence(leap, '2026-01-10', 'march-1')).toBe('2026-03-01');
  expect(nextOccurrence(leap, '2028-02-28', 'february-28')).toBe('2028-02-29');
  expect(nextOccurrence(leap, '2026-03-01', 'february-28')).toBe('2027-02-28');
  expect(nextOccurrence(leap, '2026-03-01', 'march-1')).toBe('2026-03-01');
  expect(nextOccurrence(leap, '2100-01-01', 'february-28')).toBe('2100-02-28');
});

test('what happened once is over afterwards; an unknown day has no next time', () => {
  const opening = { year: 2026, month: 5, day: 1, yearly: false };
  expect(nextOccurrence(opening, '2026-05-01', 'february-28')).toBe('2026-05-01');
  expect(nextOccurrence(opening, '2026-05-02', 'february-28')).toBeNull();
  expect(nextOccurrence({ ...opening, day: null }, '2026-01-01', 'february-28')).toBeNull();
});

test('a yearly date begins in its own year', () => {
  const wedding = { year: 2030, month: 6, day: 1, yearly: true };
  expect(nextOccurrence(wedding, '2026-01-01', 'february-28')).toBe('2030-06-01');
});

const aLifeDate = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    year: fc.option(fc.integer({ min: 1900, max: 2020 })),
  })
  .filter(({ month, day }) => day <= new Date(Date.UTC(2024, month, 0)).getUTCDate());
const aLeapDay = fc.constantFrom('february-28' as const, 'march-1' as const);

test('a yearly date comes exactly once in every year, and never drifts from its day', () => {
  fc.assert(
    fc.property(aLifeDate, aLeapDay, (date, leapDay) => {
      const yearly = { ...date, yearly: true };
      let today = '2021-01-01';
      for (let year = 2021; year <= 2105; year += 1) {
        const next = nextOccurrence(yearly, today, leapDay) ?? '';
        const [inYear, month, day] = next.split('-').map(Number);
        expect(inYear).toBe(year);
        // The same day in any other way of asking for it: the day before, the day itself.
        expect(nextOccurrence(yearly, next, leapDay)).toBe(next);
        expect(nextOccurrence(yearly, addDays(next, -1), leapDay)).toBe(next);
        const isLeap = Temporal.PlainDate.from(next).inLeapYear;
        const moves = date.month === 2 && date.day === 29 && !isLeap;
        expect([month, day]).toEqual(
          !moves ? [date.month, date.day] : leapDay === 'march-1' ? [3, 1] : [2, 28],
        );
        expect(yearsOn(date, next)).toBe(date.year === null ? null : year - date.year);
        today = addDays(next, 1);
      }
    }),
    { numRuns: 60 },
  );
});

test('a single date comes once, on its day, and is over afterwards', () => {
  fc.assert(
    fc.property(aDay, aDay, aLeapDay, (day, today, leapDay) => {
      const [year = 0, month = 0, on = 0] = day.split('-').map(Number);
      const single = { year, month, day: on, yearly: false };
      expect(nextOccurrence(single, today, leapDay)).toBe(today <= day ? day : null);
    }),
  );
});

test('a date of which only the month is known has no day on which it comes', () => {
  fc.assert(
    fc.property(aLifeDate, aDay, aLeapDay, (date, today, leapDay) => {
      expect(nextOccurrence({ ...date, day: null, yearly: true }, today, leapDay)).toBeNull();
    }),
  );
});

test('every yearly date comes within a year and a day, never in the past', () => {
  fc.assert(
    fc.property(
      aDay,
      aDay,
      fc.constantFrom('february-28' as const, 'march-1' as const),
      (born, today, leapDay) => {
        const date = {
          year: null,
          month: Number(born.slice(5, 7)),
          day: Number(born.slice(8, 10)),
          yearly: true,
        };
        const next = nextOccurrence(date, today, leapDay) ?? '';
        expect(daysBetween(today, next)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(today, next)).toBeLessThanOrEqual(366);
      },
    ),
  );
});
