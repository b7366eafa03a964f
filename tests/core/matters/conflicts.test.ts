import { expect, test } from 'vitest';
import { comparable, likenessOf } from '../../../main/core/matters/conflicts/likeness.ts';
import { openHouse } from '../../support/open-house.ts';

test.each([
  ['Rosa Marchetti', 'Rosa Marchetti', 'same', 'The same name'],
  ['marchetti, rosa', 'Rosa Marchetti', 'same', 'The same name, the other way round'],
  ['Jurij Andrejew', 'Юрий Андреев', 'near', 'Written almost the same'],
  ['Jurij Petrenko', 'Юрий Андреев', null, null],
  ['Yuri Petrov', 'Юрий Петров', 'same', 'The same name, written another way'],
  ['Mueller', 'Müller', 'same', 'The same name, written another way'],
  ['Bob Smith', 'Robert Smith', 'near', 'One first name may stand for the other'],
  ['Rosa Marcheti', 'Rosa Marchetti', 'same', 'The same name, written another way'],
  ['Rosa Marchelti', 'Rosa Marchetti', 'near', 'Written almost the same'],
  ['R Marchetti', 'Rosa Marchetti', 'near', 'The same but for an initial'],
  ['Marchetti', 'Rosa Marchetti', 'near', 'All of it is in this name'],
  ['Bruno Marchetti', 'Rosa Marchetti', 'part', 'The same last name'],
  ['Acme Ltd', 'ACME G.m.b.H.', 'same', 'The same name'],
  ['Acme Holdings', 'Acme', 'part', 'This name is in it'],
  ['山田太郎', '山田 太郎', 'same', 'The same name'],
  ['山田', '山田太郎', 'near', 'All of it is in this name'],
  ['Παπαδάκη', 'Νίκη Παπαδάκη', 'near', 'All of it is in this name'],
  ['Anna Lee', 'Hana Lea', null, null],
  ['Ada', 'Ida', null, null],
  ['', 'Rosa', null, null],
])('“%s” and “%s”: %s', (wanted, other, likeness, why) => {
  const found = likenessOf(comparable(wanted), comparable(other));
  expect(found).toEqual(likeness === null ? null : { likeness, why });
});

test('a name is looked for everywhere, and each hit says where it stands and why', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    nickname: 'Ro',
    company: 'Acme S.r.l.',
    otherNames: [{ name: 'Rosa Bianchi', label: 'before she married' }],
    works: [{ company: 'Harbour Choir' }],
    relations: [{ name: 'Bruno Bianchi', relation: 'brother' }],
  });
  const { id: otto } = await client.people.add({
    givenName: 'Otto',
    familyName: 'Marin',
    relations: [{ otherId: rosa, relation: 'wife' }],
  });
  await client.matters.add({
    customerId: otto,
    matter: {
      name: 'Marin against Northgate',
      parties: [
        { name: 'Northgate Estates' },
        { name: 'Gert Northgate', side: 'neither', role: 'witness' },
        { otherId: rosa, side: 'with' },
      ],
    },
  });
  const lookUp = async (name: string) =>
    (await client.matters.lookUp({ name })).hits.map(({ name, as, why, customer, ties }) => ({
      name,
      as,
      why,
      on: customer.name,
      ties,
    }));
  const ties = ['On the client’s side in “Marin against Northgate”, open', 'Wife of Otto Marin'];
  expect(await lookUp('rosa bianchi')).toEqual([
    {
      name: 'Rosa Bianchi',
      as: 'Name before she married',
      why: 'The same name',
      on: 'Rosa Marin',
      ties,
    },
    {
      name: 'Bruno Bianchi',
      as: 'Brother',
      why: 'The same last name',
      on: 'Rosa Marin',
      ties: [],
    },
  ]);
  expect(await lookUp('ACME GmbH')).toMatchObject([{ as: 'Business', why: 'The same name', ties }]);
  expect(await lookUp('Harbour Choir')).toMatchObject([{ as: 'Business', on: 'Rosa Marin' }]);
  expect((await lookUp('Northgate')).map(({ as }) => as)).toEqual([
    'Other side in “Marin against Northgate”, open',
    'Named in “Marin against Northgate”, open',
    'The matter’s own name, open',
  ]);
  expect((await lookUp('Ro Marin')).map(({ as }) => as)).toContain('Called');
  expect((await lookUp('Otto Marin'))[0]).toMatchObject({
    ties: ['Client in “Marin against Northgate”, open', 'Rosa Marin is their wife'],
  });

  await client.people.bin({ ids: [rosa] });
  const { hits } = await client.matters.lookUp({ name: 'Rosa Marin' });
  expect(hits[0]).toMatchObject({ customer: { id: rosa, binned: true }, likeness: 'same' });
  expect((await client.matters.lookUp({ name: 'r' })).hits).toEqual([]);
});

test('a look-up is kept as a dated note on a matter, its own parties left out', async () => {
  const { client } = await openHouse();
  await client.people.add({ givenName: 'Rosa', company: 'Northgate' });
  const { id: ada } = await client.people.add({ givenName: 'Ada' });
  const { id } = await client.matters.add({
    customerId: ada,
    matter: { name: 'Lease', parties: [{ name: 'Northgate Estates' }] },
  });
  const kept = await client.matters.keepLookUp({ id, name: 'Northgate Estates' });
  await client.matters.keepLookUp({ id, name: 'Nobody Atall' });
  const [matter] = (await client.matters.list({ customerId: ada })).own;
  expect(matter?.notes.map(({ body }) => body)).toEqual([
    'Checked “Nobody Atall” for conflicts on Monday 2 March 2026: nobody is named like that.',
    'Checked “Northgate Estates” for conflicts on Monday 2 March 2026:\n- Northgate: Business (Rosa). This name is in it.',
  ]);
  await client.journal.undo({});
  await client.journal.undo({ step: kept.step });
  expect((await client.matters.list({ customerId: ada })).own[0]?.notes).toEqual([]);
});
