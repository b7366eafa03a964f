import { afterEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../main/core/listening/fetch.ts';
import type { FetcherOptions, Lookup } from '../../../main/core/listening/fetch-types.ts';
import { gatherSources } from '../../../main/core/listening/gather.ts';
import { createFeedReader } from '../../../main/core/listening/parsing.ts';
import type { SourceOutcome } from '../../../main/core/listening/record.ts';
import { chosenSources } from '../../../main/core/listening/source-records.ts';
import { openHouse } from '../../support/open-house.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

/** Fails to find any name, as a machine does that has lost its network. */
const nothingFound = ((_host: string, _options: object, done: (error: Error) => void) =>
  done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))) as unknown as Lookup;

function fetcherWith(options: Partial<FetcherOptions>): Fetcher {
  const fetcher = createFetcher({ version: '0', now: () => 0, lookup: nothingFound, ...options });
  closing.push(fetcher);
  return fetcher;
}

async function gatherTwo(isOnline: boolean) {
  const { house, client, clock } = await openHouse();
  for (const address of [
    'https://shop.example/a',
    'https://town.example/b',
    'sample:lantern.rss.xml',
  ]) {
    await client.sources.add({ address, kind: 'feed' });
  }
  const reader = createFeedReader({ now: clock.now });
  closing.push(reader);
  const tools = {
    connection: house.connection,
    fetcher: fetcherWith({ isOnline: () => isOnline, sampleFolder: `${house.sampleFolder}/feeds` }),
    reader,
    key: async () => null,
    now: clock.now,
    gatherMinutes: 60,
  };
  const told: SourceOutcome[] = [];
  const gathered = await gatherSources(
    tools,
    chosenSources(house.connection, null, clock.now()),
    new AbortController().signal,
    (outcome) => told.push(outcome),
  );
  return { gathered, told, sources: await client.sources.list() };
}

test('being offline fails nothing and uses up no check; what lies on the machine is still read', async () => {
  const { gathered, told, sources } = await gatherTwo(false);
  expect(gathered).toMatchObject({ state: 'offline', failed: 0 });
  expect(told.map((outcome) => outcome.ok)).toEqual([true]);
  expect(gathered.newMentions).toBeGreaterThan(0);
  const asked = sources.filter((source) => source.address.startsWith('https:'));
  expect(asked.map((source) => [source.health, source.nextCheckAt, source.lastTriedAt])).toEqual([
    ['new', null, null],
    ['new', null, null],
  ]);
});

test('websites that are not there while we are online have failed', async () => {
  const { gathered, sources } = await gatherTwo(true);
  expect(gathered).toMatchObject({ state: 'finished', failed: 2 });
  expect(sources.filter((source) => source.health === 'troubled')).toHaveLength(2);
});
