import { describe, expect, test } from 'vitest';
import { first } from '../../../main/core/database/connection.ts';
import { addCustomer } from '../../support/customers.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

async function rows(opened: OpenedHouse, query: object = {}) {
  return (await opened.client.followUps.list(query)).rows;
}

describe('the list', () => {
  test('has the overdue first, then by day and time, and says how late each is', async () => {
    const opened = await openHouse();
    const add = (text: string, dueDay: string, dueTime: string | null = null) =>
      opened.client.followUps.add({ text, dueDay, dueTime });
    await add('Next week', '2026-03-09');
    await add('Today, whenever', '2026-03-02');
    await add('Today at five', '2026-03-02', '17:00');
    await add('Today at nine', '2026-03-02', '09:00');
    await add('Late', '2026-02-27');
    await add('Later still', '2026-02-20');
    expect((await rows(opened)).map((row) => [row.text, row.daysLate])).toEqual([
      ['Later still', 10],
      ['Late', 3],
      ['Today at nine', 0],
      ['Today at five', 0],
      ['Today, whenever', 0],
      ['Next week', -7],
    ]);
  });

  test('counts a snoozed one by the day it comes back, and still says when it was due', async () => {
    const opened = await openHouse();
    const { id } = await opened.client.followUps.add({ text: 'Late', dueDay: '2026-02-27' });
    await opened.client.followUps.add({ text: 'Soon', dueDay: '2026-03-04' });
    await opened.client.followUps.snooze({ id, until: '2026-03-06' });
    expect((await rows(opened)).map((row) => row.text)).toEqual(['Soon', 'Late']);
    expect((await rows(opened, { until: '2026-03-05' })).map((row) => row.text)).toEqual(['Soon']);
    opened.clock.set('2026-03-06T08:00');
    expect(await rows(opened, { until: '2026-03-06' })).toMatchObject([
      { text: 'Late', dueDay: '2026-02-27', daysLate: 7, snoozedUntil: '2026-03-06' },
      { text: 'Soon', daysLate: 2 },
    ]);
  });

  test('can be of one customer, of what is done, and a page at a time', async () => {
    const opened = await openHouse();
    const rosa = addCustomer(opened.house, { givenName: 'Rosa', familyName: 'Bianchi' });
    const { id } = await opened.client.followUps.add({
      text: 'Send the quote',
      customerId: rosa,
      dueDay: '2026-03-01',
    });
    await opened.client.followUps.add({ text: 'Order tape', dueDay: '2026-03-05' });
    expect(await rows(opened, { customerId: rosa })).toMatchObject([
      { id, customer: { id: rosa, name: 'Rosa Bianchi' } },
    ]);
    const page = await opened.client.followUps.list({ offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ text: 'Order tape', customer: null }] });
    await opened.client.followUps.done({ id });
    opened.clock.addDays(20);
    expect(await rows(opened, { state: 'done' })).toMatchObject([{ id, daysLate: 1 }]);
    expect(await rows(opened, { customerId: rosa })).toEqual([]);
  });

  test('leaves out what is in the bin, and undo brings it back', async () => {
    const opened = await openHouse();
    const { id } = await opened.client.followUps.add({ text: 'Order tape', dueDay: '2026-03-05' });
    const { step } = await opened.client.followUps.bin({ id });
    expect(await rows(opened)).toEqual([]);
    await opened.client.journal.undo({ step });
    expect(await rows(opened)).toHaveLength(1);
  });
});

test('those of a customer in the bin are neither listed nor counted, until they are back', async () => {
  const { client, house } = await openHouse();
  const rosa = addCustomer(house, { givenName: 'Rosa' });
  await client.followUps.add({ text: 'Call', customerId: rosa, dueDay: '2026-03-01' });
  await client.followUps.add({ text: 'Order tape', dueDay: '2026-03-01' });
  const seen = async () => [
    (await client.followUps.list({})).total,
    (await client.house.counts()).followUpsDue,
  ];
  expect(await seen()).toEqual([2, 2]);
  const { step } = await client.people.bin({ ids: [rosa] });
  expect(await seen()).toEqual([1, 1]);
  await client.journal.undo({ step });
  expect(await seen()).toEqual([2, 2]);
});

describe('changing one', () => {
  test('a new day wakes a snoozed one', async () => {
    const opened = await openHouse();
    const { id } = await opened.client.followUps.add({ text: 'Call', dueDay: '2026-03-02' });
    await opened.client.followUps.snooze({ id, until: '2026-03-20' });
    await opened.client.followUps.change({ id, dueDay: '2026-03-04', text: 'Call Marco' });
    expect(await rows(opened)).toMatchObject([
      { text: 'Call Marco', dueDay: '2026-03-04', snoozedUntil: null },
    ]);
  });

  test('a new day begins a repeating one anew', async () => {
    const opened = await openHouse();
    const monthly = { every: 1, unit: 'month', from: 'due' } as const;
    const { id } = await opened.client.followUps.add({
      text: 'Write the newsletter',
      dueDay: '2026-03-31',
      recurrence: monthly,
    });
    await opened.client.followUps.change({ id, dueDay: '2026-03-15', recurrence: monthly });
    expect((await opened.client.followUps.done({ id })).next?.dueDay).toBe('2026-04-15');
  });

  test('the same rhythm given again keeps the day it was meant for', async () => {
    const opened = await openHouse();
    const monthly = { every: 1, unit: 'month', from: 'due' } as const;
    const { id } = await opened.client.followUps.add({
      text: 'Rent',
      dueDay: '2026-03-31',
      recurrence: monthly,
    });
    opened.clock.set('2026-03-31T09:00');
    const april = (await opened.client.followUps.done({ id })).next;
    expect(april?.dueDay).toBe('2026-04-30');
    await opened.client.followUps.change({
      id: april?.id ?? '',
      text: 'Pay the rent',
      dueDay: '2026-04-30',
      recurrence: monthly,
    });
    opened.clock.set('2026-04-30T09:00');
    const may = (await opened.client.followUps.done({ id: april?.id ?? '' })).next;
    expect(may?.dueDay).toBe('2026-05-31');
  });

  test('a snooze that would hide nothing is refused in words', async () => {
    const { client } = await openHouse();
    const { id } = await client.followUps.add({ text: 'Call', dueDay: '2026-03-10' });
    await expect(client.followUps.snooze({ id, until: '2026-03-02' })).rejects.toThrow(
      'Choose a day or a time that is still ahead',
    );
    await expect(client.followUps.snooze({ id, until: '2026-03-09' })).rejects.toThrow(
      'It is not due before Tuesday 10 March anyway.',
    );
  });

  test('what is not there, or for somebody in the bin, is refused', async () => {
    const { client, house } = await openHouse();
    const nobody = '019c0000-0000-7000-8000-000000000000';
    await expect(client.followUps.done({ id: nobody })).rejects.toThrow('not there any more');
    const gone = addCustomer(house, { givenName: 'Marco', binned: true });
    await expect(
      client.followUps.add({ text: 'Call', customerId: gone, dueDay: '2026-03-10' }),
    ).rejects.toThrow('Marco is in the bin');
  });
});

describe('one that repeats', () => {
  const add = (opened: OpenedHouse, dueDay: string, from: 'due' | 'done' = 'due') =>
    opened.client.followUps.add({
      text: 'Water the fern',
      dueDay,
      dueTime: '09:00',
      recurrence: { every: 1, unit: 'week', from },
    });

  test('makes the next one when it is done, once, however late', async () => {
    const opened = await openHouse();
    const { id } = await add(opened, '2026-01-05');
    const { next } = await opened.client.followUps.done({ id });
    expect(next?.dueDay).toBe('2026-03-09');
    expect(await rows(opened)).toMatchObject([
      { id: next?.id, text: 'Water the fern', dueTime: '09:00', recurrence: { every: 1 } },
    ]);
  });

  test('can count from the day it was done', async () => {
    const opened = await openHouse();
    const { id } = await add(opened, '2026-02-25', 'done');
    expect((await opened.client.followUps.done({ id })).next?.dueDay).toBe('2026-03-09');
  });

  test('undoing “done” leaves everything as it was', async () => {
    const opened = await openHouse();
    const { id } = await add(opened, '2026-02-25');
    const before = await rows(opened);
    const { step } = await opened.client.followUps.done({ id });
    expect(await rows(opened)).not.toEqual(before);
    await opened.client.journal.undo({ step });
    expect(await rows(opened)).toEqual(before);
    expect(await rows(opened, { state: 'done' })).toEqual([]);
  });

  test('opened again, it takes its next one away', async () => {
    const opened = await openHouse();
    const { id } = await add(opened, '2026-03-02');
    const before = await rows(opened);
    await opened.client.followUps.done({ id });
    await opened.client.followUps.reopen({ id });
    expect(await rows(opened)).toEqual(before);
    const { next } = await opened.client.followUps.done({ id });
    expect(next?.dueDay).toBe('2026-03-09');
  });

  test('cannot be opened again once its next one was changed, unless that was undone', async () => {
    const opened = await openHouse();
    const { id } = await add(opened, '2026-03-02');
    const { next } = await opened.client.followUps.done({ id });
    const { step } = await opened.client.followUps.change({
      id: next?.id ?? '',
      dueDay: '2026-03-11',
    });
    await expect(opened.client.followUps.reopen({ id })).rejects.toThrow('has been changed since');
    await opened.client.journal.undo({ step });
    await opened.client.followUps.reopen({ id });
    expect(await rows(opened)).toMatchObject([{ id, dueDay: '2026-03-02' }]);
  });

  test('cannot be done twice', async () => {
    const opened = await openHouse();
    const { id } = await add(opened, '2026-03-02');
    await opened.client.followUps.done({ id });
    await expect(opened.client.followUps.done({ id })).rejects.toThrow('done already');
    expect(await rows(opened)).toHaveLength(1);
  });
});

test('the customer’s standing follows what is promised next', async () => {
  const opened = await openHouse();
  const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
  const next = () =>
    first<{ day: string | null }>(
      opened.house.connection,
      'SELECT next_follow_up_day AS day FROM customer_standing WHERE customer_id = ?',
      [rosa],
    )?.day;
  const { id } = await opened.client.followUps.add({
    text: 'Call',
    customerId: rosa,
    dueDay: '2026-03-05',
  });
  expect(next()).toBe('2026-03-05');
  await opened.client.followUps.snooze({ id, until: '2026-03-12' });
  expect(next()).toBe('2026-03-12');
  await opened.client.followUps.done({ id });
  expect(next()).toBeNull();
  const steps = await opened.client.journal.history({ customerId: rosa });
  expect(steps.map((step) => step.label)).toEqual([
    'Did “Call” for Rosa',
    'Put off “Call” for Rosa until Thursday 12 March',
    'Added the follow-up “Call” for Rosa',
    'Rosa',
  ]);
});
