import { expect, test } from 'vitest';
import { survive } from './survive.ts';

test('killed while writing, nothing that was acknowledged is lost (npm run faults kills far more)', async () => {
  const lines: string[] = [];
  const outcome = await survive({ kills: 3, seed: 1, tell: (line) => lines.push(line) });
  expect(outcome).toEqual({ kills: 3, lost: 0, damaged: 0 });
  expect(lines).toEqual(['writing      3 kills, 0 lost, 0 damaged']);
});
