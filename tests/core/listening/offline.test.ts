import { afterEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../main/core/listening/fetch.ts';
import type { FetcherOptions, Lookup } from '../../../main/core/listening/fetch-types.ts';
import { gatherSources } from '../../../main/core/listening/gather.ts';
import { createFeedReader } from '../../../main/core/listening/parsing.ts';
import type { SourceOutcome } from '../../../main/core/listening/record.ts';
import { chosenSources, dueSources } from '../../../main/core/listening/source-records.ts';
import { openHouse } from '../../support/open-house.ts';
import { startFarEnd } from './far-end.ts';
import { rss } from './gathering.ts';

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

test('a network that goes in the middle and comes back loses and doubles nothing', async () => {
  const far = await startFarEnd();
  closing.push(far);
  const { house, client, clock } = await openHouse();
  const count = 24;
  for (let index = 0; index < count; index++) {
    const address = `${far.origin.replace('127.0.0.1', `shop${index}.example`)}/feed/${index}`;
    await client.sources.add({ address, kind: 'feed' });
    far.at(
      `/feed/${index}`,
      rss([1, 2].map((one) => ({ guid: `${one}`, title: `${index}-${one}` }))),
    );
  }
  let isOnline = true;
  let lookups = 0;
  const lookup = ((name: string, options: object, done: (...found: unknown[]) => void) => {
    lookups++;
    if (lookups === count / 2) isOnline = false;
    if (!isOnline) return nothingFound(name, options, done as never);
    return done(null, [{ address: '127.0.0.1', family: 4 }]);
  }) as unknown as Lookup;
  const reader = createFeedReader({ now: clock.now });
  closing.push(reader);
  const tools = {
    connection: house.connection,
    fetcher: fetcherWith({ lookup, isOnline: () => isOnline }),
    reader,
    key: async () => null,
    now: clock.now,
    gatherMinutes: 60,
  };
  const run = (sources: ReturnType<typeof chosenSources>) =>
    gatherSources(tools, sources, new AbortController().signal, () => undefined);
  const first = await run(chosenSources(house.connection, null, clock.now()));
  expect(first).toMatchObject({ state: 'offline', failed: 0 });
  expect(first.newMentions).toBeGreaterThan(0);
  expect(first.newMentions).toBeLessThan(count * 2);
  isOnline = true;
  // What was not reached is still due; nothing of it has used up a check.
  const second = await run(dueSources(house.connection, clock.now()));
  expect(second).toMatchObject({ state: 'finished', failed: 0 });
  expect(first.newMentions + second.newMentions).toBe(count * 2);
  const { rows } = await client.mentions.list({ limit: 500 });
  expect(new Set(rows.map((row) => row.title)).size).toBe(count * 2);
  expect(rows).toHaveLength(count * 2);
});
