import { expect, test } from 'vitest';
import { openHouse } from '../../../support/open-house.ts';
import { mention, promise, talk } from '../../../support/stored-rows.ts';

test('wish 6: duplicates merged: what was said and known is with the one who stays, the other in the bin', async () => {
  const { client, house, clock } = await openHouse();
  await client.settings.save({ country: 'GB' });
  const leo = await client.people.add({ givenName: 'Leo' });
  clock.set('2025-01-05T09:00');
  const other = await client.people.add({
    givenName: 'Bob',
    familyName: 'Hale',
    pronouns: 'he/him',
    howMet: 'At the market',
    sentBy: leo.id,
    contacts: [
      { kind: 'phone', value: '+44 1632 960114' },
      { kind: 'email', value: 'bob@hale.example' },
    ],
    dates: [{ kind: 'birthday', month: 4, day: 9, year: 1961 }],
    facts: [{ text: 'Two sugars' }, { text: 'Allergic to nuts' }],
    tags: ['trade', 'music'],
    relations: [{ name: 'Ann', relation: 'wife' }],
  });
  clock.set('2026-03-02T08:00');
  const keep = await client.people.add({
    givenName: 'Robert',
    familyName: 'Hale',
    howMet: 'Through the choir',
    contacts: [{ kind: 'phone', value: '01632 960114' }],
    dates: [{ kind: 'birthday', month: 4, day: 9 }],
    facts: [{ text: 'two sugars' }],
    tags: ['music'],
  });
  const sent = await client.people.add({ givenName: 'Ines', sentBy: other.id });
  const son = await client.people.add({
    givenName: 'Tom',
    relations: [{ otherId: other.id, relation: 'father' }],
  });
  talk(house, [other.id], '2026-02-01', { said: 'The gate squeaks' });
  talk(house, [keep.id, other.id], '2026-02-10', { said: 'Both at the counter' });
  promise(house, other.id, 'Oil the gate', '2026-03-03');
  await client.notes.add({ customerId: other.id, body: 'Never on a Thursday' });
  const voice = mention(house, other.id, 'Best bread in town', 1);
  const seen = mention(house, null, 'Good rolls', 2);
  house.connection
    .prepare("UPDATE mention SET likely_customer_id = ?, likely_why = 'x' WHERE id = ?")
    .run(other.id, seen);
  await client.mentions.link({ id: voice, customerId: other.id, remember: false });

  await client.people.merge({ keep: keep.id, other: other.id, fields: { givenName: 'other' } });

  const one = await client.people.get({ id: keep.id });
  expect(one).toMatchObject({
    name: 'Bob Hale',
    pronouns: 'he/him',
    howMet: 'Through the choir\nAt the market',
    sentBy: { name: 'Leo' },
    tags: ['music', 'trade'],
    addedDay: '2025-01-05',
    lastSpokeDay: '2026-02-10',
    nextFollowUpDay: '2026-03-03',
  });
  expect(one.contacts.map(({ value }) => value)).toEqual(['01632 960114', 'bob@hale.example']);
  expect(one.dates).toMatchObject([{ kind: 'birthday', month: 4, day: 9, year: 1961 }]);
  expect(one.facts.map(({ text }) => text)).toEqual(['two sugars', 'Allergic to nuts']);
  expect(one.relations).toMatchObject([
    { name: 'Ann', relation: 'wife', fromOther: false },
    { otherId: son.id, relation: 'child', fromOther: true },
  ]);
  expect((await client.people.get({ id: sent.id })).sentBy).toEqual({
    id: keep.id,
    name: 'Bob Hale',
  });
  const { entries } = await client.timeline.list({ customerId: keep.id });
  const texts = entries.map(({ text }) => text);
  for (const text of [
    'The gate squeaks',
    'Both at the counter',
    'Oil the gate',
    'Never on a Thursday',
    'Best bread in town',
  ]) {
    expect(texts.filter((each) => each.includes(text))).toHaveLength(1);
  }
  expect(entries.flatMap(({ people }) => people.filter(({ id }) => id !== keep.id))).toEqual([]);
  const likely = house.connection
    .prepare('SELECT likely_customer_id FROM mention WHERE id = ?')
    .pluck();
  expect(likely.get(seen)).toBe(keep.id);

  const gone = await client.people.get({ id: other.id });
  expect(gone.binnedAt).not.toBeNull();
  expect(gone.mergedInto).toEqual({ id: keep.id, name: 'Bob Hale' });
  const history = await client.journal.history({ customerId: keep.id, limit: 1 });
  expect(history[0]?.label).toBe('Merged Bob Hale into Robert Hale');
});

test('one person twice, somebody in the bin, and a merge without a name are refused in words', async () => {
  const { client } = await openHouse();
  const one = await client.people.add({ givenName: 'Ada' });
  const other = await client.people.add({ company: 'Ada Ltd' });
  const refused = { code: 'REFUSED' };
  await expect(client.people.merge({ keep: one.id, other: one.id })).rejects.toMatchObject(refused);
  await expect(
    client.people.merge({
      keep: one.id,
      other: other.id,
      fields: { givenName: 'other', company: 'keep' },
    }),
  ).rejects.toMatchObject({ ...refused, data: { field: 'givenName' } });
  await client.people.bin({ ids: [other.id] });
  await expect(client.people.merge({ keep: one.id, other: other.id })).rejects.toMatchObject(
    refused,
  );
});

test('a voice said not to be the one is theirs once the other, whose it was, is one with them', async () => {
  const { client, house } = await openHouse();
  const keep = await client.people.add({ givenName: 'Rosa', familyName: 'Marin' });
  const other = await client.people.add({ givenName: 'Rosa', familyName: 'Marin' });
  const voice = mention(house, null, 'Best bread in town', 1);
  await client.mentions.unlink({ id: voice, customerId: keep.id });
  await client.mentions.link({ id: voice, customerId: other.id, remember: false });
  await client.people.merge({ keep: keep.id, other: other.id });
  const { entries } = await client.timeline.list({ customerId: keep.id, kinds: ['mention'] });
  expect(entries).toHaveLength(1);
  expect(
    house.connection
      .prepare('SELECT count(*) FROM mention_not WHERE customer_id = ?')
      .pluck()
      .get(keep.id),
  ).toBe(0);
});

test('whoever the other was not, the one who stays is not either', async () => {
  const { client } = await openHouse();
  const add = () => client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  const [keep, other, third] = [await add(), await add(), await add()];
  await client.people.notTheSame({ one: other.id, other: third.id });
  await client.people.merge({ keep: keep.id, other: other.id });
  expect((await client.people.duplicates({})).total).toBe(0);
});

test('somebody of the sample town who is one with a real person stays when the town goes', async () => {
  const { client } = await openHouse();
  await client.sample.load();
  const [towns] = (await client.people.list({ limit: 1 })).rows;
  const real = await client.people.add({ givenName: 'Ada', facts: [{ text: 'Two sugars' }] });
  const talked = await client.notes.add({ customerId: real.id, body: 'Real words' });
  await client.people.merge({ keep: towns?.id ?? '', other: real.id });
  await client.sample.remove();
  const { entries } = await client.timeline.list({ customerId: towns?.id ?? '', kinds: ['note'] });
  expect(entries.map(({ id }) => id)).toContain(talked.id);
});

test('whoever is put back by hand is somebody of their own again', async () => {
  const { client } = await openHouse();
  const one = await client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  const other = await client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  await client.people.merge({ keep: one.id, other: other.id });
  await client.people.restore({ ids: [other.id] });
  const back = await client.people.get({ id: other.id });
  expect([back.binnedAt, back.mergedInto]).toEqual([null, null]);
  expect((await client.people.duplicates({})).total).toBe(1);
});
