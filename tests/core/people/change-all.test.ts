import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

test('wish 9: bulk tag in one step; whoever had it keeps it once, and undo gives back just that', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', tags: ['trade', 'music'] });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  const { step } = await client.people.changeAll({ ids: [rosa, leo, nobody], addTag: 'music' });
  const tags = async (id: string) => (await client.people.get({ id })).tags;
  expect(await tags(rosa)).toEqual(['trade', 'music']);
  expect(await tags(leo)).toEqual(['music']);
  expect((await client.journal.history({}))[0]?.label).toBe('Tagged 2 people “music”');

  await client.journal.undo({ step });
  expect(await tags(rosa)).toEqual(['trade', 'music']);
  expect(await tags(leo)).toEqual([]);
});

test('a tag is taken from whoever has it', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', tags: ['trade', 'music'] });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  await client.people.changeAll({ ids: [rosa, leo], removeTag: 'trade' });
  expect((await client.people.get({ id: rosa })).tags).toEqual(['music']);
});

test('many move to a circle and take its rhythm on; undo gives each their own back', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', rhythmDays: 5 });
  const { id: leo } = await client.people.add({ givenName: 'Leo', circle: 'none' });
  const { innerDays } = await client.settings.get();
  const { step } = await client.people.changeAll({ ids: [rosa, leo], circle: 'inner' });
  const rhythm = async (id: string) => (await client.people.get({ id })).rhythmDays;
  expect([await rhythm(rosa), await rhythm(leo)]).toEqual([innerDays, innerDays]);
  await client.journal.undo({ step });
  expect([await rhythm(rosa), await rhythm(leo)]).toEqual([5, null]);
});

test('nobody, or nothing to change, is refused in words', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const refused = { code: 'REFUSED' };
  await expect(client.people.changeAll({ ids: [id] })).rejects.toMatchObject(refused);
  await expect(client.people.changeAll({ ids: [nobody], circle: 'inner' })).rejects.toMatchObject(
    refused,
  );
});

test('many get a rhythm of their own, and their circle’s again', async () => {
  const { client } = await openHouse();
  const ids = [
    (await client.people.add({ givenName: 'Rosa' })).id,
    (await client.people.add({ givenName: 'Ada', rhythmDays: 90 })).id,
  ];
  const rhythms = async () =>
    (await client.people.list({})).rows.map(({ rhythmDays }) => rhythmDays);
  await client.people.changeAll({ ids, rhythmDays: 10 });
  expect(await rhythms()).toEqual([10, 10]);
  expect((await client.journal.history({}))[0]?.label).toBe('Set every 10 days for 2 people');
  await client.journal.undo({});
  expect(await rhythms()).toEqual([90, 30]);
  await client.people.changeAll({ ids, rhythmDays: null });
  expect(await rhythms()).toEqual([30, 30]);
});

test('a tag is renamed everywhere; with another it becomes one; undo tells them apart again', async () => {
  const { client } = await openHouse();
  const add = async (givenName: string, tags: string[]) =>
    (await client.people.add({ givenName, tags })).id;
  const rosa = await add('Rosa', ['bakery', 'music']);
  const ada = await add('Ada', ['bakery']);
  const bo = await add('Bo', ['bakers', 'bakery']);
  await client.people.bin({ ids: [ada] });
  const tagsOf = async (id: string) => (await client.people.get({ id })).tags;

  await client.people.renameTag({ tag: 'bakery', to: 'bread' });
  expect([await tagsOf(rosa), await tagsOf(ada)]).toEqual([['bread', 'music'], ['bread']]);
  expect((await client.people.list({ words: 'bread' })).total).toBe(2);
  await client.people.renameTag({ tag: 'bread', to: 'bakers' });
  expect(await tagsOf(bo)).toEqual(['bakers']);
  expect((await client.journal.history({}))[0]?.label).toBe(
    'Made the tag “bread” one with “bakers”',
  );
  await client.journal.undo({});
  expect(await tagsOf(bo)).toEqual(['bakers', 'bread']);
  await client.people.dropTag({ tag: 'bread' });
  expect(await client.people.tags()).toEqual([
    { tag: 'bakers', people: 1 },
    { tag: 'music', people: 1 },
  ]);
  await client.journal.undo({});
  expect(await tagsOf(rosa)).toEqual(['bread', 'music']);
  for (const wrong of [
    { tag: 'gone', to: 'here' },
    { tag: 'bread', to: 'bread' },
  ]) {
    await expect(client.people.renameTag(wrong)).rejects.toMatchObject({ code: 'REFUSED' });
  }
});
