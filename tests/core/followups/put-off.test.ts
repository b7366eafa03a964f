import { expect, test } from 'vitest';
import { addCustomer } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';

test('one can be put off to a time of today, and says so until it was changed', async () => {
  const { client, clock } = await openHouse();
  const { id } = await client.followUps.add({ text: 'Call', dueDay: '2026-02-27' });
  await client.followUps.add({ text: 'At noon', dueDay: '2026-02-27', dueTime: '12:00' });
  await client.followUps.snooze({ id, until: '2026-03-02', time: '17:30' });
  const rows = async () => (await client.followUps.list({})).rows;
  expect(await rows()).toMatchObject([
    { text: 'At noon' },
    { text: 'Call', snoozedUntil: '2026-03-02', snoozedTime: '17:30', daysLate: 3 },
  ]);
  const { step } = await client.followUps.snooze({ id, until: '2026-03-09' });
  expect(await client.followUps.get({ id })).toMatchObject({ snoozedTime: null });
  await client.journal.undo({ step });
  expect(await client.followUps.get({ id })).toMatchObject({ snoozedTime: '17:30' });
  const waiting = async () => (await client.house.counts()).followUpsDue;
  expect(await waiting()).toBe(1);
  clock.set('2026-03-02T17:30');
  expect(await waiting()).toBe(2);
  await client.followUps.change({ id, dueDay: '2026-03-05' });
  expect(await client.followUps.get({ id })).toMatchObject({
    snoozedUntil: null,
    snoozedTime: null,
  });
});

test('a time that has passed, or that comes before it is due, is refused in words', async () => {
  const { client } = await openHouse();
  const { id } = await client.followUps.add({
    text: 'Call',
    dueDay: '2026-03-02',
    dueTime: '15:00',
  });
  const until = '2026-03-02';
  await expect(client.followUps.snooze({ id, until, time: '08:00' })).rejects.toThrow(
    'still ahead',
  );
  await expect(client.followUps.snooze({ id, until, time: '14:00' })).rejects.toThrow(
    'It is not due before Monday 2 March at 15:00 anyway.',
  );
  await client.followUps.snooze({ id, until, time: '16:00' });
});

test('what was done lately stands behind what is open, the latest first', async () => {
  const { client, clock } = await openHouse();
  const add = async (text: string) =>
    (await client.followUps.add({ text, dueDay: '2026-03-02' })).id;
  const [long, first, second] = [await add('Long ago'), await add('First'), await add('Second')];
  await add('Open');
  await client.followUps.done({ id: long });
  clock.addDays(13);
  await client.followUps.done({ id: first });
  clock.addDays(2);
  await client.followUps.done({ id: second });
  const { total, rows } = await client.followUps.list({ state: 'lately' });
  expect([total, ...rows.map((row) => row.text)]).toEqual([3, 'Open', 'Second', 'First']);
});

test('open ones can be sorted by person, and by the newest', async () => {
  const { client, house, clock } = await openHouse();
  const rosa = addCustomer(house, { givenName: 'Rosa' });
  const ada = addCustomer(house, { givenName: 'Ada' });
  const add = async (text: string, customerId: string | null, dueDay: string) => {
    clock.addDays(1);
    await client.followUps.add({ text, customerId, dueDay });
  };
  await add('Order tape', null, '2026-03-20');
  await add('Later for Ada', ada, '2026-03-30');
  await add('For Rosa', rosa, '2026-03-12');
  await add('For Ada', ada, '2026-03-21');
  const texts = async (sort: 'day' | 'person' | 'newest') =>
    (await client.followUps.list({ sort })).rows.map((row) => row.text);
  expect(await texts('day')).toEqual(['For Rosa', 'Order tape', 'For Ada', 'Later for Ada']);
  expect(await texts('person')).toEqual(['For Ada', 'Later for Ada', 'For Rosa', 'Order tape']);
  expect(await texts('newest')).toEqual(['For Ada', 'For Rosa', 'Later for Ada', 'Order tape']);
});

test('days of the week, the last day and the rule for 29 February are kept and carried on', async () => {
  const { client } = await openHouse();
  const add = (dueDay: string, more: object) =>
    client.followUps.add({ text: 'Again', dueDay, recurrence: { every: 1, ...more } as never });
  const { id } = await add('2026-03-02', { unit: 'week', weekdays: [5, 1, 5] });
  expect((await client.followUps.get({ id })).recurrence).toEqual({
    every: 1,
    unit: 'week',
    from: 'due',
    weekdays: [1, 5],
  });
  const friday = (await client.followUps.done({ id })).next;
  expect(friday?.dueDay).toBe('2026-03-06');
  const monday = (await client.followUps.done({ id: friday?.id ?? '' })).next;
  expect(monday?.dueDay).toBe('2026-03-09');

  const last = await add('2026-02-28', { unit: 'month', lastDay: true });
  expect((await client.followUps.done({ id: last.id })).next?.dueDay).toBe('2026-03-31');

  await client.settings.save({ leapDay: 'march-1' });
  const leap = await add('2024-02-29', { unit: 'year' });
  expect((await client.followUps.done({ id: leap.id })).next?.dueDay).toBe('2027-03-01');
  await expect(add('2026-03-02', { unit: 'day', weekdays: [1] })).rejects.toThrow('go with weeks');
});
