import { parseArgs } from 'node:util';
import { type Comparison, compare, type RuleRow } from './compare.ts';
import { missedReaches } from './reaches.ts';

/**
 * `npm run simulate:many -- --people 150 --from 1 --until 60`: the same for many seeds, as
 * means with the worst, and what each seed misses of the reaches (which are meant for 150 people).
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '150' },
    from: { type: 'string', default: '1' },
    until: { type: 'string', default: '60' },
  },
});
const people = Number(values.people);
const from = Number(values.from);
const seeds = Array.from({ length: Number(values.until) - from + 1 }, (_, index) => from + index);

const say = (line: string) => process.stdout.write(`${line}\n`);
const told = (numbers: readonly number[], worst: number) => {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return `${mean.toFixed(3)} (${worst.toFixed(3)})`.padStart(18);
};
const lowest = (numbers: readonly number[]) => told(numbers, Math.min(...numbers));
const highest = (numbers: readonly number[]) => told(numbers, Math.max(...numbers));

const years = new Map<number, Comparison>();
const rows = new Map<string, RuleRow[]>();
let bound = 0;
for (const seed of seeds) {
  const { remarks, ...year } = compare(people, seed);
  years.set(seed, year);
  bound = Math.max(bound, remarks.boundUsed);
  for (const row of year.rules) {
    const name = row.name + (row.duties ? ', duties first' : '');
    rows.set(name, [...(rows.get(name) ?? []), row]);
  }
}
say(`${people} people, seeds ${from} to ${values.until}: means, with the worst year in brackets.`);
say(
  `${''.padEnd(44)}${['promises', 'complaints', 'in rhythm', 'longest neglect'].map((title) => title.padStart(18)).join('')}`,
);
for (const [name, of] of rows) {
  say(
    name.padEnd(44) +
      lowest(of.map((row) => row.promisesKept)) +
      lowest(of.map((row) => row.complaintsAnswered)) +
      lowest(of.map((row) => row.rhythmKept)) +
      highest(of.map((row) => row.longestNeglect)),
  );
}
const advised = [...years.values()].map((year) => year.advised);
say(
  'porchlight, as advised'.padEnd(44 + 36) +
    lowest(advised.map((one) => one.rhythmKept)) +
    highest(advised.map((one) => one.longestNeglect)),
);
say(`The worst wait is ${(bound * 100).toFixed(1)} % of the bound on neglect.`);
for (const [seed, year] of years) {
  const missed = missedReaches(year);
  if (missed.length > 0) say(`Seed ${seed} misses: ${missed.join('; ')}.`);
}
