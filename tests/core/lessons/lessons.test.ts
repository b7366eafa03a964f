import { expect, test } from 'vitest';
import { addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';
import { mention, talk } from '../../support/stored-rows.ts';

async function shop() {
  const opened = await openHouse();
  const [rosa = '', marco = ''] = addCustomers(opened.house, [
    { givenName: 'Rosa' },
    { givenName: 'Marco' },
  ]);
  const theirs = mention(opened.house, rosa, 'The stairs are steep', opened.clock.now());
  const unsigned = mention(opened.house, null, 'No ramp!', opened.clock.now() - 86_400_000);
  const spoken = talk(opened.house, [rosa, marco], '2026-02-20', { said: 'Both slipped' });
  return { ...opened, rosa, marco, theirs, unsigned, spoken };
}

const only = async ({ client }: Pick<Awaited<ReturnType<typeof shop>>, 'client'>) =>
  (await client.lessons.list())[0];

test('a lesson rests on voices, and counts the different people behind them', async () => {
  const { client, rosa, theirs, unsigned, spoken } = await shop();
  await client.lessons.add({
    sentence: 'The entrance needs a rail',
    mentionIds: [theirs, theirs],
    conversationIds: [spoken],
  });
  expect(await only({ client })).toMatchObject({
    sentence: 'The entrance needs a rail',
    state: 'heard',
    sinceDay: '2026-03-02',
    people: 2,
    voices: [
      { kind: 'mention', customer: { id: rosa, name: 'Rosa' }, excerpt: 'The stairs are steep' },
      { kind: 'conversation', customer: { name: 'Rosa' }, excerpt: 'Both slipped' },
    ],
  });
  const { id = '' } = (await only({ client })) ?? {};
  await client.lessons.link({ id, kind: 'mention', voiceId: unsigned });
  await client.lessons.link({ id, kind: 'mention', voiceId: unsigned });
  expect(await only({ client })).toMatchObject({ people: 3, voices: { length: 3 } });
  await client.lessons.unlink({ id, kind: 'conversation', voiceId: spoken });
  expect(await only({ client })).toMatchObject({ people: 2, voices: { length: 2 } });
  await expect(
    client.lessons.unlink({ id, kind: 'conversation', voiceId: spoken }),
  ).rejects.toThrow('does not rest on that voice');
});

test('what changed, and why something stays, has to be written down', async () => {
  const { client } = await shop();
  const { id } = await client.lessons.add({ sentence: 'Too loud on Saturdays' });
  await client.lessons.change({ id, state: 'thinking' });
  await expect(client.lessons.change({ id, state: 'changed' })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { code: 'invalid', field: 'changed' },
  });
  await expect(client.lessons.change({ id, state: 'kept', reason: '  ' })).rejects.toMatchObject({
    data: { field: 'reason' },
  });
  await client.lessons.change({ id, state: 'changed', changed: 'No music before noon' });
  await client.lessons.change({ id, state: 'told' });
  expect(await only({ client })).toMatchObject({ state: 'told', changed: 'No music before noon' });
  await expect(client.lessons.change({ id, changed: '' })).rejects.toThrow('what you changed');
  await client.lessons.change({ id, state: 'kept', reason: 'It is a dance school' });
  expect(await only({ client })).toMatchObject({ state: 'kept', reason: 'It is a dance school' });
});

test('every change of a lesson can be taken back, its voices with it', async () => {
  const { client, theirs } = await shop();
  const { id, step } = await client.lessons.add({ sentence: 'A rail', mentionIds: [theirs] });
  const binned = await client.lessons.bin({ id });
  expect(await client.lessons.list()).toEqual([]);
  await client.journal.undo({ step: binned.step });
  expect(await only({ client })).toMatchObject({ id, voices: { length: 1 } });
  await client.journal.undo({ step });
  expect(await client.lessons.list()).toEqual([]);
  expect((await client.journal.history({ limit: 1 }))[0]?.label).toBe(
    'Undone: Kept the lesson “A rail”',
  );
});

test('what is not there cannot be learnt from', async () => {
  const { client, marco } = await shop();
  const nobody = { sentence: 'A rail', mentionIds: [marco] };
  await expect(client.lessons.add(nobody)).rejects.toMatchObject({ data: { code: 'not-found' } });
  await expect(client.lessons.change({ id: marco, state: 'heard' })).rejects.toThrow('not there');
  expect(await client.lessons.list()).toEqual([]);
});

test('a conversation in the bin is no voice; a removed source’s words still are', async () => {
  const { client, house, theirs, spoken } = await shop();
  await client.lessons.add({
    sentence: 'A rail',
    mentionIds: [theirs],
    conversationIds: [spoken],
  });
  await client.conversations.bin({ id: spoken });
  house.connection.prepare('UPDATE source SET removed_at = 1').run();
  expect((await only({ client }))?.voices.map((voice) => voice.id)).toEqual([theirs]);
});
