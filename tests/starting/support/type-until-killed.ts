import { createRouterClient } from '@orpc/server';
import { createClock } from '../../../main/core/clock.ts';
import { openCore } from '../../../main/core/core.ts';
import { router } from '../../../main/core/router.ts';
import type { Client } from '../../../shared/contract/contract.ts';

/**
 * A person in the middle of typing, for tests that take the power away: opens the house in a
 * folder and keeps a draft stroke by stroke, saying each that was kept, until it is killed.
 */
const [, , dataFolder = ''] = process.argv;
const core = await openCore({
  dataFolder,
  clock: createClock({ zone: 'Europe/Rome' }),
  shell: 'command',
  version: 'test',
  sampleFolder: '',
  host: {
    notify: async () => false,
    openLink: async () => true,
    secrets: {
      read: async () => undefined,
      keep: async () => undefined,
      forget: async () => undefined,
    },
    log: (line) => process.stderr.write(`${line}\n`),
  },
});
const client = createRouterClient(router, { context: core.house }) as Client;
for (let strokes = 1; ; strokes += 1) {
  await client.drafts.save({ key: 'talk:anybody', text: 'x'.repeat(strokes) });
  process.stdout.write(`kept ${strokes}.\n`);
  await new Promise(setImmediate);
}
