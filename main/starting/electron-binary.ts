import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from './program-folder.ts';

/** How long the place that Electron comes from may take to show that it can be reached. */
const reachLimit = 4_000;
/** How long fetching may take, in milliseconds: about 120 MB on a slow line. */
const fetchLimit = 300_000;

const electronFolder = join(programFolder, 'node_modules', 'electron');

/** Electron's binary, when it is there; its own package keeps the name in path.txt. */
export function findElectron(folder = electronFolder): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(pathFile, 'utf8').trim(),
  );
  return existsSync(binary) ? binary : undefined;
}

/**
 * Fetches Electron's binary once, with its own install script, unless the place it comes from
 * cannot be reached. Answers the binary when it is there now.
 */
export async function fetchElectron(): Promise<string | undefined> {
  const script = join(electronFolder, 'install.js');
  if (!existsSync(script) || !(await canBeReached(downloadPlace()))) return undefined;
  process.stderr.write('Fetching Electron, once (about 120 MB) …\n');
  const fetching = spawn(process.execPath, [script], {
    stdio: 'ignore',
    signal: AbortSignal.timeout(fetchLimit),
  });
  try {
    await once(fetching, 'close');
  } catch {
    // Stopped at the limit: it counts as not fetched.
  }
  return findElectron();
}

/** Where Electron's own script downloads from (@electron/get's README: mirrors). */
function downloadPlace(): string {
  const { env } = process;
  return (
    env.npm_config_electron_mirror ??
    env.NPM_CONFIG_ELECTRON_MIRROR ??
    env.ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/'
  );
}

async function canBeReached(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachLimit) });
    return true;
  } catch {
    return false;
  }
}
