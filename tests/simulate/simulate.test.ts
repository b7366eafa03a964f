import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type Comparison, compare } from './compare.ts';

test.each([1, 22, 333])(
  'with 150 people, the year of seed %i shows what the rule is for',
  (seed) => {
    const { rules, advised, boundUsed } = compare(150, seed);
    const [ours, ...others] = rules;
    if (!ours) throw new Error('Our own rule is missing from the table.');
    expect(ours.promisesKept).toBeGreaterThanOrEqual(0.8);
    expect(ours.complaintsAnswered).toBeGreaterThanOrEqual(0.8);
    for (const other of others) {
      if (other.duties) {
        expect(other.longestNeglect, other.name).toBeGreaterThanOrEqual(ours.longestNeglect);
      } else {
        expect(other.promisesKept, other.name).toBeLessThan(ours.promisesKept);
        expect(other.complaintsAnswered, other.name).toBeLessThan(ours.complaintsAnswered);
      }
    }
    expect(advised.rhythmKept).toBeGreaterThanOrEqual(0.95);
    expect(advised.longestNeglect).toBeLessThanOrEqual(1.3);
    expect(boundUsed).toBeLessThanOrEqual(1);
  },
);

test('the command prints the table, writes it as JSON, and the same seed gives the same again', async () => {
  const json = join(temporaryFolder(), 'year.json');
  const given = ['--people', '30', '--seed', '7', '--json', json];
  const { code, out, err } = await runChild('tests/simulate/simulate.ts', given);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const written = JSON.parse(readFileSync(json, 'utf8')) as Comparison;
  expect(written).toEqual(compare(30, 7));
  expect(written.rules.filter(({ name }) => name === 'porchlight')).toHaveLength(1);
  for (const { name } of written.rules) expect(out).toContain(name);
});
