import { describe, expect, test } from 'vitest';
import { first, run } from '../../../main/core/database/connection.ts';
import { addCustomer } from '../../support/customers.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

const standing = ({ house }: OpenedHouse, id: string) =>
  first<{ last_spoke_day: string | null; attempts: number }>(
    house.connection,
    'SELECT last_spoke_day, attempts FROM customer_standing WHERE customer_id = ?',
    [id],
  );

const labels = async ({ client }: OpenedHouse) =>
  (await client.journal.history({})).map((entry) => entry.label);

const nobody = '019c0000-0000-7000-8000-000000000000';

describe('logging', () => {
  test('wish 1: a logged conversation resets the rhythm of everybody who took part, and is kept whole', async () => {
    const opened = await openHouse();
    const rosa = addCustomer(opened.house, { givenName: 'Rosa', familyName: 'Bianchi' });
    const marco = addCustomer(opened.house, { nickname: 'Marco' });
    const { id } = await opened.client.conversations.log({
      customerIds: [rosa, marco, rosa],
      medium: 'counter',
      said: '  Both love the “new” chairs 🪑 ',
      begunBy: 'them',
      ofUs: 'Ada',
    });
    expect(await opened.client.conversations.get({ id })).toEqual({
      id,
      medium: 'counter',
      happenedAt: opened.clock.now(),
      happenedDay: '2026-03-02',
      said: 'Both love the “new” chairs 🪑',
      reached: true,
      begunBy: 'them',
      ofUs: 'Ada',
      customers: [
        { id: rosa, name: 'Rosa Bianchi' },
        { id: marco, name: 'Marco' },
      ],
      spokenOf: [],
    });
    expect(standing(opened, rosa)?.last_spoke_day).toBe('2026-03-02');
    expect(standing(opened, marco)?.last_spoke_day).toBe('2026-03-02');
    expect((await labels(opened))[0]).toBe('Logged a conversation with Rosa and Marco');
  });

  test('makes follow-ups of promises and keeps others, and one undo takes all of it back', async () => {
    const opened = await openHouse();
    const { client } = opened;
    const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
    const once = await client.followUps.add({
      text: 'Call',
      customerId: rosa,
      dueDay: '2026-03-01',
    });
    const weekly = await client.followUps.add({
      text: 'Ask how it grows',
      customerId: rosa,
      dueDay: '2026-03-02',
      recurrence: { every: 1, unit: 'week', from: 'due' },
    });
    const { id, step } = await client.conversations.log({
      customerIds: [rosa],
      medium: 'phone',
      said: 'Send the quote friday',
      promises: [{ text: 'Send the quote', dueDay: '2026-03-06' }],
      keeps: [once.id, weekly.id],
    });
    const open = async () =>
      (await client.followUps.list({})).rows.map((row) => [row.text, row.dueDay]);
    expect(await open()).toEqual([
      ['Send the quote', '2026-03-06'],
      ['Ask how it grows', '2026-03-09'],
    ]);
    expect((await client.followUps.list({})).rows[0]).toMatchObject({
      conversationId: id,
      customer: { id: rosa },
    });
    expect(
      first(opened.house.connection, 'SELECT kept_by FROM follow_up WHERE id = ?', [once.id]),
    ).toEqual({ kept_by: id });

    await client.journal.undo({ step });
    expect(await open()).toEqual([
      ['Call', '2026-03-01'],
      ['Ask how it grows', '2026-03-02'],
    ]);
    await expect(client.conversations.get({ id })).rejects.toThrow('not there any more');
    expect(standing(opened, rosa)?.last_spoke_day).toBeNull();
  });

  test('wish 14: a missed call is not a conversation', async () => {
    const opened = await openHouse();
    const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
    await opened.client.conversations.log({
      customerIds: [rosa],
      medium: 'phone',
      said: 'no answer',
      reached: false,
    });
    expect(standing(opened, rosa)).toEqual({ last_spoke_day: null, attempts: 1 });
    expect((await labels(opened))[0]).toBe('Tried to reach Rosa');
  });

  test.each([
    [true, 'done'],
    [false, 'not-reached'],
  ])('closes the day’s pick of that person (reached: %s)', async (reached, state) => {
    const opened = await openHouse();
    const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
    run(
      opened.house.connection,
      `INSERT INTO daily_pick (id, day, position, customer_id, reasons, picked_at)
       VALUES ('pick', '2026-03-02', 0, ?, '[]', 0)`,
      [rosa],
    );
    const { step } = await opened.client.conversations.log({
      customerIds: [rosa],
      medium: 'phone',
      said: '',
      reached,
    });
    const pick = () =>
      first<{ state: string }>(opened.house.connection, 'SELECT state FROM daily_pick')?.state;
    expect(pick()).toBe(state);
    await opened.client.journal.undo({ step });
    expect(pick()).toBe('waiting');
  });

  test('knows when it was: then, at noon of another day, or at the time given', async () => {
    const opened = await openHouse();
    const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
    const at = async (given: { happenedDay?: string; happenedTime?: string }) => {
      const { id } = await opened.client.conversations.log({
        customerIds: [rosa],
        medium: 'letter',
        said: '',
        ...given,
      });
      const { happenedAt, happenedDay } = await opened.client.conversations.get({ id });
      return [new Date(happenedAt).toISOString(), happenedDay];
    };
    expect(await at({})).toEqual(['2026-03-02T07:00:00.000Z', '2026-03-02']);
    expect(await at({ happenedDay: '2026-03-02' })).toEqual([
      '2026-03-02T07:00:00.000Z',
      '2026-03-02',
    ]);
    expect(await at({ happenedDay: '2026-02-27' })).toEqual([
      '2026-02-27T11:00:00.000Z',
      '2026-02-27',
    ]);
    expect(await at({ happenedTime: '07:30' })).toEqual(['2026-03-02T06:30:00.000Z', '2026-03-02']);
  });

  test.each([{ happenedDay: '2026-03-03' }, { happenedTime: '08:01' }])(
    'what is still ahead is refused kindly: %o',
    async (given) => {
      const { client, house } = await openHouse();
      const rosa = addCustomer(house, { givenName: 'Rosa' });
      await expect(
        client.conversations.log({ customerIds: [rosa], medium: 'phone', said: '', ...given }),
      ).rejects.toThrow('That is still ahead.');
      expect((await client.conversations.list({})).total).toBe(0);
    },
  );

  test('with nobody known, or somebody in the bin, nothing is written', async () => {
    const { client, house } = await openHouse();
    const gone = addCustomer(house, { givenName: 'Rosa', binned: true });
    const log = (customerId: string) =>
      client.conversations.log({ customerIds: [customerId], medium: 'phone', said: '' });
    await expect(log(nobody)).rejects.toThrow('not among your customers');
    await expect(log(gone)).rejects.toThrow('Rosa is in the bin');
    expect((await client.conversations.list({})).total).toBe(0);
  });
});

describe('changing', () => {
  const logged = async () => {
    const opened = await openHouse();
    const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
    const marco = addCustomer(opened.house, { givenName: 'Marco' });
    const { id } = await opened.client.conversations.log({
      customerIds: [rosa],
      medium: 'phone',
      said: 'Likes the chair',
    });
    return { opened, rosa, marco, id };
  };

  test('the words, the medium and the day, which keeps its time', async () => {
    const { opened, rosa, id } = await logged();
    await opened.client.conversations.change({
      id,
      said: 'Likes the table',
      medium: 'email',
      happenedDay: '2026-02-20',
    });
    expect(await opened.client.conversations.get({ id })).toMatchObject({
      said: 'Likes the table',
      medium: 'email',
      happenedDay: '2026-02-20',
      happenedAt: Date.parse('2026-02-20T07:00:00Z'),
    });
    expect(standing(opened, rosa)?.last_spoke_day).toBe('2026-02-20');
    expect((await labels(opened))[0]).toBe('Changed a conversation with Rosa');
    await expect(
      opened.client.conversations.change({ id, happenedDay: '2026-03-03' }),
    ).rejects.toThrow('still ahead');
  });

  test('who took part, and everybody’s standing with it', async () => {
    const { opened, rosa, marco, id } = await logged();
    const { step } = await opened.client.conversations.change({ id, customerIds: [marco] });
    expect(standing(opened, rosa)?.last_spoke_day).toBeNull();
    expect(standing(opened, marco)?.last_spoke_day).toBe('2026-03-02');
    await opened.client.journal.undo({ step });
    expect((await opened.client.conversations.get({ id })).customers).toEqual([
      { id: rosa, name: 'Rosa' },
    ]);
    expect(standing(opened, rosa)?.last_spoke_day).toBe('2026-03-02');
  });

  test('the bin takes it out of everything, and undo brings it back', async () => {
    const { opened, rosa, id } = await logged();
    const { step } = await opened.client.conversations.bin({ id });
    expect((await opened.client.conversations.list({})).rows).toEqual([]);
    expect(standing(opened, rosa)?.last_spoke_day).toBeNull();
    await opened.client.journal.undo({ step });
    expect((await opened.client.conversations.list({})).total).toBe(1);
    expect(standing(opened, rosa)?.last_spoke_day).toBe('2026-03-02');
  });
});

test('the list has the latest first, a page at a time, and finds words and names', async () => {
  const opened = await openHouse();
  const rosa = addCustomer(opened.house, { givenName: 'Rosa', familyName: 'Bianchi' });
  const li = addCustomer(opened.house, { givenName: '小明', familyName: '李' });
  const log = (customerId: string, happenedDay: string, said: string) =>
    opened.client.conversations.log({
      customerIds: [customerId],
      medium: 'phone',
      happenedDay,
      said,
    });
  await log(rosa, '2026-02-01', 'Asked about the café chairs');
  await log(li, '2026-02-03', '想要一把椅子');
  await log(rosa, '2026-02-02', 'Her knee is better');
  const found = async (words: string) =>
    (await opened.client.conversations.list({ words })).rows.map((row) => row.happenedDay);
  expect(await found('')).toEqual(['2026-02-03', '2026-02-02', '2026-02-01']);
  expect(await found('cafe')).toEqual(['2026-02-01']);
  expect(await found('bian knee')).toEqual(['2026-02-02']);
  expect(await found('椅子')).toEqual(['2026-02-03']);
  expect(await found('"sofa" OR (')).toEqual([]);
  const page = await opened.client.conversations.list({ offset: 1, limit: 1 });
  expect([page.total, page.rows.map((row) => row.happenedDay)]).toEqual([3, ['2026-02-02']]);
});

describe('notes', () => {
  test('are written, changed, pinned and binned, each as one step', async () => {
    const opened = await openHouse();
    const { client } = opened;
    const rosa = addCustomer(opened.house, { givenName: 'Rosa' });
    const { id } = await client.notes.add({ customerId: rosa, body: 'Keeps bees' });
    await client.notes.change({ id, body: 'Keeps bees and hens' });
    await client.notes.change({ id, pinned: true });
    const row = () =>
      first(opened.house.connection, 'SELECT body, pinned, binned_at FROM note WHERE id = ?', [id]);
    expect(row()).toEqual({ body: 'Keeps bees and hens', pinned: 1, binned_at: null });
    const { step } = await client.notes.bin({ id });
    await expect(client.notes.change({ id, body: 'x' })).rejects.toThrow('not there any more');
    await client.journal.undo({ step });
    expect(row()).toMatchObject({ binned_at: null });
    await client.notes.add({ customerId: null, body: 'Order tape' });
    expect((await labels(opened)).slice(0, 6)).toEqual([
      'Wrote a note',
      'Undone: Binned a note about Rosa',
      'Binned a note about Rosa',
      'Pinned a note about Rosa',
      'Changed a note about Rosa',
      'Wrote a note about Rosa',
    ]);
  });
});

describe('drafts', () => {
  test('outlive the house, exactly as typed, and leave nothing when emptied', async () => {
    const opened = await openHouse();
    const typed = '  half a thou';
    await opened.client.drafts.save({ key: 'today', text: 'ha' });
    await opened.client.drafts.save({ key: 'today', text: typed });
    const again = await opened.reopen();
    expect(await again.client.drafts.get({ key: 'today' })).toEqual({ text: typed });
    expect(await again.client.drafts.get({ key: 'elsewhere' })).toEqual({ text: '' });
    await again.client.drafts.save({ key: 'today', text: '' });
    expect(first(again.house.connection, 'SELECT count(*) AS count FROM draft')).toEqual({
      count: 0,
    });
    expect(await again.client.journal.history({})).toEqual([]);
  });
});
