import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { openHouse } from '../../support/open-house.ts';

test('wish also: any one name suffices, none is refused kindly', async () => {
  const { client } = await openHouse();
  for (const form of [
    { givenName: 'Rosa' },
    { familyName: '山田' },
    { nickname: 'the baker' },
    { company: 'Acme' },
  ]) {
    const { id } = await client.people.add(form);
    expect((await client.people.get({ id })).name).toBe(Object.values(form)[0]);
  }
  await expect(client.people.add({ role: 'baker', givenName: '  ' })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { code: 'invalid', field: 'givenName' },
    message: expect.stringContaining('a name to remember them by'),
  });
  expect((await client.people.list({})).total).toBe(4);
});

test('all that is written about somebody comes back as it was typed', async () => {
  const { client } = await openHouse();
  const { id: sender } = await client.people.add({ givenName: 'Ada' });
  const { id } = await client.people.add({
    givenName: 'Ágnes',
    familyName: 'Kovács',
    nameOrder: 'family-first',
    company: 'Pékség',
    role: 'baker',
    pronouns: 'she/her',
    saidAs: 'AG-nesh',
    circle: 'inner',
    rhythmDays: 10,
    howMet: 'at the market',
    sentBy: sender,
    contacts: [{ kind: 'phone', label: 'shop', value: '+36 1 234 5678' }],
    relations: [{ name: 'Béla', relation: 'husband' }],
    dates: [{ kind: 'birthday', month: 3, day: 4 }],
    facts: [{ text: 'Bakes at four in the morning' }],
    tags: ['bakers', 'market', 'bakers'],
  });
  expect(await client.people.get({ id })).toMatchObject({
    name: 'Kovács Ágnes',
    givenName: 'Ágnes',
    company: 'Pékség',
    circle: 'inner',
    rhythmDays: 10,
    ownRhythmDays: 10,
    howMet: 'at the market',
    sentBy: { id: sender, name: 'Ada' },
    contacts: [{ kind: 'phone', label: 'shop', value: '+36 1 234 5678', network: '' }],
    relations: [{ name: 'Béla', relation: 'husband', otherId: null, fromOther: false }],
    dates: [{ kind: 'birthday', month: 3, day: 4, year: null, nextDay: '2026-03-04' }],
    facts: [{ text: 'Bakes at four in the morning' }],
    tags: ['bakers', 'market'],
    silentDays: 0,
    lastSpokeDay: null,
    addedDay: '2026-03-02',
    binnedAt: null,
  });
});

test('a change keeps what is not named, and replaces lists by the identity of their lines', async () => {
  const { client, house } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    facts: [{ text: 'likes rye' }, { text: 'has a dog' }],
    tags: ['market'],
    contacts: [{ kind: 'email', value: 'Rosa@Example.org' }],
  });
  const before = await client.people.get({ id });
  const [rye, dog] = before.facts;
  await client.people.change({
    id,
    changes: {
      familyName: 'Marin',
      facts: [{ text: 'sails' }, { id: dog?.id, text: 'has two dogs' }],
      tags: ['market', 'sailors'],
    },
  });
  const after = await client.people.get({ id });
  expect(after.name).toBe('Rosa Marin');
  expect(after.facts.map((fact) => fact.text)).toEqual(['sails', 'has two dogs']);
  expect(after.facts[1]?.id).toBe(dog?.id);
  expect(after.facts.some((fact) => fact.id === rye?.id)).toBe(false);
  expect(after.contacts).toEqual(before.contacts);
  expect(after.tags).toEqual(['market', 'sailors']);

  expect(await client.journal.undo({})).toMatchObject({ label: 'Changed Rosa Marin' });
  expect(await client.people.get({ id })).toEqual(before);
  expect(all(house.connection, 'SELECT normalised FROM customer_contact')).toEqual([
    { normalised: 'rosa@example.org' },
  ]);
});

test('a change cannot take away the last name', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  await expect(client.people.change({ id, changes: { givenName: '' } })).rejects.toMatchObject({
    data: { code: 'invalid' },
  });
  await expect(
    client.people.change({
      id: '018f0000-0000-7000-8000-000000000001',
      changes: { givenName: 'Ada' },
    }),
  ).rejects.toMatchObject({ data: { code: 'not-found' } });
});

test('wish also: labelled phones, kept as typed and compared with the country of the shop', async () => {
  const { client, house } = await openHouse();
  await client.settings.save({ country: 'IT' });
  await client.people.add({
    givenName: 'Rosa',
    contacts: [
      { kind: 'phone', label: 'the shop', value: '055 12 34 56' },
      { kind: 'handle', value: 'https://example.social/@Rosa' },
      { kind: 'handle', network: 'Bluesky', value: '@rosa.example.org' },
      { kind: 'website', value: 'www.example.org/' },
    ],
  });
  expect(
    all(
      house.connection,
      'SELECT label, value, network, normalised FROM customer_contact ORDER BY position',
    ),
  ).toEqual([
    { label: 'the shop', value: '055 12 34 56', network: '', normalised: '+39055123456' },
    {
      label: '',
      value: 'https://example.social/@Rosa',
      network: 'mastodon',
      normalised: 'mastodon:rosa@example.social',
    },
    {
      label: '',
      value: '@rosa.example.org',
      network: 'bluesky',
      normalised: 'bluesky:rosa.example.org',
    },
    { label: '', value: 'www.example.org/', network: '', normalised: 'web:https://example.org' },
  ]);
});

test('family is shown on both sides, in the words of each', async () => {
  const { client } = await openHouse();
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  const { id: rosa } = await client.people.add({
    givenName: 'Rosa',
    relations: [
      { otherId: leo, relation: 'son' },
      { name: 'Bruno', relation: 'the neighbour upstairs' },
    ],
  });
  const seen = await client.people.get({ id: leo });
  expect(seen.relations).toMatchObject([
    { name: 'Rosa', relation: 'parent', otherId: rosa, fromOther: true },
  ]);
  // What is shown can be sent back as it is, and changes nothing on the other side.
  await client.people.change({ id: leo, changes: { relations: seen.relations } });
  expect((await client.people.get({ id: leo })).relations).toEqual(seen.relations);
  expect((await client.people.get({ id: rosa })).relations).toHaveLength(2);

  await client.people.bin({ ids: [rosa] });
  expect((await client.people.get({ id: leo })).relations).toEqual([]);
});

test('a relation without a name, or to oneself, is refused', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Leo' });
  await expect(
    client.people.change({ id, changes: { relations: [{ relation: 'son' }] } }),
  ).rejects.toMatchObject({ data: { field: 'relations' } });
  await expect(
    client.people.change({ id, changes: { relations: [{ otherId: id, relation: 'son' }] } }),
  ).rejects.toThrow('Nobody is their own relation');
});

test('wish 9: bulk delete: people go into the bin and come back together, each as one step', async () => {
  const { client } = await openHouse();
  const ids: string[] = [];
  for (const givenName of ['Ada', 'Bo', 'Cleo'])
    ids.push((await client.people.add({ givenName })).id);
  await client.people.bin({ ids: ids.slice(0, 2) });
  expect((await client.people.list({})).rows.map((row) => row.name)).toEqual(['Cleo']);
  expect((await client.people.list({ binned: true })).rows.map((row) => row.name)).toEqual([
    'Ada',
    'Bo',
  ]);
  expect((await client.people.list({ binned: true, words: 'bo' })).total).toBe(1);
  expect((await client.people.list({ words: 'ada' })).total).toBe(0);
  await client.people.restore({ ids: ids.slice(0, 1) });
  expect((await client.people.list({})).rows.map((row) => row.name)).toEqual(['Ada', 'Cleo']);
  const history = await client.journal.history({});
  expect(history.slice(0, 2).map((step) => step.label)).toEqual([
    'Brought Ada back',
    'Put 2 people in the bin',
  ]);
  await expect(client.people.restore({ ids: [ids[2] ?? ''] })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
});

test('numbers are compared anew when the country is set, changed or taken back', async () => {
  const { client, house } = await openHouse();
  await client.people.add({
    givenName: 'Rosa',
    contacts: [{ kind: 'phone', value: '055 12 34 56' }],
  });
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const compared = () =>
    all<{ normalised: string }>(
      house.connection,
      'SELECT normalised FROM customer_contact ORDER BY rowid',
    ).map((row) => row.normalised);
  expect(compared()).toEqual(['055123456']);
  await client.settings.save({ country: 'IT' });
  expect(compared()).toEqual(['+39055123456']);
  const added = await client.people.change({
    id,
    changes: { contacts: [{ kind: 'phone', value: '+39 055 123456' }] },
  });
  expect((await client.people.duplicates({})).pairs).toHaveLength(1);
  await client.settings.save({ country: 'GB' });
  expect(compared()[0]).toMatch(/^\+44/);
  expect((await client.people.duplicates({})).pairs).toEqual([]);
  await client.journal.undo({});
  expect(compared()).toEqual(['+39055123456', '+39055123456']);

  // What is compared is no change of a person's, so it stands in no undo's way.
  await client.settings.save({ country: 'FR' });
  await client.journal.undo({ step: added.step });
  expect(compared()).toHaveLength(1);
  await client.journal.undo({});
  expect(compared()).toEqual(['+39055123456']);
});
