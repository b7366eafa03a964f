import { expect, test } from 'vitest';
import { addCustomer } from '../../support/customers.ts';
import { stillClock } from '../../support/open-house.ts';
import { openRemindingHouse, settled, told } from './told.ts';

test('what came up while closed is told at the next start in one calm notice, and stays in sight', async () => {
  const house = await openRemindingHouse();
  const rosa = addCustomer(house.house, { givenName: 'Rosa', familyName: 'Rossi' });
  const add = async (text: string, dueDay: string, customerId: string | null = null) =>
    (await house.client.followUps.add({ text, dueDay, customerId })).id;
  const quote = await add('Send the quote', '2026-03-03', rosa);
  await add('Order tape', '2026-03-04');
  await add('Next week', '2026-03-12');
  await house.close();

  house.clock.set('2026-03-05T09:00');
  const next = await house.reopen();
  expect(await told(next)).toEqual(['While Porchlight was closed: 2 follow-ups']);
  const words = async () => (await next.client.reminders.missed()).map((one) => one.words);
  expect(await words()).toEqual(['Send the quote', 'Order tape']);
  expect(await next.client.reminders.missed()).toMatchObject([
    { customer: { id: rosa, name: 'Rosa Rossi' }, followUp: { id: quote, daysLate: 2 } },
    { customer: null, followUp: { text: 'Order tape' } },
  ]);

  const { step } = await next.client.followUps.done({ id: quote });
  expect(await words()).toEqual(['Order tape']);
  await next.client.journal.undo({ step });
  const away = await next.client.reminders.putAway();
  expect(await words()).toEqual([]);
  await next.client.journal.undo({ step: away.step });
  expect(await words()).toEqual(['Send the quote', 'Order tape']);

  const third = await next.reopen();
  expect(await told(third)).toEqual([]);
  expect(await third.client.reminders.missed()).toHaveLength(2);
});

test('a single one is told as itself, with what can be done', async () => {
  const house = await openRemindingHouse();
  await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-03', dueTime: '15:00' });
  await house.close();
  house.clock.set('2026-03-04T09:00');
  const next = await house.reopen();
  await settled();
  expect(next.host.shown).toMatchObject([
    { title: 'Ring', body: 'Due yesterday at 15:00', actions: [{ id: 'done' }, {}, {}] },
  ]);
});

test('what a sleeping machine missed is told when it wakes', async () => {
  const house = await openRemindingHouse();
  for (const time of ['11:00', '13:00']) {
    await house.client.followUps.add({ text: time, dueDay: '2026-03-02', dueTime: time });
  }
  await settled();
  house.clock.set('2026-03-02T16:00');
  expect(await told(house)).toEqual(['While you were away: 2 follow-ups']);
  expect(await house.client.reminders.missed()).toHaveLength(2);
});

test('a machine that stopped between writing it down and showing it does not tell it twice, nor lose it', async () => {
  const house = await openRemindingHouse();
  // A machine without notices, and no window that would ask for them.
  house.host.showsNotices = false;
  await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-03' });
  await settled();
  house.clock.set('2026-03-03T08:00');
  await settled();
  expect(await house.client.reminders.missed()).toEqual([]);
  const next = await house.reopen();
  expect(await told(next)).toEqual([]);
  expect(await next.client.reminders.missed()).toMatchObject([{ words: 'Ring' }]);
});

test('written at home for the afternoon, read after a flight to the east: told at the next start', async () => {
  const house = await openRemindingHouse();
  await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-02', dueTime: '10:00' });
  await settled();
  house.clock.set('2026-03-02T08:30');
  await house.close();
  house.clock.goTo('Asia/Tokyo');
  const next = await house.reopen();
  expect(await told(next)).toEqual(['Ring']);
});

test('written just before the house was closed, for a moment that had passed: nobody has to be told', async () => {
  const house = await openRemindingHouse({ clock: stillClock('2026-03-02T10:00') });
  const adding = house.client.followUps.add({ text: 'Known', dueDay: '2026-03-02' });
  await adding;
  await house.close();
  house.clock.set('2026-03-02T12:00');
  const next = await house.reopen();
  expect(await told(next)).toEqual([]);
  expect(await next.client.reminders.missed()).toEqual([]);
});
