import { expect, test } from 'vitest';
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

test('after three attempts in vain somebody rests for thirty days, unless they speak', async () => {
  const { client, ids, clock, house } = await town('2026-01-10');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await named({ client })).toBe('Rosa');
    await log(client, ids[0], false);
    clock.addDays(2);
  }
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-04-04T08:00');
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-04-05T08:00');
  expect(await named({ client })).toBe('Rosa');
  await log(client, ids[0], false);
  clock.addDays(2);
  expect((await client.today.get()).pick).toBeNull();
  mention(house, ids[0] ?? '', 'Are you open on Sunday?', clock.now());
  expect((await client.today.get()).pick?.reasons[0]).toMatchObject({
    kind: 'voice',
    excerpt: 'Are you open on Sunday?',
    daysWaiting: 0,
  });
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

test('a promise without a time is named on its eve already', async () => {
  const { client, ids, clock, house } = await town('2026-02-20');
  promise(house, ids[0] ?? '', 'Send the quote', '2026-03-04');
  expect((await client.today.get()).pick).toBeNull();
  clock.addDays(1);
  expect((await client.today.get()).pick?.reasons).toMatchObject([
    { kind: 'promise', daysLate: -1 },
  ]);
});

test('somebody of a short rhythm rests no longer than that', async () => {
  const { client, ids, clock } = await town('2026-01-10');
  await client.people.change({ id: ids[0] ?? '', changes: { rhythmDays: 14 } });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await named({ client })).toBe('Rosa');
    await log(client, ids[0], false);
    clock.addDays(2);
  }
  clock.set('2026-03-19T08:00');
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-03-20T08:00');
  expect(await named({ client })).toBe('Rosa');
});
