import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWhole } from '../core/database/whole-file.ts';
import { hasDisplay } from '../starting/display.ts';
import { openInBrowser } from './open-browser.ts';
import { leadOn } from './plain-pages.ts';

/**
 * Opens a one-time address in the person's browser. Answers the path of the page that leads there;
 * undefined when it could not be opened, and the printed address has to do.
 */
export async function openWayIn(dataFolder: string, address: string): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  const path = await writeWayIn(dataFolder, address).catch(() => undefined);
  return path && (await openInBrowser(path)) ? path : undefined;
}

/**
 * Writes a page that leads on to a one-time address, for a browser to be opened with; answers its
 * path. On a command line that address could be read by everybody on the machine; the page only by
 * its owner. The key in it works once, and in this run alone, so that a page left behind is harmless.
 */
export async function writeWayIn(
  dataFolder: string,
  address: string,
  home = homedir(),
): Promise<string> {
  const folder = (await folderOfSnap(home)) ?? dataFolder;
  const path = join(folder, `porchlight-${new URL(address).port}.html`);
  writeWhole(path, leadOn(address));
  return path;
}

/**
 * A browser that is a snap sees no hidden folder of its person's, and so not the usual data folder;
 * it does see its own. Undefined for any other browser.
 */
async function folderOfSnap(home: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const asked = promisify(execFile)('xdg-settings', ['get', 'default-web-browser'], {
    timeout: 3000,
  });
  const { stdout } = await asked.catch(() => ({ stdout: '' }));
  // Snap names a program's entry `<snap>_<program>.desktop`.
  const [, snap] = /^([a-z0-9-]+)_[\w-]+\.desktop\s*$/.exec(stdout) ?? [];
  const folder = snap && join(home, 'snap', snap, 'common');
  return folder && existsSync(folder) ? folder : undefined;
}
