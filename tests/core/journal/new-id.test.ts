import { expect, test } from 'vitest';
import { newId } from '../../../main/core/journal/new-id.ts';
import { stillClock } from '../../support/open-house.ts';

test('identities made in one moment stand in the order in which they were made', () => {
  const clock = stillClock();
  const made = Array.from({ length: 5000 }, () => newId(clock));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(5000);
  clock.addDays(1);
  expect(newId(clock) > (made.at(-1) ?? '')).toBe(true);
});
