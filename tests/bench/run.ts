import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { projectFolder, startChild } from '../support/child.ts';

/** `npm run bench [-- <name>]`: measures what must stay quick, one after the other. */
const [, , wanted = ''] = process.argv;
const benches = globSync('tests/bench/*.bench.ts', { cwd: projectFolder }).sort();

for (const bench of benches.filter((path) => basename(path).includes(wanted))) {
  process.stdout.write(`${basename(bench, '.bench.ts')}\n`);
  const child = startChild(bench);
  child.process.stdout?.pipe(process.stdout);
  child.process.stderr?.pipe(process.stderr);
  const { code } = await child.finished;
  if (code !== 0) process.exitCode = 1;
}
