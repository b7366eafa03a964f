import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactGuess } from '../../../renderer/parts/contact-guess.ts';
import { overdueWords } from '../../../renderer/parts/overdue.ts';
import { everyWords, roundRhythm } from '../../../shared/wording/circles.ts';

test('a rhythm is said in the unit that fits it', () => {
  expect([1, 7, 10, 14, 21, 30, 31, 60, 90, 91, 365].map(everyWords)).toEqual([
    'every day',
    'every week',
    'every 10 days',
    'every 2 weeks',
    'every 3 weeks',
    'every month',
    'every month',
    'every 2 months',
    'every 3 months',
    'every 3 months',
    'every year',
  ]);
});

test('a rhythm that was seen is proposed in whole weeks or months, and near to what was seen', () => {
  expect([5, 13, 22, 45, 95].map(roundRhythm)).toEqual([5, 13, 21, 42, 90]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 730 }), (days) => {
      const rounded = roundRhythm(days);
      expect(rounded).toBeGreaterThanOrEqual(1);
      expect(rounded).toBeLessThanOrEqual(730);
      expect(Math.abs(rounded - days)).toBeLessThanOrEqual(15);
    }),
  );
});

test('nobody is overdue on the day itself, nor without a rhythm', () => {
  expect(overdueWords({ silentDays: 30, rhythmDays: 30 })).toBeNull();
  expect(overdueWords({ silentDays: 900, rhythmDays: null })).toBeNull();
});

test('how much overdue is said as people would', () => {
  expect(overdueWords({ silentDays: 31, rhythmDays: 30 })).toBe('1 day overdue');
  expect(overdueWords({ silentDays: 51, rhythmDays: 30 })).toBe('3 weeks overdue');
  expect(overdueWords({ silentDays: 122, rhythmDays: 30 })).toBe('3 months overdue');
  expect(overdueWords({ silentDays: 800, rhythmDays: 30 })).toBe('2 years overdue');
});

test('what was typed is taken for what it looks like', () => {
  expect(contactGuess('0201 555 019')).toBe('phone');
  expect(contactGuess('rosa@example.org')).toBe('email');
  expect(contactGuess('@rosa@example.social')).toBe('handle');
  expect(contactGuess('www.example.org')).toBe('website');
  expect(contactGuess('')).toBe('phone');
});
