import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { nextDue, type Recurrence } from '../../shared/recurrence.ts';

/** The due days that follow when each is done on the day it is due. */
function series(start: string, recurrence: Recurrence, length: number): (string | null)[] {
  const days: (string | null)[] = [];
  let due: string | null = start;
  while (days.length < length && due !== null) {
    due = nextDue(recurrence, { due, done: due, anchor: start });
    days.push(due);
  }
  return days;
}

const every = (count: number, unit: Recurrence['unit'], from: Recurrence['from'] = 'due') => ({
  every: count,
  unit,
  from,
});

describe('counted from the due day', () => {
  test('a short month gives its last day and the next one is whole again', () => {
    expect(series('2026-01-31', every(1, 'month'), 4)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
    expect(series('2026-01-30', every(1, 'month'), 2)).toEqual(['2026-02-28', '2026-03-30']);
  });

  test('29 February comes on the 28th in common years and returns to the 29th', () => {
    expect(series('2024-02-29', every(1, 'year'), 4)).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  test.each<[string, Recurrence, string, string, string]>([
    ['every day', every(1, 'day'), '2026-03-02', '2026-03-02', '2026-03-03'],
    ['every second week', every(2, 'week'), '2026-03-02', '2026-03-02', '2026-03-16'],
    ['every quarter', every(3, 'month'), '2025-11-30', '2025-11-30', '2026-02-28'],
    ['over the change to summer time', every(1, 'week'), '2026-03-26', '2026-03-26', '2026-04-02'],
    ['over the end of the year', every(1, 'week'), '2026-12-28', '2026-12-28', '2027-01-04'],
    ['done early, it keeps its days', every(1, 'week'), '2026-03-09', '2026-03-02', '2026-03-16'],
    [
      'done late, the same day of the week',
      every(1, 'week'),
      '2026-03-02',
      '2026-03-04',
      '2026-03-09',
    ],
    ['months late, it comes once', every(1, 'day'), '2025-10-01', '2026-03-02', '2026-03-03'],
    ['late, done on a day of its own', every(1, 'week'), '2026-02-16', '2026-03-02', '2026-03-09'],
    ['years late', every(1, 'year'), '2019-05-05', '2026-05-06', '2027-05-05'],
  ])('%s', (_, recurrence, due, done, next) => {
    expect(nextDue(recurrence, { due, done, anchor: due })).toBe(next);
  });
});

describe('days of the week, and the last day', () => {
  const on = (weekdays: number[], count = 1): Recurrence => ({ ...every(count, 'week'), weekdays });

  test('every weekday leaves the weekend out', () => {
    // Thursday 5 March 2026.
    expect(series('2026-03-05', on([1, 2, 3, 4, 5]), 4)).toEqual([
      '2026-03-06',
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
    ]);
  });

  test('Tuesdays and Saturdays of every second week, whatever the order they are given in', () => {
    expect(series('2026-03-03', on([6, 2, 6], 2), 4)).toEqual([
      '2026-03-07',
      '2026-03-17',
      '2026-03-21',
      '2026-03-31',
    ]);
  });

  test('long overdue, it comes once, on the next of its days', () => {
    const days = { due: '2025-12-01', done: '2026-03-04', anchor: '2025-12-01' };
    expect(nextDue(on([1]), days)).toBe('2026-03-09');
    // Sunday 8 March belongs to the week of Monday the 2nd.
    expect(nextDue(on([7]), { ...days, done: '2026-03-07' })).toBe('2026-03-08');
  });

  test('the last day of each month, also when it began in a short one', () => {
    const last: Recurrence = { ...every(1, 'month'), lastDay: true };
    expect(series('2026-02-28', last, 3)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31']);
    expect(series('2028-01-15', { ...last, every: 1 }, 2)).toEqual(['2028-01-31', '2028-02-29']);
  });

  test('a yearly 29 February is kept on 1 March by those who want it so', () => {
    const days = { due: '2024-02-29', done: '2024-02-29', anchor: '2024-02-29' };
    expect(nextDue(every(1, 'year'), { ...days, leapDay: 'march-1' })).toBe('2025-03-01');
    expect(
      nextDue(every(1, 'year'), {
        ...days,
        due: '2027-03-01',
        done: '2027-03-01',
        leapDay: 'march-1',
      }),
    ).toBe('2028-02-29');
    expect(nextDue(every(1, 'year'), days)).toBe('2025-02-28');
  });
});

describe('counted from the day it was done', () => {
  test.each<[string, Recurrence, string, string, string]>([
    ['late', every(2, 'week', 'done'), '2026-02-02', '2026-03-02', '2026-03-16'],
    ['early', every(10, 'day', 'done'), '2026-03-20', '2026-03-02', '2026-03-12'],
    ['into a short month', every(1, 'month', 'done'), '2026-01-15', '2026-01-31', '2026-02-28'],
  ])('%s', (_, recurrence, due, done, next) => {
    expect(nextDue(recurrence, { due, done, anchor: due })).toBe(next);
  });
});

test('what would come after the year 9999 does not come', () => {
  const due = '9999-06-01';
  expect(nextDue(every(1, 'year'), { due, done: due, anchor: due })).toBeNull();
});

const someDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }).toString());
const someRecurrence = fc.record({
  every: fc.integer({ min: 1, max: 365 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
  from: fc.constantFrom('due', 'done'),
} satisfies { [key in keyof Recurrence]: fc.Arbitrary<Recurrence[key]> });

test('on days of the week: the first such day in a week of its turn, found the slow way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 6 }),
      someDay,
      fc.integer({ min: 0, max: 400 }),
      (weekdays, count, start, delay) => {
        const first = Temporal.PlainDate.from(start);
        const monday = first.subtract({ days: first.dayOfWeek - 1 });
        const done = first.add({ days: delay });
        let expected = done;
        do {
          expected = expected.add({ days: 1 });
        } while (
          !weekdays.includes(expected.dayOfWeek) ||
          Math.floor(monday.until(expected).days / 7) % count !== 0
        );
        const recurrence = { every: count, unit: 'week', from: 'due', weekdays } as const;
        const next = nextDue(recurrence, { due: start, done: done.toString(), anchor: start });
        expect(next).toBe(expected.toString());
      },
    ),
  );
});

test('on the last day: always the end of a month, so many months on, and never twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), someDay, (count, start) => {
      const recurrence: Recurrence = { every: count, unit: 'month', from: 'due', lastDay: true };
      const days = series(start, recurrence, 6).map((day) => Temporal.PlainDate.from(day ?? ''));
      for (const [index, day] of days.entries()) {
        expect(day.add({ days: 1 }).day).toBe(1);
        const months = days[0]?.toPlainYearMonth().until(day.toPlainYearMonth()).months ?? 0;
        const years = days[0]?.toPlainYearMonth().until(day.toPlainYearMonth()).years ?? 0;
        expect(years * 12 + months).toBe(index * count);
      }
    }),
  );
});

test('the next one is always later than the day it was done and, from due, than its due day', () => {
  fc.assert(
    fc.property(someRecurrence, someDay, someDay, (recurrence, due, done) => {
      const next = nextDue(recurrence, { due, done, anchor: due });
      expect(next === null || next > done).toBe(true);
      if (recurrence.from === 'due') expect(next === null || next > due).toBe(true);
    }),
  );
});

test('it never drifts: the n-th one is n steps from the first, however late each was done', () => {
  fc.assert(
    fc.property(
      someRecurrence,
      someDay,
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 20 }),
      ({ every: count, unit }, start, delays) => {
        const first = Temporal.PlainDate.from(start);
        let due: string | null = start;
        let turn = 0;
        for (const delay of delays) {
          if (due === null) return;
          const done = Temporal.PlainDate.from(due).add({ days: delay }).toString();
          due = nextDue({ every: count, unit, from: 'due' }, { due, done, anchor: start });
          // The slow way: one step after another from the first day.
          let expected: string;
          do {
            turn += 1;
            expected = first.add({ [`${unit}s`]: turn * count }).toString();
          } while (expected <= done && expected <= '9999-12-31');
          expect(due).toBe(
            Temporal.PlainDate.compare(expected, '9999-12-31') > 0 ? null : expected,
          );
        }
      },
    ),
  );
});
