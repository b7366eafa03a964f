import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

test('a worry is kept in one line, said differently, and due after ninety days', async () => {
  const { client, clock } = await openHouse();
  await client.reflection.nameLeap({ worry: '  That we are too dear ' });
  const only = async () => (await client.reflection.leaps())[0];
  expect(await only()).toMatchObject({
    worry: 'That we are too dear',
    namedDay: '2026-03-02',
    dueDay: '2026-05-31',
    putAway: false,
  });
  clock.addDays(10);
  const id = (await only())?.id ?? '';
  await client.reflection.nameLeap({ id, worry: 'That we are slow' });
  // What is said differently is still the same worry, of the same day.
  expect(await only()).toMatchObject({ worry: 'That we are slow', namedDay: '2026-03-02' });
  await client.reflection.putLeapAway({ id, away: true });
  expect((await only())?.putAway).toBe(true);
  await client.reflection.putLeapAway({ id, away: false });
  const { step } = await client.reflection.removeLeap({ id });
  expect(await client.reflection.leaps()).toEqual([]);
  await client.journal.undo({ step });
  expect(await only()).toMatchObject({ worry: 'That we are slow', putAway: false });
});

test('a worry is in no search, no label and no number, and needs words', async () => {
  const { client } = await openHouse();
  const before = await client.reflection.numbers({ over: 'all' });
  await client.reflection.nameLeap({ worry: 'The heliotrope worry' });
  expect((await client.search.find({ words: 'heliotrope' })).hits).toEqual([]);
  expect(JSON.stringify(await client.journal.history({}))).not.toContain('heliotrope');
  expect(await client.reflection.numbers({ over: 'all' })).toEqual(before);
  await expect(client.reflection.nameLeap({ worry: '  ' })).rejects.toThrow();
  const id = '019ca000-0000-7000-8000-000000000000';
  await expect(client.reflection.nameLeap({ id, worry: 'Lost' })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
});

test('what one wrote for oneself is in no file about a customer, whoever is named in it', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const { week, questions } = await client.reflection.week();
  const key = questions[0]?.key ?? '';
  await client.reflection.write({ week, key, answer: 'Rosa and the heliotrope' });
  await client.reflection.nameLeap({ worry: 'Rosa says heliotrope' });
  await client.drafts.save({ key: `reflection::${week}:${key}`, text: 'Rosa, heliotrope, begun' });
  for (const format of ['page', 'data'] as const) {
    const file = await client.exchange.exportPerson({ id, format });
    expect(file.content).toContain('Rosa');
    expect(file.content).not.toContain('heliotrope');
  }
  const history = await client.people.history({ id });
  expect(JSON.stringify(history)).not.toContain('heliotrope');
  const { entries } = await client.timeline.list({});
  expect(JSON.stringify(entries)).not.toContain('heliotrope');
});
