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

const say = (line = '') => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const columns: readonly [string, (row: RuleRow) => string][] = [
  ['duties', ({ duties }) => (duties ? 'yes' : 'no')],
  ['promises', ({ promisesKept }) => percent(promisesKept)],
  ['complaints', ({ complaintsAnswered }) => percent(complaintsAnswered)],
  ['in rhythm', ({ rhythmKept }) => percent(rhythmKept)],
  ['longest neglect', ({ longestNeglect }) => longestNeglect.toFixed(2)],
  ['days with pick', ({ daysWithPick }) => String(daysWithPick)],
  ['never reached', ({ neverReached }) => String(neverReached)],
];

const comparison = compare(people, seed);
const { rules, advised, boundUsed } = comparison;
say(`A year of a shop with ${people} people, seed ${seed}.`);
say('Longest neglect in own rhythms; promises kept on their day; complaints answered by the next.');
say();
say(`${''.padEnd(31)}${columns.map(([title]) => title.padStart(16)).join('')}`);
for (const row of rules) {
  say(row.name.padEnd(31) + columns.map(([, shown]) => shown(row).padStart(16)).join(''));
}
say();
say(
  `With the circles stretched as advised: ${percent(advised.rhythmKept)} in rhythm, longest neglect ${advised.longestNeglect.toFixed(2)}.`,
);
say(
  `The bound on neglect, r (10 L + 1.13) + 2 N + days without a step + 30 × attempts in vain, is ${boundUsed <= 1 ? 'kept' : 'BROKEN'}: the worst wait is ${percent(boundUsed)} of it.`,
);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify(comparison, null, 2)}\n`);
if (boundUsed > 1) process.exitCode = 1;
