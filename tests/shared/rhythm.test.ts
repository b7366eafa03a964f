import { expect, test } from 'vitest';
import { rhythmInForce, seenRhythm, silence, stretch, warmth } from '../../shared/rhythm.ts';

const days = { innerDays: 14, regularDays: 30, widerDays: 91 };

test('a person has their circle’s rhythm, or their own before it, or none', () => {
  expect(rhythmInForce('inner', null, days)).toBe(14);
  expect(rhythmInForce('wider', null, days)).toBe(91);
  expect(rhythmInForce('wider', 21, days)).toBe(21);
  expect(rhythmInForce('none', 21, days)).toBeNull();
});

test('silence counts from the last talk, or from when they were added', () => {
  expect(silence('2026-03-01', '2020-01-01', '2026-03-11')).toBe(10);
  expect(silence(null, '2026-03-01', '2026-03-11')).toBe(10);
  expect(silence('2026-03-12', '2020-01-01', '2026-03-11')).toBe(0);
  expect(stretch(45, 30)).toBe(1.5);
  expect(stretch(45, null)).toBeNull();
});

test('a window is lit on the day you spoke and dark when the rhythm has run out', () => {
  expect(warmth('2026-03-11', 30, '2026-03-11')).toBe(1);
  expect(warmth('2026-03-01', 20, '2026-03-11')).toBe(0.5);
  expect(warmth('2025-03-01', 20, '2026-03-11')).toBe(0);
  expect(warmth(null, 20, '2026-03-11')).toBe(0);
  expect(warmth('2026-03-11', null, '2026-03-11')).toBe(1);
});

test('the rhythm seen is offered only when it is clearly another one', () => {
  const weekly = ['2026-03-01', '2026-03-08', '2026-03-15', '2026-03-22'];
  expect(seenRhythm(weekly, 30)).toBe(7);
  expect(seenRhythm(weekly, 7)).toBeNull();
  expect(seenRhythm(weekly, 9)).toBeNull();
  expect(seenRhythm(weekly, null)).toBeNull();
  expect(seenRhythm(weekly.slice(0, 2), 30)).toBeNull();
});

test('two talks on one day are one, and a single long gap does not mislead', () => {
  expect(seenRhythm(['2026-03-01', '2026-03-01', '2026-03-08'], 30)).toBeNull();
  expect(seenRhythm(['2024-01-01', '2026-03-01', '2026-03-08', '2026-03-15'], 30)).toBe(7);
});
