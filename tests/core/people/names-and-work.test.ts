import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

test('other names and businesses are kept in their order, found, and told in the history', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    company: 'Marin & Daughters',
    role: 'baker',
    otherNames: [{ name: 'Rosa Bianchi', label: 'before she married' }, { name: 'Ρόζα Μάριν' }],
    works: [{ company: 'Harbour Choir', role: 'conductor' }, { role: 'councillor' }],
  });
  const rosa = await client.people.get({ id });
  expect(rosa).toMatchObject({
    name: 'Rosa Marin',
    otherNames: [
      { name: 'Rosa Bianchi', label: 'before she married' },
      { name: 'Ρόζα Μάριν', label: '' },
    ],
    works: [
      { company: 'Harbour Choir', role: 'conductor' },
      { company: '', role: 'councillor' },
    ],
  });
  for (const words of ['bianchi', 'μαριν', 'harbour', 'councillor']) {
    expect((await client.people.list({ words })).rows.map((row) => row.id)).toEqual([id]);
    expect((await client.search.find({ words })).hits[0]).toMatchObject({
      id,
      title: 'Rosa Marin',
    });
  }
  await client.people.change({
    id,
    changes: {
      otherNames: rosa.otherNames.slice(1),
      works: rosa.works.map((work) => ({ ...work, role: 'singer' })),
    },
  });
  expect((await client.people.list({ words: 'bianchi' })).total).toBe(0);
  const { steps } = await client.people.history({ id });
  expect(steps[0]?.changes).toEqual([
    { what: 'Other name', before: 'Rosa Bianchi, before she married', after: null },
    {
      what: 'Other business',
      before: 'conductor, Harbour Choir',
      after: 'singer, Harbour Choir',
    },
    { what: 'Other business', before: 'councillor', after: 'singer' },
  ]);
  await client.journal.undo({});
  expect(await client.people.get({ id })).toEqual(rosa);
  await expect(client.people.change({ id, changes: { works: [{}] } })).rejects.toMatchObject({
    data: { code: 'invalid' },
  });
});

test('a merge keeps the other name and business beside those that were chosen', async () => {
  const { client } = await openHouse();
  const { id: keep } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    company: 'Bakery',
  });
  const { id: other } = await client.people.add({
    givenName: 'Rosalia',
    familyName: 'Bianchi',
    company: 'Choir',
    role: 'conductor',
    works: [{ company: 'Bakery', role: 'owner' }],
    otherNames: [{ name: 'Marin Rosa' }],
  });
  const { step } = await client.people.merge({ keep, other });
  expect(await client.people.get({ id: keep })).toMatchObject({
    name: 'Rosa Marin',
    company: 'Bakery',
    role: '',
    otherNames: [{ name: 'Marin Rosa' }, { name: 'Rosalia Bianchi' }],
    works: [
      { company: 'Bakery', role: 'owner' },
      { company: 'Choir', role: 'conductor' },
    ],
  });
  await client.journal.undo({ step });
  expect(await client.people.get({ id: keep })).toMatchObject({ otherNames: [], works: [] });
  await client.people.merge({ keep, other, fields: { company: 'keep' } });
  expect((await client.people.get({ id: keep })).works).toMatchObject([{ role: 'owner' }]);
});

test('somebody in the family becomes a customer, and stays in the family', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({
    givenName: 'Rosa',
    pronouns: 'she/her',
    relations: [{ name: 'Béla van den Berg', relation: 'son', note: 'plays the cello' }],
  });
  const [bela] = (await client.people.get({ id: rosa })).relations;
  const made = await client.people.makeCustomer({ relationId: bela?.id ?? '' });
  expect(await client.people.get({ id: made.id })).toMatchObject({
    name: 'Béla van den Berg',
    familyName: 'van den Berg',
    relations: [{ otherId: rosa, name: 'Rosa', relation: 'mother', fromOther: true }],
  });
  expect((await client.people.get({ id: rosa })).relations).toMatchObject([
    { otherId: made.id, relation: 'son', note: 'plays the cello' },
  ]);
  await expect(client.people.makeCustomer({ relationId: bela?.id ?? '' })).rejects.toMatchObject({
    data: { code: 'conflict' },
  });
  await client.journal.undo({ step: made.step });
  expect((await client.people.get({ id: rosa })).relations).toEqual([bela]);
  expect((await client.people.list({})).total).toBe(1);
});
