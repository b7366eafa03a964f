import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { healthOf } from '../../../main/core/listening/health.ts';
import {
  habitOf,
  isSilent,
  nextAfterFailure,
  nextAfterSuccess,
  restUntil,
} from '../../../main/core/listening/schedule.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 2, 2, 8);
const pace = { gatherMinutes: 60, habitHours: null, ttlMinutes: null, freshFor: null };

describe('after an answer', () => {
  test.each([
    ['the interval when nothing is asked', {}, hour],
    ['the ttl when it is longer', { ttlMinutes: 240 }, 4 * hour],
    ['not the ttl when it is shorter', { ttlMinutes: 5 }, hour],
    ['the freshness when it is longest', { ttlMinutes: 240, freshFor: 5 * hour }, 5 * hour],
    ['a day at most', { freshFor: 30 * day }, day],
    ['nine minutes at least', { gatherMinutes: 1 }, 9 * minute],
    ['more seldom where little is said', { habitHours: 96 }, 4 * hour],
    ['six intervals at most for the habit alone', { habitHours: 5000 }, 6 * hour],
  ])('%s', (_name, asked, wait) => {
    expect(nextAfterSuccess(now, { ...pace, ...asked }) - now).toBe(wait);
  });
});

test('after failures the wait grows, heeds Retry-After, and never ends', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 60].map(
    (failures) => nextAfterFailure(now, failures, 60, null) - now,
  );
  expect(waits.map((wait) => wait / hour)).toEqual([0.5, 1, 2, 4, 8, 16, 24, 24]);
  expect(nextAfterFailure(now, 1, 60, 3 * hour) - now).toBe(3 * hour);
});

test('every wait lies between nine minutes and a day', () => {
  const asked = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }));
  fc.assert(
    fc.property(
      asked,
      asked,
      asked,
      fc.integer({ min: 15, max: 1440 }),
      (habitHours, ttlMinutes, freshFor, gatherMinutes) => {
        for (const next of [
          nextAfterSuccess(now, { gatherMinutes, habitHours, ttlMinutes, freshFor }),
          nextAfterFailure(now, Math.round((ttlMinutes ?? 1) % 50) + 1, gatherMinutes, freshFor),
          restUntil(now, freshFor),
        ]) {
          expect(next - now).toBeGreaterThanOrEqual(9 * minute);
          expect(next - now).toBeLessThanOrEqual(day);
        }
      },
    ),
  );
});

test('the habit is the usual gap, and silence is much longer than it', () => {
  const weekly = Array.from({ length: 8 }, (_, week) => now - week * 7 * day);
  expect(habitOf(weekly)).toBe(168);
  expect(habitOf([now, now - day])).toBeNull();
  expect(isSilent(now, 24, now - 9 * day)).toBe(false);
  expect(isSilent(now, 24, now - 11 * day)).toBe(true);
  expect(isSilent(now, null, now - 500 * day)).toBe(false);
});

test('one failure of a source that went well is no trouble yet', () => {
  const facts = {
    paused: false,
    gone: false,
    failures: 1,
    lastTriedAt: now,
    lastSuccessAt: now - day,
    lastError: 'The website has trouble.',
    lastSaidAt: now - day,
    habitHours: 24,
    restsUntil: null,
    movedTo: null,
  };
  expect(healthOf(facts, now).health).toBe('well');
  expect(healthOf({ ...facts, failures: 3 }, now)).toEqual({
    health: 'troubled',
    words: 'The last 3 tries did not succeed. The website has trouble.',
  });
  expect(healthOf({ ...facts, restsUntil: now + minute }, now).health).toBe('resting');
  expect(healthOf({ ...facts, failures: 0, lastSaidAt: now - 30 * day }, now).health).toBe(
    'silent',
  );
});
