import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../shared/refusal.ts';
import type * as BrowserShell from '../browser/browser-shell.ts';
import { buildIfNeeded } from './build.ts';
import { hasDisplay } from './display.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { readWindowOptions, UsageProblem, type WindowOptions, windowUsage } from './options.ts';
import { programFolder } from './program-folder.ts';

/** `npm start`: builds what is needed, then opens the desktop app, or the browser shell instead. */
async function start(args: string[]): Promise<number> {
  try {
    const options = readWindowOptions(args);
    if (options.help) {
      process.stdout.write(`${windowUsage}\n`);
      return 0;
    }
    await buildIfNeeded();
    if (!options.browser) {
      const code = await openDesktop(args);
      if (code !== undefined) return code;
    }
    return await openBrowserShell(options);
  } catch (problem) {
    if (problem instanceof UsageProblem) {
      process.stderr.write(`${problem.message}\n\n${windowUsage}\n`);
      return 2;
    }
    if (!(problem instanceof Refusal)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 1;
  }
}

/**
 * Opens the desktop app and waits for its end. Answers its exit code, or undefined when there is
 * no desktop app to be had here; then one sentence has said why.
 */
async function openDesktop(args: string[]): Promise<number | undefined> {
  if (!hasDisplay()) {
    return insteadOfDesktop(
      findElectron()
        ? 'There is no display for a window here'
        : 'Electron is not on this machine, and without a display it was not fetched',
    );
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return insteadOfDesktop('Electron opens no window for the administrator (root)');
  }
  const binary = findElectron() ?? (await fetchElectron());
  if (!binary) {
    return insteadOfDesktop('Electron is not on this machine and could not be fetched');
  }
  const electron = spawn(binary, [programFolder, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let opened = false;
  electron.stdout.on('data', (said: Buffer) => {
    opened ||= said.includes('Porchlight');
    process.stdout.write(said);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => electron.kill(signal));
  }
  const [code] = await once(electron, 'close').catch(() => [1]);
  if (code === 0 || opened) return Number(code ?? 1);
  return insteadOfDesktop('Electron does not run on this machine');
}

function insteadOfDesktop(obstacle: string): undefined {
  process.stderr.write(`${obstacle}, so Porchlight opens as a page in your browser instead.\n`);
}

/** The browser shell, as built. */
async function openBrowserShell(options: WindowOptions): Promise<number> {
  const built = pathToFileURL(join(programFolder, 'dist', 'node', 'browser.js')).href;
  const { runBrowserShell } = (await import(built)) as typeof BrowserShell;
  return runBrowserShell(options);
}

process.exitCode = await start(process.argv.slice(2));
