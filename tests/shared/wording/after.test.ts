import { expect, test } from 'vitest';
import { timeWords } from '../../../shared/wording/after.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [20_000, 'less than a minute'],
  [minute, 'a minute'],
  [59 * minute, '59 minutes'],
  [hour, 'an hour'],
  [5 * hour + 40 * minute, '5 hours'],
  [day, 'a day'],
  [30 * hour, '30 hours'],
  [2 * day, '2 days'],
  [20 * day, '20 days'],
  [21 * day, '3 weeks'],
  [100 * day, '3 months'],
  [800 * day, '2 years'],
])('%d milliseconds are %s', (time, words) => {
  expect(timeWords(time)).toBe(words);
});
