import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { gatherAlone, greatTrial } from '../core/listening/trial/great-trial.ts';

/**
 * The great trial: 500 imitated sources of all kinds with faults mixed in, gathered on three days.
 * `node tests/bench/gather-500.ts [--sources <number>] [--json <file>]`; ends with 1 when a promise
 * is not kept.
 */
const argument = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const say = (line: string) => process.stdout.write(`${line}\n`);
const mostMegabytes = 400;

const count = Number(argument('--sources') ?? 500);
// The healthy alone, in a process of their own, so that the memory measured is the trial's.
if (argument('--only') === 'alone') {
  const { seconds } = await gatherAlone(count);
  process.stdout.write(String(seconds));
  process.exit();
}
const child = spawnSync(process.execPath, [
  import.meta.filename,
  '--sources',
  `${count}`,
  '--only',
  'alone',
]);
const alone = Number(child.stdout.toString());
if (!(alone > 0)) throw new Error(child.stderr.toString());
const report = await greatTrial(count);
say(`${report.sources} sources, ${report.healthy} of them healthy`);
say(`the healthy alone: ${alone.toFixed(1)} s`);
for (const [name, turn] of Object.entries(report.turns)) {
  say(
    `${name.padEnd(9)} ${turn.seconds.toFixed(1)} s, the healthy after ${turn.healthySeconds.toFixed(1)} s: ${turn.newMentions} new, ${turn.failed} failed; ${turn.megabytes} MB`,
  );
}
for (const [name, tally] of Object.entries(report.tallies)) {
  say(
    `${name.padEnd(9)} ${tally.stored} stored of ${tally.expected} said: ${tally.missing.length} missing, ${tally.doubled.length} doubled`,
  );
}
const told = new Map(report.faults.map((fault) => [fault.fault, fault]));
for (const { fault, told: words } of told.values()) say(`${fault}: ${words}`);
say(`most memory: ${report.megabytes} MB`);

const among = report.turns.first?.healthySeconds ?? 0;
const { pulled, ...settled } = report.tallies;
const broken = [
  ...Object.entries(settled).flatMap(([name, { missing, doubled }]) => [
    ...missing.map((what) => `${name}: missing ${what}`),
    ...doubled.map((what) => `${name}: doubled ${what}`),
  ]),
  ...(pulled?.doubled ?? []).map((what) => `pulled: doubled ${what}`),
  ...(pulled?.missing.length === 0 ? ['the network was not away'] : []),
  ...report.faults
    .filter((fault) => !fault.isNamed)
    .map(({ fault, told: words }) => `not named: ${fault}: ${words}`),
  ...report.unwell.map((source) => `not well: ${source}`),
  ...report.lines.map((line) => `logged: ${line}`),
  ...(report.megabytes > mostMegabytes ? [`more than ${mostMegabytes} MB`] : []),
  ...(among > alone * 1.5 + 3
    ? [`slowed: ${among.toFixed(1)} s instead of ${alone.toFixed(1)} s`]
    : []),
];
for (const line of broken.slice(0, 40)) say(`NOT KEPT: ${line}`);
say(broken.length === 0 ? 'every promise was kept' : `${broken.length} promises were not kept`);
const file = argument('--json');
if (file) writeFileSync(file, `${JSON.stringify({ ...report, broken }, null, 2)}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
