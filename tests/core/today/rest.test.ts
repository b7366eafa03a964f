import { expect, test } from 'vitest';
import { promiseCountsFrom } from '../../../main/core/today/duties.ts';
import { restAfter } from '../../../main/core/today/rest.ts';
import { mention, promise } from '../../support/stored-rows.ts';
import { log, named, town } from './small-town.ts';

test('an attempt that reached nobody is no contact, and they are left alone the next day', async () => {
  const { client, ids, clock } = await town('2026-01-10', '2026-01-20');
  expect(await named({ client })).toBe('Rosa');
  await log(client, ids[0], false);
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'not-reached', customer: { lastSpokeDay: '2026-01-10', attempts: 1 } },
    doneToday: [],
    moreWaiting: true,
  });
  clock.addDays(1);
  expect(await named({ client })).toBe('Marco');
  clock.addDays(1);
  expect(await named({ client })).toBe('Rosa');
});

test('a promise of the day of the attempt does not name them again the next day', async () => {
  const { client, ids, clock, house } = await town('2026-02-20');
  promise(house, ids[0] ?? '', 'Send the quote', '2026-03-02');
  expect(await named({ client })).toBe('Rosa');
  clock.set('2026-03-02T10:00');
  await log(client, ids[0], false);
  clock.set('2026-03-03T08:00');
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-03-04T08:00');
  expect(await named({ client })).toBe('Rosa');
});

test('after three attempts in vain somebody rests for a week, unless they speak', async () => {
  const { client, ids, clock, house } = await town('2026-01-10');
  await triedInVain(3);
  // The last attempt was on 6 March.
  clock.set('2026-03-12T08:00');
  expect((await client.today.get()).pick).toBeNull();
  mention(house, ids[0] ?? '', 'Are you open on Sunday?', clock.now());
  expect((await client.today.get()).pick?.reasons[0]).toMatchObject({
    kind: 'voice',
    excerpt: 'Are you open on Sunday?',
    daysWaiting: 0,
  });

  async function triedInVain(times: number) {
    for (let attempt = 0; attempt < times; attempt += 1) {
      expect(await named({ client })).toBe('Rosa');
      await log(client, ids[0], false);
      clock.addDays(2);
    }
  }
});

test('each third attempt in vain makes a rest; from the third rest on, each is twice as long', () => {
  const rests = [1, 2, 3, 4, 5, 6, 9, 12, 15, 18, 21].map(restAfter);
  expect(rests).toEqual([2, 2, 7, 2, 2, 7, 14, 28, 56, 91, 91]);
});

test('somebody who rested is tried again, and rests again after three more attempts', async () => {
  const { client, ids, clock } = await town('2026-01-10');
  const tried: string[] = [];
  for (let day = 0; day < 60; day += 1) {
    if ((await named({ client })) === 'Rosa') {
      tried.push(clock.today());
      await log(client, ids[0], false);
    }
    clock.addDays(1);
  }
  const from = Date.parse('2026-03-02');
  expect(tried.map((day) => (Date.parse(day) - from) / 86_400_000)).toEqual([
    0, 2, 4, 11, 13, 15, 22, 24, 26, 40, 42, 44,
  ]);
});

test('a promise that comes due ends the rest; one that was due before does not', async () => {
  const { client, ids, clock, house } = await town('2026-01-10');
  promise(house, ids[0] ?? '', 'Old promise', '2026-03-01');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await client.today.get();
    await log(client, ids[0], false);
    clock.addDays(2);
  }
  expect((await client.today.get()).pick).toBeNull();
  promise(house, ids[0] ?? '', 'Bring the samples', '2026-03-10');
  clock.set('2026-03-10T08:00');
  expect(await named({ client })).toBe('Rosa');
});

test('somebody tried in vain over a complaint is tried again on its last prompt day', async () => {
  const { client, ids, clock, house } = await town('2026-02-20');
  mention(house, ids[0] ?? '', 'Terrible, I am very disappointed.', clock.now() - 1000);
  house.connection.exec("UPDATE mention SET tone = 'complaint'");
  expect(await named({ client })).toBe('Rosa');
  await log(client, ids[0], false);
  clock.addDays(1);
  expect(await named({ client })).toBe('Rosa');
});

test('a promise without a time is named some days ahead, one with a time on its day', async () => {
  const { client, ids, clock, house } = await town('2026-02-27', '2026-02-27');
  promise(house, ids[0] ?? '', 'Send the quote', '2026-03-20');
  const timed = promise(house, ids[1] ?? '', 'Call at noon', '2026-03-13');
  house.connection.prepare(`UPDATE follow_up SET due_time = '12:00' WHERE id = ?`).run(timed);
  clock.set('2026-03-12T08:00');
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-03-13T08:00');
  expect(await named({ client })).toBe('Marco');
  await log(client, ids[1]);
  clock.set('2026-03-15T08:00');
  await client.followUps.done({ id: timed });
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-03-16T08:00');
  expect((await client.today.get()).pick?.reasons[0]).toMatchObject({ daysLate: -4 });
});

test('a promise does not name somebody again before half of its time is over', () => {
  const from = (dueDay: string) => promiseCountsFrom('2026-03-02', dueDay);
  expect(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-06'].map(from)).toEqual([
    '2026-03-02',
    '2026-03-02',
    '2026-03-03',
    '2026-03-04',
  ]);
  expect(from('2026-03-20')).toBe('2026-03-16');
});
