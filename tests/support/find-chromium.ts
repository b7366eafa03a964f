import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where systems keep a Chromium or Chrome. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What keeps Chromium quiet and alone: no first-run pages, no fetching of anything by itself. */
export const chromiumArguments = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium that is here already; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.PORCHLIGHT_CHROMIUM;
  return [named, chromium.executablePath(), ...usualPlaces].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/**
 * A Chromium for the tests: found, fetched by Playwright, or installed by apt on a Debian where
 * that is allowed. Throws a sentence that says how to get one.
 */
export function getChromium(): string {
  const found = findChromium();
  if (found) return found;
  attempt(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  if (!findChromium() && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    attempt('apt-get', ['update', '-q']);
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  }
  const gotten = findChromium();
  if (gotten) return gotten;
  throw new Error(
    'The tests need Chromium. Install it (Debian: apt-get install chromium), or point PORCHLIGHT_CHROMIUM at one.',
  );
}

function attempt(command: string, args: string[]): void {
  process.stderr.write(`Looking for Chromium: ${command} ${args.join(' ')}\n`);
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
}
