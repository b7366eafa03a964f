import { afterEach, expect, test, vi } from 'vitest';
import type { House } from '../../main/core/core.ts';
import { heedMachine } from '../../main/core/machine-state.ts';
import { openHouse, stillClock } from '../support/open-house.ts';

afterEach(() => vi.useRealTimers());

test('what a sleep has kept from being told is told on waking', async () => {
  // An alarm of a machine that sleeps does not ring.
  const clock = { ...stillClock('2026-03-02T08:30'), wake: () => () => undefined };
  const { house, client, host } = await openHouse({ shell: 'desktop', clock });
  await client.followUps.add({ text: 'Ring Rosa', dueDay: '2026-03-02', dueTime: '09:00' });
  heedMachine(house, 'sleeps');
  clock.set('2026-03-02T11:00');
  heedMachine(house, 'wakes');
  await vi.waitFor(() => expect(host.notices).toMatchObject([{ title: 'Ring Rosa' }]));
});

test('a window that has a lock is locked before a sleep, and no other', async () => {
  const { house, client } = await openHouse({ shell: 'desktop' });
  heedMachine(house, 'sleeps');
  expect(house.lock.isLocked()).toBe(false);
  await client.lock.choose({ passphrase: 'a lamp in the window' });
  heedMachine(house, 'sleeps');
  expect(house.lock.isLocked()).toBe(true);
});

/** What of a gathering begins within so many seconds of a clock that is moved by hand. */
function beginnings(house: House) {
  const ending = new AbortController();
  const begun: string[] = [];
  const listening = (async () => {
    for await (const event of house.bell.listen(ending.signal)) {
      if (event.type === 'gathering') begun.push(event.state);
    }
  })().catch(() => undefined);
  return {
    async within(seconds: number) {
      begun.length = 0;
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      return begun[0];
    },
    end: () => {
      ending.abort();
      return listening;
    },
  };
}

test('nothing is gathered by itself asleep or without a network, and it goes on afterwards', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
  const { house, client, close } = await openHouse({ gathersByItself: true });
  await client.sources.add({ address: 'sample:lantern.rss.xml', kind: 'feed' });
  const gathering = beginnings(house);
  heedMachine(house, 'offline');
  expect(await gathering.within(70)).toBeUndefined();
  heedMachine(house, 'sleeps');
  heedMachine(house, 'online');
  expect(await gathering.within(70)).toBeUndefined();
  heedMachine(house, 'wakes');
  expect(await gathering.within(40)).toBe('started');
  await gathering.end();
  vi.useRealTimers();
  await close();
});
