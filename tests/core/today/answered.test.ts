import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';
import { log } from './small-town.ts';

/** Rosa of the passers-by, named today for what she said, and Marco of the regular ones, not overdue. */
async function complained() {
  const opened = await openHouse();
  const { client, house, clock } = opened;
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', circle: 'none' });
  const { id: marco } = await client.people.add({ givenName: 'Marco' });
  talk(house, [marco], '2026-03-01');
  const words = mention(house, rosa, 'Cold soup again', clock.now() - 3_600_000);
  expect((await client.today.get()).pick?.customer.givenName).toBe('Rosa');
  return { ...opened, rosa, marco, words };
}

test('words marked as answered close the day of whoever was named for them, and undo opens it', async () => {
  const { client, rosa, words } = await complained();
  const { step } = await client.mentions.mark({ ids: [words], state: 'answered' });
  expect(await client.today.get()).toMatchObject({
    pick: { state: 'done' },
    doneToday: [{ customerId: rosa, name: 'Rosa', how: 'answered' }],
  });
  expect((await client.today.steps({ days: 1 })).days[0]?.steps).toBe(1);
  await client.journal.undo({ step });
  expect(await client.today.get()).toMatchObject({ pick: { state: 'waiting' }, doneToday: [] });
});

test('an answer that went out is told as one, a talk as a talk', async () => {
  const { client, rosa, marco, words } = await complained();
  await client.answers.sent({ mentionId: words, text: 'So sorry, Rosa. Come by tomorrow.' });
  await log(client, marco);
  expect((await client.today.get()).doneToday).toMatchObject([
    { customerId: marco, how: 'spoke' },
    { customerId: rosa, how: 'answered' },
  ]);
  await log(client, rosa);
  expect((await client.today.get()).doneToday.map(({ how }) => how)).toEqual(['spoke', 'spoke']);
});

test('words that are noted or let go leave the day as it is, and so do those of others', async () => {
  const { client, house, clock, words } = await complained();
  const others = mention(house, null, 'Nice window', clock.now());
  await client.mentions.mark({ ids: [others], state: 'answered' });
  await client.mentions.mark({ ids: [words], state: 'let-go' });
  expect((await client.today.get()).pick?.state).toBe('waiting');
});

test('who was named for a promise is not done with because other words were answered', async () => {
  const { client, house, clock } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', circle: 'none' });
  promise(house, rosa, 'Send the quote', '2026-03-02');
  await client.today.get();
  const later = mention(house, rosa, 'Lovely', clock.now());
  await client.mentions.mark({ ids: [later], state: 'answered' });
  expect((await client.today.get()).pick?.state).toBe('waiting');
});
