import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { openHouse } from '../../support/open-house.ts';
import { card, inBase64 } from './read.ts';

const rosa = card(
  '3.0',
  'N:Marin;Rosa;;;',
  'FN:Rosa Marin',
  'TEL:055 123456',
  'EMAIL:Rosa@Example.org',
  'NOTE:likes rye',
  'CATEGORIES:bakers',
);
const leo = card('3.0', 'N:Blu;Leo;;;', 'FN:Leo Blu', 'BDAY:--0415');
const nobody = card('3.0', 'FN:');

const file = (content: string) => ({ fileName: 'friends.vcf', content: inBase64(content) });

test('a preview shows who is in a file and keeps nothing', async () => {
  const { client, house } = await openHouse();
  await client.settings.save({ country: 'IT' });
  const { id } = await client.people.add({
    givenName: 'Rosa',
    contacts: [{ kind: 'phone', value: '+39 055 123 456' }],
  });
  const before = await client.journal.history({});
  const preview = await client.exchange.previewPeople(file(rosa + nobody + leo));
  expect(preview).toMatchObject({ format: 'vcard', mapping: null, total: 3, problems: 1 });
  expect(preview.people).toMatchObject([
    { row: 1, name: 'Rosa Marin', already: { id, name: 'Rosa', why: 'The same phone number' } },
    { row: 2, name: 'Row 2', problem: expect.stringContaining('no name'), already: null },
    { row: 3, name: 'Leo Blu', problem: null, already: null },
  ]);
  expect(await client.journal.history({})).toEqual(before);
  expect(all(house.connection, 'SELECT id FROM customer')).toHaveLength(1);
});

test('a preview of a table shows what stands in each column, also in those nobody knows', async () => {
  const { client } = await openHouse();
  const table = 'Name,Shoe size,Ring them\nRosa,,055 123456\nLeo,42,\n';
  const preview = await client.exchange.previewPeople(file(table));
  expect(preview.mapping?.[1]).toEqual({ column: 'Shoe size', field: 'keep' });
  expect(preview.examples).toEqual(['Rosa', '42', '055 123456']);
});

test('a file comes in as one step, and goes out as one', async () => {
  const { client, house } = await openHouse();
  const result = await client.exchange.importPeople(file(rosa + nobody + leo));
  expect(result).toMatchObject({
    added: 2,
    updated: 0,
    skipped: 0,
    problems: [{ row: 2, sentence: expect.stringContaining('no name') }],
  });
  const [first] = await client.journal.history({});
  expect(first).toMatchObject({
    step: result.step,
    label: 'Brought in 2 people from friends.vcf',
  });
  expect((await client.people.list({ words: 'bakers' })).rows[0]?.name).toBe('Rosa Marin');
  expect((await client.search.find({ words: 'rye' })).hits[0]).toMatchObject({
    kind: 'note',
    title: 'Rosa Marin',
  });
  await client.journal.undo({});
  for (const table of ['customer', 'customer_contact', 'customer_date', 'customer_tag', 'note']) {
    expect(all(house.connection, `SELECT id FROM ${table}`)).toEqual([]);
  }
  expect((await client.search.find({ words: 'rosa' })).hits).toEqual([]);
});

test('the same file twice adds nobody twice', async () => {
  const { client } = await openHouse();
  await client.exchange.importPeople(file(rosa + leo));
  const again = await client.exchange.importPeople(file(rosa + leo));
  expect(again).toEqual({
    step: null,
    added: 0,
    updated: 0,
    skipped: 2,
    problems: [],
    remarks: [],
  });
  const updated = await client.exchange.importPeople({ ...file(rosa + leo), already: 'update' });
  expect(updated).toMatchObject({ added: 0, updated: 0, skipped: 2 });
  const beside = await client.exchange.importPeople({ ...file(rosa), already: 'add' });
  expect(beside).toMatchObject({ added: 1 });
  expect((await client.people.list({})).total).toBe(3);
});

test('an update adds what was not known and changes nothing that was', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    role: 'miller',
    contacts: [{ kind: 'email', label: 'bakery', value: 'rosa@example.org' }],
    dates: [{ kind: 'birthday', year: 1961, month: 4, day: 15 }],
    tags: ['Bakers'],
  });
  const result = await client.exchange.importPeople({
    ...file(
      card(
        '3.0',
        'N:Marin;Rosa;;;',
        'FN:Rosa Marin',
        'ORG:Panificio',
        'TITLE:Baker',
        'EMAIL:ROSA@example.org',
        'TEL:055 123456',
        'BDAY:1961-04-16',
        'CATEGORIES:bakers,market',
        'NOTE:likes rye',
      ),
    ),
    already: 'update',
  });
  expect(result).toMatchObject({ added: 0, updated: 1, skipped: 0 });
  expect(await client.people.get({ id })).toMatchObject({
    role: 'miller',
    company: 'Panificio',
    contacts: [
      { kind: 'email', label: 'bakery', value: 'rosa@example.org' },
      { kind: 'phone', value: '055 123456' },
    ],
    dates: [{ month: 4, day: 15 }],
    tags: ['Bakers', 'market'],
  });
  await client.journal.undo({});
  expect(await client.people.get({ id })).toMatchObject({ company: '', tags: ['Bakers'] });
});

test('a name that somebody had before tells them; further names and businesses are added', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    company: 'Panificio',
    role: 'Baker',
    otherNames: [{ name: 'Rosa Verdi', label: 'maiden name' }],
  });
  const verdi = card(
    '3.0',
    'N:Verdi;Rosa;;;',
    'FN:Rosa Verdi',
    'NICKNAME:Rosie,Ro',
    'X-MAIDENNAME:Verdi',
    'ORG:Panificio',
    'TITLE:Baker',
    'item1.ORG:Choir',
    'item1.TITLE:Alto',
  );
  const { people } = await client.exchange.previewPeople(file(verdi));
  expect(people[0]?.already).toMatchObject({ id, why: 'The same name' });
  const update = { ...file(verdi), already: 'update' as const };
  expect(await client.exchange.importPeople(update)).toMatchObject({ updated: 1 });
  expect(await client.people.get({ id })).toMatchObject({
    nickname: 'Rosie',
    otherNames: [{ name: 'Rosa Verdi' }, { name: 'Ro' }, { name: 'Verdi', label: 'maiden name' }],
    works: [{ company: 'Choir', role: 'Alto' }],
  });
  expect(await client.exchange.importPeople(update)).toMatchObject({ updated: 0, skipped: 1 });
});

test('a household that shares a telephone is two people; two of one name in a file, too', async () => {
  const { client } = await openHouse();
  const of = (given: string, phone: string) =>
    card('3.0', `N:Rossi;${given};;;`, `FN:${given} Rossi`, `TEL:${phone}`);
  const result = await client.exchange.importPeople(
    file(of('Maria', '055 111111') + of('Piero', '055 111111') + of('Maria', '055 222222')),
  );
  expect(result).toMatchObject({ added: 3, skipped: 0 });
  const again = await client.exchange.importPeople(file(of('Anna', '055 111111')));
  expect(again).toMatchObject({ added: 1 });
});

test('somebody twice in one file comes in once', async () => {
  const { client } = await openHouse();
  const result = await client.exchange.importPeople(file(rosa + leo + rosa));
  expect(result).toMatchObject({ added: 2, skipped: 1 });
});

test('people in the bin do not stand in the way', async () => {
  const { client } = await openHouse();
  await client.exchange.importPeople(file(leo));
  const { rows } = await client.people.list({});
  await client.people.bin({ ids: rows.map((row) => row.id) });
  expect(await client.exchange.importPeople(file(leo))).toMatchObject({ added: 1 });
});

test('a file in which nobody is, is refused in words', async () => {
  const { client } = await openHouse();
  await expect(client.exchange.previewPeople(file('%PDF-1.7\u0000'))).rejects.toMatchObject({
    code: 'REFUSED',
    data: { code: 'unreadable' },
    message: expect.stringContaining('nobody in friends.vcf'),
  });
  await expect(client.exchange.exportPeople({ format: 'csv' })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
});
