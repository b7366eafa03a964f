import { expect, test } from 'vitest';
import type { CustomerFormInput } from '../../../../shared/contract/contract.ts';
import { openHouse } from '../../../support/open-house.ts';
import { talk } from '../../../support/stored-rows.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const email = (value: string) => ({ kind: 'email' as const, value });
const born = (month: number, day: number, year: number | null = null) => ({
  kind: 'birthday' as const,
  month,
  day,
  year,
});

/** What a house with just these two says of them. */
async function compare(one: CustomerFormInput, other: CustomerFormInput) {
  const { client } = await openHouse();
  await client.settings.save({ country: 'GB' });
  await client.people.add(one);
  await client.people.add(other);
  const { pairs } = await client.people.duplicates({});
  return pairs[0] ?? null;
}

test.each<[string, CustomerFormInput, CustomerFormInput, string]>([
  [
    'the same name',
    { givenName: 'Rosa', familyName: 'Marin' },
    { givenName: 'Rosa', familyName: 'Marin' },
    'The same name',
  ],
  [
    'the names swapped',
    { givenName: 'Rosa', familyName: 'Marin' },
    { givenName: 'Marin', familyName: 'Rosa' },
    'The same name, the other way round',
  ],
  [
    'a whole name in one field',
    { givenName: 'Rosa Marin' },
    { givenName: 'Rosa', familyName: 'Marin' },
    'The same name',
  ],
  [
    'a nickname',
    { givenName: 'Bob', familyName: 'Fairweather' },
    { givenName: 'Robert', familyName: 'Fairweather' },
    'One first name may stand for the other',
  ],
  [
    'a nickname that is written down',
    { givenName: 'Maria', nickname: 'Ria', familyName: 'Holt' },
    { givenName: 'Ria', familyName: 'Holt' },
    'One first name may stand for the other',
  ],
  [
    'marks and spellings',
    { givenName: 'Jürgen', familyName: 'Müller' },
    { givenName: 'Juergen', familyName: 'Mueller' },
    'The same name, written another way',
  ],
  [
    'another script',
    { givenName: 'Юрий', familyName: 'Иванов' },
    { givenName: 'Yuri', familyName: 'Ivanov' },
    'The same name, written another way',
  ],
  [
    'a name written together',
    { givenName: '小龍', familyName: '李', nameOrder: 'family-first' },
    { givenName: '李小龍' },
    'The same name, written another way',
  ],
  [
    'a phone number, however it was typed',
    { givenName: 'Rosa', familyName: 'Marin', contacts: [phone('01632 960114')] },
    { givenName: 'Rosa', contacts: [phone('+44 1632 960 114')] },
    'The same phone number, 01632 960114',
  ],
  [
    'a mail address',
    { givenName: 'Rosa', familyName: 'Marin', contacts: [email('Rosa@Shop.example')] },
    { company: 'Marin & Sons', contacts: [email('rosa@shop.example')] },
    'The same mail address, Rosa@Shop.example',
  ],
  [
    'a handle',
    {
      givenName: 'Rosa',
      contacts: [{ kind: 'handle', network: 'mastodon', value: '@rosa@town.example' }],
    },
    {
      company: 'Marin & Sons',
      contacts: [{ kind: 'handle', value: 'https://town.example/@rosa' }],
    },
    'The same handle, @rosa@town.example',
  ],
  [
    'a slip, and the birthday',
    { givenName: 'Rosalind', familyName: 'Achterberg', dates: [born(4, 9, 1961)] },
    { givenName: 'Rosalnid', familyName: 'Achterberg', dates: [born(4, 9, 1961)] },
    'The same birthday',
  ],
  [
    'another family name since, and the birthday',
    { givenName: 'Perpetua', familyName: 'Hale', dates: [born(4, 9, 1961)] },
    { givenName: 'Perpetua', familyName: 'Okafor', dates: [born(4, 9, 1961)] },
    'The same birthday',
  ],
  ['a business', { company: 'Harbour Bakery' }, { company: 'Harbour  bakery' }, 'The same name'],
])('found by %s', async (_, one, other, why) => {
  const pair = await compare(one, other);
  expect(pair?.why).toContain(why);
  expect(pair?.score).toBeGreaterThanOrEqual(0.5);
  expect(pair?.score).toBeLessThanOrEqual(1);
});

test.each<[string, CustomerFormInput, CustomerFormInput]>([
  [
    'a household behind one telephone and one address',
    {
      givenName: 'Rosa',
      familyName: 'Marin',
      contacts: [phone('01632 960114'), { kind: 'address', value: '1 Quay Street' }],
    },
    {
      givenName: 'Leo',
      familyName: 'Marin',
      contacts: [phone('01632 960114'), { kind: 'address', value: '1 Quay Street' }],
    },
  ],
  ['two Rosas', { givenName: 'Rosa' }, { givenName: 'Rosa', familyName: 'Blu' }],
  [
    'father and son by their birthdays',
    { givenName: 'John', familyName: 'Hale', dates: [born(4, 9, 1931)] },
    { givenName: 'John', familyName: 'Hale', dates: [born(6, 2, 1961)] },
  ],
  [
    'a birthday alone',
    { givenName: 'Rosa', familyName: 'Marin', dates: [born(4, 9, 1961)] },
    { givenName: 'Leo', familyName: 'Blu', dates: [born(4, 9, 1961)] },
  ],
])('left alone: %s', async (_, one, other) => {
  expect(await compare(one, other)).toBeNull();
});

test('more reasons make it likelier, and the strongest is said first', async () => {
  const named = await compare(
    { givenName: 'Rosa', familyName: 'Marin' },
    { givenName: 'Rosa', familyName: 'Marin' },
  );
  const reached = await compare(
    { givenName: 'Rosa', familyName: 'Marin', contacts: [email('rosa@shop.example')] },
    { givenName: 'Rosa', familyName: 'Marin', contacts: [email('rosa@shop.example')] },
  );
  expect(reached?.score).toBeGreaterThan(named?.score ?? 1);
  expect(reached?.why).toEqual(['The same mail address, rosa@shop.example', 'The same name']);
});

test('two who are linked, or who spoke together, are two', async () => {
  const { client, house } = await openHouse();
  const senior = await client.people.add({ givenName: 'John', familyName: 'Hale' });
  await client.people.add({
    givenName: 'John',
    familyName: 'Hale',
    relations: [{ otherId: senior.id, relation: 'father' }],
  });
  const one = await client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  const other = await client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  expect((await client.people.duplicates({})).pairs).toHaveLength(1);
  talk(house, [one.id, other.id], '2026-03-01');
  expect((await client.people.duplicates({})).pairs).toEqual([]);
});

test('whoever is in the bin is not there twice; three of one are one person', async () => {
  const { client } = await openHouse();
  const ids = [];
  for (let time = 0; time < 3; time += 1) {
    ids.push((await client.people.add({ givenName: 'Ada', familyName: 'Pike' })).id);
  }
  await client.people.add({ givenName: 'Bob', familyName: 'Hale' });
  await client.people.add({ givenName: 'Bobby', familyName: 'Hale' });
  expect(await client.people.duplicates({})).toMatchObject({ people: 2, total: 4 });
  await client.people.bin({ ids: ids.slice(1) });
  expect(await client.people.duplicates({})).toMatchObject({ people: 1, total: 1 });
});

test('wish 6: “not the same” is remembered over a restart, and can be taken back', async () => {
  const opened = await openHouse();
  const one = await opened.client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  const other = await opened.client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  const { step } = await opened.client.people.notTheSame({ one: other.id, other: one.id });
  expect((await opened.client.people.duplicates({})).total).toBe(0);
  const { client } = await opened.reopen();
  expect((await client.people.duplicates({})).total).toBe(0);
  await client.people.notTheSame({ one: one.id, other: other.id });
  expect((await client.journal.history({ limit: 5 }))[0]?.label).toBe(
    'Said that Ada Pike and Ada Pike are not the same',
  );
  await client.journal.undo({ step });
  expect((await client.people.duplicates({})).total).toBe(1);
});

test('twenty thousand people are compared in a moment, and those who are there twice are found', async () => {
  const { client, house } = await openHouse();
  const given = 'Rosa Leo Ágnes Zoë Jürgen Mei Hana Omar Priya Søren Luca Ines Bruno Nkem'.split(
    ' ',
  );
  const syllables = 'ba den mor kli tas ver hol win shu rak pel ost gri fen'.split(' ');
  const insert = house.connection.prepare(
    `INSERT INTO customer (id, given_name, family_name, display_name, sort_name, added_at, added_day)
     VALUES (?, ?, ?, ?, ?, 1, '2026-01-01')`,
  );
  const reach = house.connection.prepare(
    `INSERT INTO customer_contact (id, customer_id, kind, value, normalised)
     VALUES (?, ?, 'phone', ?, ?)`,
  );
  const idOf = (index: number) => `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  house.connection.transaction(() => {
    for (let index = 0; index < 20_000; index += 1) {
      const first = given[index % given.length] ?? '';
      const at = Math.floor(index / given.length);
      const family = [at, Math.floor(at / 14), Math.floor(at / 196)]
        .map((place) => syllables[place % 14])
        .join('');
      insert.run(idOf(index), first, family, `${first} ${family}`, `${first} ${family}`);
      // A hundred share their number with the one before them.
      const number = index % 200 === 1 ? index - 1 : index;
      reach.run(idOf(index + 50_000), idOf(index), `${number}`, `+44${number}`);
    }
    insert.run(idOf(30_000), 'Wilhelmina', 'Thistlethwaite', 'Wilhelmina Thistlethwaite', 'w');
    insert.run(idOf(30_001), 'Wilhelmina', 'Thistlethwaite', 'Wilhelmina Thistlethwaite', 'w');
  })();
  const began = performance.now();
  const found = await client.people.duplicates({ limit: 500 });
  const took = performance.now() - began;
  const names = found.pairs.map(({ one, other }) => [one.name, other.name]);
  expect(names).toContainEqual(['Wilhelmina Thistlethwaite', 'Wilhelmina Thistlethwaite']);
  expect(took).toBeLessThan(6000);
  const again = performance.now();
  await client.people.duplicates({ limit: 500 });
  expect(performance.now() - again).toBeLessThan(took);
}, 60_000);
