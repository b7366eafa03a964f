import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

async function houseOfTwo() {
  const opened = await openHouse();
  const anna = await opened.client.counter.add({ name: 'Anna' });
  opened.clock.set('2026-03-02T08:01');
  const ben = await opened.client.counter.add({ name: '本田' });
  return { ...opened, anna: anna.id, ben: ben.id };
}

test('those who work here are listed as they came, and nobody is at the keyboard at first', async () => {
  const { client } = await houseOfTwo();
  const { colleagues, present } = await client.counter.get();
  expect(colleagues.map(({ name }) => name)).toEqual(['Anna', '本田']);
  expect(present).toBeNull();
});

test('whoever is at the keyboard stays so after a restart, and a step back does not change it', async () => {
  const { client, reopen, anna } = await houseOfTwo();
  await client.counter.comeIn({ id: anna });
  await client.people.add({ givenName: 'Rosa' });
  const again = await reopen();
  await again.client.journal.undo({});
  expect((await again.client.counter.get()).present).toBe(anna);
  expect((await again.client.people.list({})).total).toBe(0);
});

test('a conversation is of whoever was at the keyboard, unless it names another', async () => {
  const { client, anna, ben } = await houseOfTwo();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const log = (said: string, ofUs = '') =>
    client.conversations.log({ customerIds: [rosa], medium: 'counter', said, ofUs });
  await client.counter.comeIn({ id: anna });
  await log('about bread');
  await client.counter.comeIn({ id: ben });
  await log('about cake');
  await log('about tea', 'Carla');
  await client.counter.comeIn({ id: null });
  await log('about nothing');
  const { rows } = await client.conversations.list({});
  expect(Object.fromEntries(rows.map(({ said, ofUs }) => [said, ofUs]))).toEqual({
    'about bread': 'Anna',
    'about cake': '本田',
    'about tea': 'Carla',
    'about nothing': '',
  });
});

test('a new name is the name everywhere', async () => {
  const { client, anna } = await houseOfTwo();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  await client.counter.comeIn({ id: anna });
  await client.conversations.log({ customerIds: [rosa], medium: 'counter', said: 'hello' });
  await client.counter.change({ id: anna, name: 'Annette' });
  expect((await client.conversations.list({})).rows[0]?.ofUs).toBe('Annette');
});

test('a person’s history says by whom each change was made', async () => {
  const { client, anna } = await houseOfTwo();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  await client.counter.comeIn({ id: anna });
  await client.people.change({ id: rosa, changes: { nickname: 'Rosie' } });
  const { steps } = await client.people.history({ id: rosa });
  expect(steps.map(({ by }) => by)).toEqual(['Anna', null]);
});

test('the same name twice is refused in words, and changes nothing', async () => {
  const { client, ben } = await houseOfTwo();
  await expect(client.counter.add({ name: 'ANNA' })).rejects.toMatchObject({ code: 'REFUSED' });
  await expect(client.counter.change({ id: ben, name: 'anna' })).rejects.toMatchObject({
    message: 'There is a anna already. Add a letter of the other name.',
  });
  expect((await client.counter.get()).colleagues).toHaveLength(2);
});

test('whoever leaves is not at the keyboard any more, and a step back brings them back', async () => {
  const { client, anna } = await houseOfTwo();
  await client.counter.comeIn({ id: anna });
  await client.counter.leave({ id: anna });
  expect(await client.counter.get()).toMatchObject({
    colleagues: [{ name: '本田' }],
    present: null,
  });
  await expect(client.counter.comeIn({ id: anna })).rejects.toMatchObject({ code: 'REFUSED' });
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  expect((await client.people.history({ id: rosa })).steps[0]?.by).toBeNull();
  await client.journal.undo({});
  await client.journal.undo({});
  expect((await client.counter.get()).colleagues).toHaveLength(2);
});

test('a follow-up says who made it and to whom it is given; whoever is named sees theirs and nobody’s', async () => {
  const { client, anna, ben } = await houseOfTwo();
  await client.counter.comeIn({ id: anna });
  const { id } = await client.followUps.add({ text: 'Call', dueDay: '2026-03-03', givenTo: ben });
  await client.followUps.add({ text: 'Sweep', dueDay: '2026-03-03' });
  const seen = async (colleagueId?: string) =>
    (await client.followUps.list({ colleagueId })).rows.map(({ text }) => text).sort();
  expect(await client.followUps.get({ id })).toMatchObject({
    madeBy: 'Anna',
    givenTo: { name: '本田' },
  });
  expect(await seen()).toEqual(['Call', 'Sweep']);
  expect(await seen(anna)).toEqual(['Sweep']);
  expect(await seen(ben)).toEqual(['Call', 'Sweep']);
  await client.counter.leave({ id: ben });
  expect((await client.followUps.get({ id })).givenTo).toBeNull();
  expect(await seen(anna)).toEqual(['Call', 'Sweep']);
});
