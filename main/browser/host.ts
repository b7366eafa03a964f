import type { Host } from '../core/host.ts';
import type { Log } from '../starting/log.ts';
import { createSecretsFile } from '../starting/secrets-file.ts';
import { openInBrowser } from './open-browser.ts';

/** What the machine offers a core that has no window of its own. */
export function createPlainHost(dataFolder: string, log: Log): Host {
  return {
    notify: () => log('A notice was due, and this shell has no way to show one'),
    openLink: openInBrowser,
    secrets: createSecretsFile(dataFolder),
    log,
  };
}
