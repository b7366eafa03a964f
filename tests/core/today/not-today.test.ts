import { expect, test } from 'vitest';
import { addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';
import { promise, talk } from '../../support/stored-rows.ts';

/** Rosa is the most overdue, Marco a little less, Ines hardly; it is Monday 2 March 2026. */
async function town() {
  const opened = await openHouse();
  opened.clock.set('2025-12-01T08:00');
  const ids = addCustomers(opened.house, [
    { givenName: 'Rosa' },
    { givenName: 'Marco' },
    { givenName: 'Ines' },
  ]) as [string, string, string];
  opened.clock.set('2026-03-02T08:00');
  talk(opened.house, [ids[0]], '2026-01-10');
  talk(opened.house, [ids[1]], '2026-01-15');
  talk(opened.house, [ids[2]], '2026-01-31');
  const { client } = opened;
  const pick = async () => {
    const found = (await client.today.get()).pick;
    if (!found) throw new Error('Nobody is named');
    return found;
  };
  const putOff = async () => client.today.notToday({ pickId: (await pick()).id });
  return { ...opened, ids, pick, putOff, name: async () => (await pick()).customer.givenName };
}

test('"not today" offers the next one, and nobody twice on the same day', async () => {
  const { client, putOff, name } = await town();
  expect(await name()).toBe('Rosa');
  await putOff();
  expect(await name()).toBe('Marco');
  await putOff();
  expect(await name()).toBe('Ines');
  await putOff();
  expect(await client.today.get()).toMatchObject({ pick: null, moreWaiting: false });
  expect(await client.today.another()).toEqual({ found: false });
});

test('undoing "not today" brings the first one back, and done with them the day is done', async () => {
  const { client, ids, pick, putOff, name, reopen } = await town();
  const first = await pick();
  const { step } = await putOff();
  expect(await name()).toBe('Marco');
  await client.journal.undo({ step });
  expect(await pick()).toEqual(first);
  await client.conversations.log({ customerIds: [ids[0]], medium: 'phone', said: 'Well' });
  const { client: later } = await reopen();
  expect(await later.today.get()).toMatchObject({
    pick: { state: 'done', customer: { givenName: 'Rosa' } },
    moreWaiting: true,
  });
  await later.today.another();
  expect((await later.today.get()).pick).toMatchObject({
    state: 'waiting',
    customer: { givenName: 'Marco' },
  });
});

test('put off, one is softly lower the next day, and back the day after', async () => {
  const { clock, putOff, name } = await town();
  await putOff();
  clock.addDays(1);
  expect(await name()).toBe('Marco');
  clock.addDays(1);
  expect(await name()).toBe('Rosa');
});

test('a promise counts in full on the day after', async () => {
  const { clock, house, ids, putOff, name } = await town();
  promise(house, ids[0], 'Bring the keys', '2026-03-03');
  await putOff();
  clock.addDays(1);
  expect(await name()).toBe('Rosa');
});

test('three "not todays" in a row ask whether the rhythm is right, until you have spoken', async () => {
  const { client, clock, ids, pick, putOff } = await town();
  // Alone in the house, Rosa is named every day.
  await client.people.bin({ ids: [ids[1], ids[2]] });
  for (let times = 0; times < 3; times += 1) {
    expect(await pick()).toMatchObject({
      customer: { givenName: 'Rosa' },
      asksAboutRhythm: false,
    });
    await putOff();
    clock.addDays(1);
  }
  expect((await pick()).asksAboutRhythm).toBe(true);
  // Said that it is right: not asked again at once.
  await putOff();
  clock.addDays(1);
  expect((await pick()).asksAboutRhythm).toBe(false);
  await client.conversations.log({ customerIds: [ids[0]], medium: 'visit', said: 'All well' });
  clock.addDays(40);
  expect((await pick()).asksAboutRhythm).toBe(false);
});

test('what is not named today, or dealt with already, cannot be put off', async () => {
  const { client, clock, ids, pick, putOff } = await town();
  const monday = (await pick()).id;
  await client.conversations.log({ customerIds: [ids[0]], medium: 'phone', said: 'Well' });
  await expect(client.today.notToday({ pickId: monday })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { code: 'conflict' },
  });
  clock.addDays(1);
  await expect(client.today.notToday({ pickId: monday })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
  await putOff();
  expect((await client.journal.history({ limit: 1 }))[0]?.label).toBe('Not today: Marco');
});
