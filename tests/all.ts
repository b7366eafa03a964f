import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../main/starting/build.ts';
import { check } from './check.ts';
import { projectFolder } from './support/child.ts';

/** `npm test`: the checks, the tests of the parts and the stories, summed in one last line. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'porchlight-reports-'));

async function run(script: string, args: string[], report: string): Promise<number> {
  const child = spawn(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, PORCHLIGHT_REPORT: report },
  });
  const [code] = await once(child, 'close');
  return Number(code ?? 1);
}

/** A run that ends badly without a failed test (it could not even start) counts as one failure. */
function honest(tally: Tally, code: number): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function read<T>(report: string): Partial<T> {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Partial<T>;
  } catch {
    return {};
  }
}

async function unit(): Promise<Tally> {
  const report = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest/vitest.mjs', ['run', ...reporters], report);
  const told = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(
    report,
  );
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = told;
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }, code);
}

async function stories(): Promise<Tally> {
  const report = join(reports, 'stories.json');
  const code = await run('@playwright/test/cli.js', ['test'], report);
  const { stats } = read<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(report);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  if (flaky > 0) process.stdout.write(`${flaky} stories held only at their second try\n`);
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

const checked = { ...(await check()), skipped: 0 };
// Once, before tests that run side by side would each find it missing.
const built = await buildIfNeeded().then(
  () => ({ passed: 1, failed: 0, skipped: 0 }),
  (problem: Error) => {
    process.stdout.write(`${problem.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  },
);
const tallies = [checked, built, await unit(), await stories()];
rmSync(reports, { recursive: true, force: true });

const sum = (of: keyof Tally) => tallies.reduce((total, tally) => total + tally[of], 0);
if (sum('skipped') > 0) process.stdout.write(`${sum('skipped')} skipped, as told above\n`);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
