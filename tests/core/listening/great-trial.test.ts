import { expect, test } from 'vitest';
import { greatTrial } from './trial/great-trial.ts';

// The same with 500 sources, and with its memory measured: node tests/bench/gather-500.ts
test('a town of sixty sources with every fault: all that is said is heard once, every fault is named', async () => {
  const report = await greatTrial(60);
  for (const [turn, tally] of Object.entries(report.tallies)) {
    expect({ turn, doubled: tally.doubled }).toEqual({ turn, doubled: [] });
    if (turn === 'pulled') continue;
    expect({ turn, missing: tally.missing }).toEqual({ turn, missing: [] });
    expect(tally.stored).toBe(tally.expected);
  }
  // The network was really away: something was missing then.
  expect(report.tallies.pulled?.missing.length).toBeGreaterThan(0);
  expect(report.faults.filter((fault) => !fault.isNamed)).toEqual([]);
  expect(report.unwell).toEqual([]);
  expect(report.lines).toEqual([]);
  // Whoever answers is done long before the one that hangs is given up.
  const { healthySeconds = 0, seconds = 0 } = report.turns.first ?? {};
  expect(seconds).toBeGreaterThan(15);
  expect(healthySeconds).toBeLessThan(15);
}, 240_000);
