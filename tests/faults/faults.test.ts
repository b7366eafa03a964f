import { expect, test } from 'vitest';
import { doings, planOf } from './plan.ts';
import { inWords, survive } from './survive.ts';

test('killed while writing, nothing that was acknowledged is lost (npm run faults kills far more)', async () => {
  const lines: string[] = [];
  const outcome = await survive({ kills: 3, seed: 1, tell: (line) => lines.push(line) });
  expect(outcome).toMatchObject({ kills: 3, lost: 0, damaged: 0 });
  expect(outcome.acknowledged).toBeGreaterThan(0);
  expect(lines).toEqual([`writing      3 kills, ${inWords(outcome)}`]);
});

test('the same seed gives the same plan, which comes to every doing and has as many kills', () => {
  const plan = planOf(50, 1);
  expect(planOf(50, 1)).toEqual(plan);
  expect(planOf(50, 2)).not.toEqual(plan);
  expect(plan.flatMap(({ kills }) => kills)).toHaveLength(50);
  expect(new Set(plan.map(({ doing }) => doing))).toEqual(new Set(doings));
});
