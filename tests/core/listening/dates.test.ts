import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from '../../../main/core/listening/dates.ts';

const now = Date.UTC(2026, 2, 2, 8);
const iso = (text: string | null) => {
  const instant = readDate(text, now);
  return instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z');
};

test.each([
  ['Wed, 14 Jan 2026 09:30:00 GMT', '2026-01-14T09:30:00Z'],
  ['Wed, 14 Jan 2026 09:30:00 +0200', '2026-01-14T07:30:00Z'],
  ['14 Jan 26 09:30 EST', '2026-01-14T14:30:00Z'],
  ['Wed,14 Jan 2026 9:30:00 PDT', '2026-01-14T16:30:00Z'],
  ['Wednesday, 14 January 2026 09:30:00 GMT+01:00', '2026-01-14T08:30:00Z'],
  ['Wed, 14 Jan 2026 24:00:00 GMT', '2026-01-15T00:00:00Z'],
  ['Wed Jan 14 09:30:00 2026', '2026-01-14T09:30:00Z'],
  ['Wed Jan 14 09:30:00 PST 2026', '2026-01-14T17:30:00Z'],
  ['January 14, 2026 5:05 PM', '2026-01-14T17:05:00Z'],
  ['14-Jan-2026 09:30', '2026-01-14T09:30:00Z'],
  ['2026-01-14T09:30:00Z', '2026-01-14T09:30:00Z'],
  ['2026-01-14T09:30:00.25+01:00', '2026-01-14T08:30:00.250Z'.replace('.250', '')],
  ['2026-01-14 09:30:00 -0500', '2026-01-14T14:30:00Z'],
  ['2026-01-14T09:30', '2026-01-14T09:30:00Z'],
  ['2026-01-14', '2026-01-14T00:00:00Z'],
  ['2026-01', '2026-01-01T00:00:00Z'],
  ['20260114T093000Z', '2026-01-14T09:30:00Z'],
  ['20260114', '2026-01-14T00:00:00Z'],
  ['2026-014', '2026-01-14T00:00:00Z'],
  ['2026/1/14 9:30:00', '2026-01-14T09:30:00Z'],
  ['01/14/2026 9:30 PM', '2026-01-14T21:30:00Z'],
  ['14/01/2026', '2026-01-14T00:00:00Z'],
  ['14.01.2026 09:30', '2026-01-14T09:30:00Z'],
  ['1768383000', '2026-01-14T09:30:00Z'],
  ['Mi, 14 Jan 2026 09:30:00 +0100', '2026-01-14T08:30:00Z'],
  ['14 février 2025 09:30', '2025-02-14T09:30:00Z'],
  ['14 März 2025', '2025-03-14T00:00:00Z'],
  ['14 января 2026 09:30', '2026-01-14T09:30:00Z'],
  ['ср, 14 янв 2026 09:30:00 +0300', '2026-01-14T06:30:00Z'],
  ['14 marraskuuta 2025', '2025-11-14T00:00:00Z'],
  ['14 d’abril del 2025', '2025-04-14T00:00:00Z'],
  ['14 tháng 5, 2025', '2025-05-14T00:00:00Z'],
  ['14 בפברואר 2025', '2025-02-14T00:00:00Z'],
  ['١٤ سبتمبر ٢٠٢٥', '2025-09-14T00:00:00Z'],
  ['14 janvier 2026 à 9h30', '2026-01-14T09:30:00Z'],
  ['2026年1月14日 09:30', '2026-01-14T09:30:00Z'],
  ['2026年1月14日(水) 午後3時04分', '2026-01-14T15:04:00Z'],
  ['2026. 1. 14. 오전 9:30', '2026-01-14T09:30:00Z'],
  ['2026년 1월 14일', '2026-01-14T00:00:00Z'],
  ['14-01-2026 09:30', '2026-01-14T09:30:00Z'],
  ['09:30 14.01.2026', '2026-01-14T09:30:00Z'],
  ['2026-1-14 at 9:30', '2026-01-14T09:30:00Z'],
  ['14. 1. 2026', '2026-01-14T00:00:00Z'],
])('reads %s', (text, expected) => {
  expect(iso(text)).toBe(expected);
});

test.each([
  [null],
  [''],
  ['soon'],
  ['1 2 3'],
  ['Thu, 01 Jan 1970 00:00:00 GMT'],
  ['0'],
  ['0001-01-01T00:00:00'],
  ['Wed, 31 Dec 1969 16:00:00 PST'],
  ['Fri, 01 Mar 2097 00:00:00 GMT'],
  ['2026-13-40'],
])('takes %s for no date at all', (text) => {
  expect(readDate(text, now)).toBeNull();
});

test('forgives a clock that is a few hours ahead, but not two days', () => {
  expect(iso('2026-03-03T07:00:00Z')).toBe('2026-03-03T07:00:00Z');
  expect(iso('2026-03-04T09:00:00Z')).toBeNull();
});

test('reads back every moment that JavaScript writes, in three notations', () => {
  const moments = fc.integer({ min: Date.UTC(1971, 0, 2) / 1000, max: now / 1000 });
  fc.assert(
    fc.property(moments, (seconds) => {
      const date = new Date(seconds * 1000);
      for (const text of [
        date.toISOString(),
        date.toUTCString(),
        String(seconds).padStart(9, '0'),
      ]) {
        expect(readDate(text, now)).toBe(seconds * 1000);
      }
    }),
  );
});

test('never throws and never gives a moment outside its bounds', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const instant = readDate(text, now);
      if (instant !== null) {
        expect(instant).toBeGreaterThan(0);
        expect(instant).toBeLessThanOrEqual(now + 86_400_000);
      }
    }),
  );
});
