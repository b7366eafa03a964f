import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { programFolder } from './program-folder.ts';

/** What a build is made from. */
const sources = ['main', 'preload', 'renderer', 'shared', 'package-lock.json', 'vite.config.ts'];
/** What a build leaves behind last in each of its parts. */
const built = ['dist/renderer/index.html', 'dist/node/browser.js', 'dist/preload/preload.cjs'];

/** Whether everything is built, and nothing was changed since. */
export function isBuilt(folder: string): boolean {
  const paths = built.map((path) => join(folder, path));
  if (!paths.every((path) => existsSync(path))) return false;
  const builtAt = Math.min(...paths.map((path) => statSync(path).mtimeMs));
  return sources.every((source) => newest(join(folder, source)) <= builtAt);
}

/** Builds what is missing or older than its sources; the output is shown only when it fails. */
export async function buildIfNeeded(folder = programFolder): Promise<void> {
  if (isBuilt(folder)) return;
  process.stderr.write('Building Porchlight, a moment please …\n');
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const building = spawn(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  building.stdout.on('data', (part: Buffer) => said.push(part));
  building.stderr.on('data', (part: Buffer) => said.push(part));
  const [code] = await once(building, 'close');
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Refusal('damaged', 'Porchlight could not be built; what went wrong is told above.');
}

/** When the newest file at or below a path was last changed, in milliseconds. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
