import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { smallDiskFaults } from './small-disk-faults.ts';
import { inWords, survive } from './survive.ts';

/** `npm run faults -- --kills 200 --seed 1 --json <file>`: kills the real core at random, and counts. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string' },
    json: { type: 'string' },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  process.stderr.write(
    'Usage: npm run faults -- [--kills <number>] [--seed <number>] [--json <file>]\n',
  );
  process.exit(2);
}
process.stdout.write(`seed ${seed} (--seed ${seed} does it again)\n`);
const outcome = await survive({ kills, seed, tell: (line) => process.stdout.write(`${line}\n`) });
const { lost, damaged } = outcome;
const seconds = Math.round(performance.now() / 1000);
process.stdout.write(`${outcome.kills} kills, ${inWords(outcome)}, in ${seconds} seconds\n`);
if (values.json) {
  rmSync(values.json, { force: true });
  writeFileSync(values.json, `${JSON.stringify({ kills: outcome.kills, lost, damaged })}\n`);
}
const failed = await smallDiskFaults((line) => process.stdout.write(`${line}\n`));
process.exitCode = lost + damaged + failed > 0 ? 1 : 0;
