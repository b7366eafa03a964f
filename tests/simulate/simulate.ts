import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compare, type RuleRow } from './compare.ts';

/** `npm run simulate -- --people <n> --seed <n> --json <file>`: a year under our rule and others'. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const people = Number(values.people);
const seed = Number(values.seed);
if (!(Number.isInteger(people) && people > 0 && Number.isInteger(seed))) {
  process.stderr.write('Give whole numbers: --people 150 --seed 1\n');
  process.exit(1);
}

const say = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const columns: readonly [string, (row: RuleRow) => string][] = [
  ['duties', ({ duties }) => (duties ? 'first' : '')],
  ['promises', ({ promisesKept }) => percent(promisesKept)],
  ['complaints', ({ complaintsAnswered }) => percent(complaintsAnswered)],
  ['in rhythm', ({ rhythmKept }) => percent(rhythmKept)],
  ['longest neglect', ({ longestNeglect }) => longestNeglect.toFixed(2)],
  ['days with pick', ({ daysWithPick }) => String(daysWithPick)],
  ['never reached', ({ neverReached }) => String(neverReached)],
];

const { rules, advised, remarks } = compare(people, seed);
say(
  `A year of a shop with ${people} people, seed ${seed}; what the shop is like, and why, stands in`,
  'tests/simulate/shop-year.ts. Ours runs the very functions by which the app chooses.',
  'Promises kept on their day at the latest; complaints answered by the next day; days of all people',
  'that ended within their rhythm; the longest silence of anybody, in own rhythms.',
  '',
  `${''.padEnd(30)}${columns.map(([title]) => title.padStart(16)).join('')}`,
  ...rules.map((row) =>
    (row.name.padEnd(30) + columns.map(([, shown]) => shown(row).padStart(16)).join('')).trimEnd(),
  ),
  '',
  `With all rhythms stretched ${remarks.stretch} times, as the app advises after this year: ${percent(advised.rhythmKept)} of`,
  `all days in rhythm, longest neglect ${advised.longestNeglect.toFixed(2)}.`,
  `Birthdays on which, or in the three days before, there was a talk: ${percent(remarks.birthdays.usual)}; as advised: ${percent(remarks.birthdays.advised)}.`,
  'Nobody waits longer than 4 L r + 4/3 (N + w) days: r their rhythm, L the load, N the people, w the',
  'days without a step or in which they were left in peace (main/core/today/turn.ts says why).',
  `That is ${remarks.boundUsed <= 1 ? 'kept' : 'BROKEN'}: the worst wait is ${percent(remarks.boundUsed)} of it.`,
);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ rules, advised }, null, 2)}\n`);
}
if (remarks.boundUsed > 1) process.exitCode = 1;
