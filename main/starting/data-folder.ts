import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { CommonOptions } from './options.ts';

/** What decides where a person's data are usually kept. */
export interface Machine {
  platform: NodeJS.Platform;
  environment: Record<string, string | undefined>;
  home: string;
}

/** The machine that this program runs on. */
function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

/**
 * The platform's usual place for the data of a program: Windows' known folder for roaming data,
 * Apple's File System Programming Guide, the XDG Base Directory Specification 0.8 (which lets a
 * relative path count as unset).
 */
export function usualDataFolder({ platform, environment, home }: Machine): string {
  if (platform === 'win32') {
    return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Porchlight');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Porchlight');
  const shared = environment.XDG_DATA_HOME;
  return join(shared && isAbsolute(shared) ? shared : join(home, '.local', 'share'), 'porchlight');
}

/** The data folder that the options ask for; the sample town lives beside the person's own. */
export function dataFolderOf(
  options: Pick<CommonOptions, 'data' | 'sample'>,
  machine: Machine = thisMachine(),
): string {
  const folder = options.data ? resolve(options.data) : usualDataFolder(machine);
  return options.sample ? `${folder}-sample` : folder;
}
