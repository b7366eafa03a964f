import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';
import { log, named, town } from './small-town.ts';

test('an empty house names nobody, and is not broken by it', async () => {
  const { client } = await openHouse();
  expect(await client.today.get()).toEqual({
    day: '2026-03-02',
    pick: null,
    doneToday: [],
    moreWaiting: false,
    load: { people: 0, perDay: 0, stretch: 1, named: 1 },
  });
  expect(await client.today.another()).toEqual({ found: false });
  expect(await client.today.street({})).toEqual({ houses: [], total: 0 });
  expect(await client.today.around()).toEqual({ promises: [], dates: [], voices: [] });
});

test('nobody is named while everybody was spoken with within their rhythm', async () => {
  const { client } = await town('2026-02-20', '2026-03-01');
  expect(await client.today.get()).toMatchObject({ pick: null, moreWaiting: false });
});

test('the pick is the same all day, after a restart, and whatever happens besides', async () => {
  const opened = await town('2026-01-20', '2026-01-10', '2026-02-27');
  const first = await opened.client.today.get();
  expect(first.pick?.customer.givenName).toBe('Marco');
  expect(first.pick?.reasons).toEqual([
    { kind: 'silence', silentDays: 51, rhythmDays: 30, lastSpokeDay: '2026-01-10' },
  ]);
  promise(opened.house, opened.ids[2] ?? '', 'Send the quote', '2026-03-02');
  opened.clock.set('2026-03-02T23:59');
  const again = await opened.reopen();
  expect((await again.client.today.get()).pick).toEqual(first.pick);
  expect((await again.client.today.street({})).houses.find((one) => one.isToday)?.name).toBe(
    'Marco',
  );
  again.clock.set('2026-03-03T00:00');
  expect(await named(again)).toBe('Wanjiru');
});

test('where the clock goes back over midnight, the earlier day has its own pick again', async () => {
  const opened = await town('2026-01-20', '2026-01-10');
  const monday = (await opened.client.today.get()).pick?.id;
  opened.clock.set('2026-03-03T00:30');
  expect((await opened.client.today.get()).pick?.id).not.toBe(monday);
  opened.clock.set('2026-03-02T22:30');
  expect((await opened.client.today.get()).pick?.id).toBe(monday);
});

test('a logged conversation closes the day; one more can be asked for', async () => {
  const { client, ids } = await town('2026-01-20', '2026-01-10', '2026-02-27');
  expect(await named({ client })).toBe('Marco');
  await log(client, ids[1]);
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'done', customer: { givenName: 'Marco' } },
    doneToday: [{ customerId: ids[1], name: 'Marco' }],
    moreWaiting: true,
  });
  expect(await client.today.another()).toEqual({ found: true });
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'waiting', customer: { givenName: 'Rosa' } },
    moreWaiting: false,
  });
  // Asked twice in haste: still the same one more.
  expect(await client.today.another()).toEqual({ found: true });
  expect(await named({ client })).toBe('Rosa');
  await log(client, ids[0]);
  expect(await client.today.another()).toEqual({ found: false });
});

test('a conversation that is taken back opens the day again', async () => {
  const { client, ids } = await town('2026-01-10');
  await client.today.get();
  const { step } = await log(client, ids[0]);
  expect((await client.today.get()).pick?.state).toBe('done');
  await client.journal.undo({ step });
  expect(await client.today.get()).toMatchObject({ pick: { state: 'waiting' }, doneToday: [] });
});

test('speaking with somebody else is a step, and leaves the pick as it is', async () => {
  const { client, ids } = await town('2026-01-20', '2026-01-10');
  expect(await named({ client })).toBe('Marco');
  await log(client, ids[0]);
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'waiting', customer: { givenName: 'Marco' } },
    doneToday: [{ customerId: ids[0], name: 'Rosa' }],
  });
  expect((await client.today.steps({ days: 1 })).days).toMatchObject([
    { day: '2026-03-02', steps: 1 },
  ]);
});

test('somebody spoken with before Today was opened is not named', async () => {
  const { client, house, ids } = await town('2026-01-10', '2026-02-27');
  promise(house, ids[0] ?? '', 'Send the quote', '2026-03-02');
  await log(client, ids[0]);
  expect((await client.today.get()).pick).toBeNull();
});

test('a conversation that came in by another door closes the day as well', async () => {
  const { client, house, ids } = await town('2026-01-10', '2026-01-20');
  expect((await client.today.get()).pick?.state).toBe('waiting');
  talk(house, [ids[0] ?? ''], '2026-03-02');
  expect((await client.today.get()).pick).toMatchObject({
    state: 'done',
    customer: { givenName: 'Rosa' },
  });
  await client.today.another();
  expect(await named({ client })).toBe('Marco');
});

test('an old conversation written down late leaves the day open', async () => {
  const { client, ids } = await town('2026-01-10');
  await client.today.get();
  const old = { customerIds: [ids[0] ?? ''], medium: 'visit' as const, said: 'In spring' };
  await client.conversations.log({ ...old, happenedDay: '2025-05-01' });
  expect((await client.today.get()).pick?.state).toBe('waiting');
});

test('somebody in the bin is not named, and the next one is; back from it, so is the pick', async () => {
  const { client, ids } = await town('2026-01-10', '2026-01-20');
  expect(await named({ client })).toBe('Rosa');
  const { step } = await client.people.bin({ ids: [ids[0] ?? ''] });
  expect(await named({ client })).toBe('Marco');
  await client.journal.undo({ step });
  expect(await named({ client })).toBe('Rosa');
});

test('adding somebody can be undone although the day has named them', async () => {
  const { client } = await openHouse();
  const { step } = await client.people.add({ givenName: 'Rosa' });
  expect((await client.today.get()).pick?.reasons).toEqual([
    { kind: 'new', addedDay: '2026-03-02', days: 0 },
  ]);
  await client.journal.undo({ step });
  expect((await client.today.get()).pick).toBeNull();
});

test('without a circle somebody is named only when they speak, a promise is due or a date is near', async () => {
  const { client, clock, house } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    circle: 'none',
    rhythmDays: 10,
    dates: [{ kind: 'birthday', month: 9, day: 20 }],
  });
  clock.set('2026-06-01T08:00');
  expect((await client.today.get()).pick).toBeNull();
  const asked = mention(house, id, 'Do you repair zips?', clock.now());
  expect((await client.today.get()).pick?.reasons).toMatchObject([{ kind: 'voice' }]);
  await client.mentions.mark({ ids: [asked], state: 'noted' });
  clock.addDays(1);
  expect((await client.today.get()).pick).toBeNull();
  promise(house, id, 'Send the swatches', '2026-07-01');
  clock.set('2026-07-02T08:00');
  expect((await client.today.get()).pick?.reasons).toMatchObject([
    { kind: 'promise', daysLate: 1 },
  ]);
  await log(client, id);
  await client.followUps.done({ id: (await client.today.around()).promises[0]?.id ?? '' });
  clock.set('2026-09-17T08:00');
  expect((await client.today.get()).pick?.reasons).toMatchObject([{ kind: 'date', inDays: 3 }]);
});

test('in a house of 20,000 the right one is named', async () => {
  const { client, house } = await openHouse();
  const silent = '018f0000-0000-7000-8000-000000012345';
  // Straight into the tables and what the triggers keep: by hand it would take longer than the rest.
  house.connection.exec(`
    INSERT INTO customer (id, display_name, sort_name, added_at, added_day)
      WITH RECURSIVE number (one) AS (SELECT 0 UNION ALL SELECT one + 1 FROM number WHERE one < 19999)
      SELECT printf('018f0000-0000-7000-8000-%012d', one), 'Person ' || one, 'person ' || one,
        0, '2026-01-01' FROM number;
    INSERT INTO customer_standing (customer_id, last_spoke_day)
      SELECT id, date('2026-02-01', (rowid % 28) || ' days') FROM customer;
    UPDATE customer_standing SET last_spoke_day = '2026-01-20' WHERE customer_id = '${silent}';`);
  const { pick, load } = await client.today.get();
  expect(pick?.customer.id).toBe(silent);
  expect(load.people).toBe(20_000);
  const { houses, total } = await client.today.street({ limit: 60 });
  expect({ houses: houses.length, total }).toEqual({ houses: 60, total: 20_000 });
  expect(houses.filter((one) => one.isToday).map((one) => one.id)).toEqual([silent]);
}, 60_000);
