import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { createClock } from '../../main/core/clock.ts';
import { openCore } from '../../main/core/core.ts';
import { router } from '../../main/core/router.ts';
import type { Client } from '../../shared/contract/contract.ts';

/**
 * The real core in a process that will be killed: does what it is told to without end, and writes
 * each line of what was acknowledged to its standard output, past every buffer of ours.
 * Arguments: the data folder, what to do, the origin of a feed.
 */
const [dataFolder = '', doing = 'writing', feed = ''] = process.argv.slice(2);
/** 1 is the standard output; nothing of Node's stands in between. */
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

say({ does: 'starting' });
const core = await openCore({
  dataFolder,
  clock: createClock({ zone: 'Europe/Rome' }),
  host: {
    notify: async () => false,
    openLink: async () => false,
    secrets: {
      read: async () => undefined,
      keep: async () => undefined,
      forget: async () => undefined,
    },
    log: () => undefined,
  },
  shell: 'browser',
  version: '0.0.0-faults',
  // Nobody loads the sample town here.
  sampleFolder: '',
});
const client = createRouterClient(router, { context: core.house }) as Client;
say({ does: 'opened' });

for (let number = 0; ; number++) {
  const givenName = `Person ${process.pid}-${number}`;
  const { id } = await client.people.add({ givenName });
  say({ person: id, givenName });
  const note = await client.notes.add({ customerId: id, body: `Said ${number}` });
  say({ note: note.id });
  if (number % 7 === 3) {
    await client.notes.bin({ id: note.id });
    say({ binned: note.id });
  }
  if (doing === 'gathering' && number % 10 === 0) {
    if (number === 0) {
      const [source] = await client.sources.list();
      if (!source) await client.sources.add({ address: feed, kind: 'feed' });
    }
    await client.sources.gather({ all: true });
  }
  if (doing === 'forgetting' && number % 3 === 2) {
    // From here on they may be there or not; when it is done they must not be.
    say({ forgetting: id, without: note.id });
    await client.forgetting.forget({ id, older: number % 2 === 0 ? 'remove' : 'leave' });
    say({ forgot: id });
  }
  if (doing === 'backing up' && number % 5 === 0) await client.backups.make();
  if (doing === 'restoring' && number % 6 === 5) {
    const { name } = await client.backups.make();
    // From here on either house is right: the backup has all that was acknowledged until now.
    say({ restoring: name });
    await client.backups.restore({ name });
    say({ restored: name });
  }
}
