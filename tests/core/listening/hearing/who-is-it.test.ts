import { expect, test } from 'vitest';
import { type OpenedHouse, openHouse } from '../../../support/open-house.ts';

let written = 0;
/** Brings in words by these names, in one source; names in tables have no handle. */
async function bring({ client }: OpenedHouse, sourceName: string, ...authors: string[]) {
  const lines = authors.map((author) => `${author},2026-02-0${1 + written},"Word ${++written}"`);
  await client.sources.importReviews({
    fileName: 'book.csv',
    as: 'reviews',
    sourceName,
    content: Buffer.from(['Author,Date,Review', ...lines].join('\n')).toString('base64'),
  });
}

/** The voices of a name, the latest first. */
async function by({ client }: OpenedHouse, author: string) {
  const { rows } = await client.mentions.list({});
  return rows.filter((row) => row.author === author);
}

async function opened() {
  written = 0;
  const house = await openHouse();
  const add = async (givenName: string, familyName: string) =>
    (await house.client.people.add({ givenName, familyName })).id;
  return { ...house, add };
}

test('a "yes" to a name without a handle is proposed to the next by that name in that source', async () => {
  const house = await opened();
  const { client } = house;
  const rosa = await house.add('Rosa', 'Marin');
  await bring(house, 'Guest book', 'Bread lover', 'Bread lover');
  const [latest, earlier] = await by(house, 'Bread lover');
  expect(latest?.likely).toBeNull();
  const { step } = await client.mentions.link({ id: latest?.id ?? '', customerId: rosa });
  const why = 'You said so before of this name in this source.';
  expect((await by(house, 'Bread lover'))[1]).toMatchObject({
    id: earlier?.id,
    customer: null,
    likely: { id: rosa, name: 'Rosa Marin', why },
  });
  await bring(house, 'Guest book', 'Bread lover');
  await bring(house, 'Another book', 'Bread lover');
  expect((await by(house, 'Bread lover')).map((row) => row.likely?.id ?? null)).toEqual([
    null,
    rosa,
    null,
    rosa,
  ]);
  await client.journal.undo({ step });
  expect((await by(house, 'Bread lover')).every((row) => row.likely === null)).toBe(true);
});

test('what a person said of a name goes before the name on a card; two people’s name tells nothing', async () => {
  const house = await opened();
  const { client } = house;
  const [rosa, otto] = [await house.add('Rosa', 'Marin'), await house.add('Otto', 'Kern')];
  await bring(house, 'Guest book', 'Rosa Marin', 'Rosa Marin', 'Rosa Marin');
  const [one, two, three] = (await by(house, 'Rosa Marin')).map((row) => row.id);
  const likely = async () => (await by(house, 'Rosa Marin')).at(-1)?.likely?.id ?? null;
  expect(await likely()).toBe(rosa);
  await client.mentions.link({ id: one ?? '', customerId: otto });
  expect(await likely()).toBe(otto);
  await client.mentions.link({ id: two ?? '', customerId: rosa });
  expect(await likely()).toBeNull();
  expect((await client.mentions.get({ id: three ?? '' })).customer).toBeNull();
});

test('a "no" after a "yes" holds for the next by that name as well', async () => {
  const house = await opened();
  const { client } = house;
  const rosa = await house.add('Rosa', 'Marin');
  await bring(house, 'Guest book', 'Bread lover', 'Bread lover', 'Bread lover');
  const [one, two] = (await by(house, 'Bread lover')).map((row) => row.id);
  await client.mentions.link({ id: one ?? '', customerId: rosa });
  await client.mentions.unlink({ id: two ?? '', customerId: rosa });
  expect((await by(house, 'Bread lover')).map((row) => row.likely)).toEqual([null, null, null]);
  await client.people.bin({ ids: [rosa] });
  await client.journal.undo({});
  await client.journal.undo({});
  expect((await by(house, 'Bread lover'))[1]?.likely?.id).toBe(rosa);
});

test('other words under the same name in the same source are shown together, and said to be that', async () => {
  const house = await opened();
  const rosa = await house.add('Rosa', 'Marin');
  await bring(house, 'Guest book', 'Bread lover', 'Bread lover', 'Somebody', '');
  await bring(house, 'Another book', 'Bread lover');
  const [, second, first] = await by(house, 'Bread lover');
  const get = () => house.client.mentions.get({ id: second?.id ?? '' });
  expect(await get()).toMatchObject({ othersByName: true, others: [{ id: first?.id }] });
  const [nameless] = await by(house, '');
  expect((await house.client.mentions.get({ id: nameless?.id ?? '' })).others).toEqual([]);
  await house.client.mentions.link({ id: second?.id ?? '', customerId: rosa });
  expect(await get()).toMatchObject({ othersByName: false, others: [] });
});
