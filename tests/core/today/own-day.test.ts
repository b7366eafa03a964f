import { expect, test } from 'vitest';
import { log, named, town } from './small-town.ts';

/** A town with Mia and Leo at one counter; Mia's day is her own. */
async function counter(...spokenOn: string[]) {
  const opened = await town(...spokenOn);
  const { client } = opened;
  const { id: mia } = await client.counter.add({ name: 'Mia' });
  const { id: leo } = await client.counter.add({ name: 'Leo' });
  const { step } = await client.counter.change({ id: mia, ownDay: true });
  return { ...opened, mia, leo, step };
}

test('a colleague who wishes has a person of their own each day, and never another one’s', async () => {
  const { client, mia, leo, clock } = await counter('2026-01-10', '2026-01-20', '2026-01-25');
  expect(await named({ client })).toBe('Rosa');
  await client.counter.comeIn({ id: mia });
  expect(await named({ client })).toBe('Marco');
  expect((await client.today.street({})).houses.find((one) => one.isToday)?.name).toBe('Marco');
  await client.counter.comeIn({ id: leo });
  expect(await named({ client })).toBe('Rosa');
  clock.addDays(1);
  expect(await named({ client })).toBe('Rosa');
  await client.counter.comeIn({ id: mia });
  expect(await named({ client })).toBe('Marco');
});

test('what one puts off or does is not the other’s, and nobody is named twice', async () => {
  const { client, ids, mia } = await counter('2026-01-10', '2026-01-20', '2026-01-25');
  const rosa = (await client.today.get()).pick;
  await client.counter.comeIn({ id: mia });
  const marco = (await client.today.get()).pick;
  await expect(client.today.notToday({ pickId: rosa?.id ?? '' })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
  await client.today.notToday({ pickId: marco?.id ?? '' });
  expect(await named({ client })).toBe('Wanjiru');
  await log(client, ids[2]);
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'done' },
    doneToday: [{ customerId: ids[2], how: 'spoke' }],
    // Marco was put off, and Rosa is the shop's.
    moreWaiting: false,
  });
  await client.counter.comeIn({ id: null });
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'waiting', customer: { id: ids[0] } },
  });
});

test('whoever a colleague was named for is done with when another one speaks with them', async () => {
  const { client, ids, mia } = await counter('2026-01-10', '2026-01-20');
  await client.today.get();
  await client.counter.comeIn({ id: mia });
  expect(await named({ client })).toBe('Marco');
  await client.counter.comeIn({ id: null });
  await log(client, ids[1]);
  await client.counter.comeIn({ id: mia });
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'done', customer: { id: ids[1] } },
    doneToday: [{ customerId: ids[1] }],
  });
});

test('without the wish, or once they have left, it is the shop’s one person', async () => {
  const { client, mia, leo, step } = await counter('2026-01-10', '2026-01-20');
  await client.counter.comeIn({ id: leo });
  expect(await named({ client })).toBe('Rosa');
  await client.counter.comeIn({ id: mia });
  expect(await named({ client })).toBe('Marco');
  await client.journal.undo({ step });
  expect(await named({ client })).toBe('Rosa');
  await client.counter.leave({ id: mia });
  expect(await named({ client })).toBe('Rosa');
});

test('the honest arithmetic counts how many are named a day', async () => {
  const { client, mia, leo } = await counter('2026-01-10');
  const named = async () => (await client.today.get()).load.named;
  expect(await named()).toBe(2);
  await client.counter.change({ id: leo, ownDay: true });
  // Nobody is left for whom the shop would name one.
  expect(await named()).toBe(2);
  await client.counter.leave({ id: mia });
  expect(await named()).toBe(1);
});

test('adding a colleague can be undone although their day has named somebody', async () => {
  const { client } = await town('2026-01-10', '2026-01-20');
  const { id, step } = await client.counter.add({ name: 'Zed' });
  const { step: wish } = await client.counter.change({ id, ownDay: true });
  await client.counter.comeIn({ id });
  expect(await named({ client })).toBe('Rosa');
  await client.counter.comeIn({ id: null });
  await client.journal.undo({ step: wish });
  await client.journal.undo({ step });
  expect(await named({ client })).toBe('Rosa');
});
