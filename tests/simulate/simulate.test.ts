import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type Comparison, compare } from './compare.ts';
import { missedReaches } from './reaches.ts';

// More seeds: npm run simulate:many -- --from 1 --until 60
test.each([1, 22, 333])(
  'with 150 people, the year of seed %i reaches what the rule is for',
  (seed) => {
    const { remarks, ...year } = compare(150, seed);
    expect(missedReaches(year)).toEqual([]);
    expect(remarks.boundUsed).toBeLessThanOrEqual(1);
    expect(remarks.birthdays.advised).toBeGreaterThan(0.5);
  },
);

test('the command prints the table, writes it as JSON, and the same seed gives the same again', async () => {
  const json = join(temporaryFolder(), 'year.json');
  const given = ['--people', '30', '--seed', '7', '--json', json];
  const { code, out, err } = await runChild('tests/simulate/simulate.ts', given);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const written = JSON.parse(readFileSync(json, 'utf8')) as Comparison;
  const { rules, advised } = compare(30, 7);
  expect(written).toEqual({ rules, advised });
  expect(rules.filter(({ name }) => name === 'porchlight')).toHaveLength(1);
  for (const { name } of rules) expect(out).toContain(name);
});
