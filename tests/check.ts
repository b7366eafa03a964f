import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from './support/child.ts';

/** `npm run check`: types, lint and format, layers, unused code, side by side. */
const checks: Record<string, [script: string, ...args: string[]]> = {
  'types of the core and the shells': ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  'types of the window': ['typescript/bin/tsc', '-p', 'renderer/tsconfig.json'],
  'types of the stories': ['typescript/bin/tsc', '-p', 'tests/e2e/tsconfig.json'],
  'lint and format': ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  layers: [
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'main',
    'preload',
    'renderer',
    'shared',
  ],
  'unused code': ['knip/bin/knip.js'],
};

/** Runs every check; tells each one's outcome, and what those that failed have to say. */
export async function check(): Promise<{ passed: number; failed: number }> {
  const outcomes = await Promise.all(Object.entries(checks).map(([name, run]) => one(name, run)));
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed };
}

async function one(name: string, [script, ...args]: [string, ...string[]]): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${Buffer.concat(said)}\n`);
  return code === 0;
}

if (import.meta.main) {
  const { failed } = await check();
  process.exitCode = failed > 0 ? 1 : 0;
}
