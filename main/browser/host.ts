import type { Host } from '../core/host.ts';
import type { Log } from '../starting/log.ts';
import { createSecretsFile } from '../starting/secrets-file.ts';
import { openInBrowser } from './open-browser.ts';

/** What the machine offers a core that has no window of its own: its notices are the pages' own. */
export function createPlainHost(dataFolder: string, log: Log): Host {
  return {
    notify: async () => false,
    openLink: openInBrowser,
    secrets: createSecretsFile(dataFolder),
    log,
  };
}
