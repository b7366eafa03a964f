import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { writeCards } from '../../../main/core/exchange/vcard-write.ts';
import { openHouse } from '../../support/open-house.ts';
import { png } from '../../support/pictures.ts';
import { card, inBase64, leavingOf, read } from './read.ts';

const file = (...cards: string[]) => ({
  fileName: 'friends.vcf',
  content: inBase64(cards.join('')),
});
const picture = png(120);
const inLines = (bytes: Buffer) => bytes.toString('base64').replace(/.{60}/g, '$&\r\n ');

const rosa = card(
  '3.0',
  'UID:7A1B-rosa',
  'N:Marin;Rosa;Maria;Dr.;',
  'FN:Dr. Rosa Maria Marin',
  'ORG:Panificio;Ovens',
  'item1.ADR;type=WORK:;;Via Roma 1;Firenze;;50100;Italy',
  'item1.X-ABADR:it',
  'item2.TEL:055 123456',
  'item2.X-ABLabel:the bakery',
  'X-SHOE-SIZE;TYPE=eu:39',
  'item3.X-ABFAVOURITE:rye\\, dark',
  'item3.X-ABLabel:bread',
  `PHOTO;ENCODING=b;TYPE=PNG:${inLines(picture)}`,
);

test('a card’s UID, what nobody here knows, and the photo come in and go out again', async () => {
  const { client, house } = await openHouse();
  expect(await client.exchange.previewPeople(file(rosa))).toMatchObject({
    people: [{ name: 'Rosa Maria Marin', photo: true, remarks: [] }],
  });
  await client.exchange.importPeople(file(rosa));
  const [row] = (await client.people.list({})).rows;
  expect(row?.photo).not.toBeNull();
  const [shown] = await client.people.pictures({ ids: [row?.photo ?? ''] });
  expect(shown).toMatchObject({ type: 'image/png', content: picture.toString('base64') });

  for (const format of ['vcard', 'vcard-3'] as const) {
    const { content } = await client.exchange.exportPeople({ format });
    const unfolded = content.replaceAll('\r\n ', '');
    for (const line of [
      'UID:7A1B-rosa',
      'N:Marin;Rosa;Maria;Dr.;',
      'ORG:Panificio;Ovens',
      'ADR;TYPE=work:;;Via Roma 1;Firenze;;50100;Italy',
      'item1.TEL',
      'item1.X-ABLabel:the bakery',
      'X-SHOE-SIZE;TYPE=eu:39',
      'kept1.X-ABFAVOURITE:rye\\, dark',
      'kept1.X-ABLABEL:bread',
      picture.toString('base64'),
    ]) {
      expect(unfolded).toContain(line);
    }
  }
  // What one changes here is no longer what came.
  const id = row?.id ?? '';
  const { contacts } = await client.people.get({ id });
  await client.people.change({
    id,
    changes: {
      givenName: 'Rosa',
      company: 'Forno',
      contacts: contacts.map((contact) =>
        contact.kind === 'address' ? { ...contact, value: 'Via Blu 2, Prato' } : contact,
      ),
    },
  });
  const changed = (await client.exchange.exportPeople({ format: 'vcard' })).content;
  expect(changed).toContain('N:Marin;Rosa;;;');
  expect(changed).toContain('ORG:Forno\r\n');
  expect(changed).toContain(':;;Via Blu 2\\, Prato;;;;');

  await client.journal.undo({});
  await client.journal.undo({});
  for (const table of ['customer', 'customer_card', 'customer_photo']) {
    expect(all(house.connection, `SELECT id FROM ${table}`)).toEqual([]);
  }
});

test('the same card again is the same person, whatever else it says by now', async () => {
  const { client } = await openHouse();
  await client.exchange.importPeople(file(rosa));
  const later = card('4.0', 'UID:urn:uuid:x', 'FN:Leo Blu');
  await client.exchange.importPeople(file(later));
  const married = card(
    '3.0',
    'UID:7A1B-rosa',
    'N:Verdi;Rosina;;;',
    'FN:Rosina Verdi',
    'BDAY:1961-04-15',
    'X-SHOE-SIZE:40',
  );
  const { people } = await client.exchange.previewPeople(file(married));
  expect(people[0]?.already).toMatchObject({ name: 'Rosa Maria Marin', why: 'The same card' });
  expect(await client.exchange.importPeople(file(married))).toMatchObject({
    step: null,
    skipped: 1,
  });
  const update = { ...file(married), already: 'update' as const };
  expect(await client.exchange.importPeople(update)).toMatchObject({ updated: 1, added: 0 });
  expect(await client.exchange.importPeople(update)).toMatchObject({ updated: 0, skipped: 1 });
  const { content } = await client.exchange.exportPeople({ format: 'vcard' });
  // Nothing of ours is overwritten; what is only theirs is as they say now.
  expect(content).toContain('FN:Rosa Maria Marin');
  expect(content).toContain('BDAY;X-PORCHLIGHT-LABEL="":19610415');
  expect(content).toContain('X-SHOE-SIZE:40');
  expect(content).not.toContain('X-SHOE-SIZE;TYPE=eu:39');
  expect((await client.people.list({})).total).toBe(2);
});

test('what left this house is known when it comes back, also after a merge', async () => {
  const { client } = await openHouse();
  const { id: one } = await client.people.add({ givenName: 'Rosa', nickname: 'Rosie' });
  const { id: other } = await client.people.add({ givenName: 'R.', company: 'Forno' });
  const out = await client.exchange.exportPeople({ format: 'vcard' });
  await client.people.change({ id: one, changes: { givenName: 'Rosalind', nickname: '' } });
  await client.people.merge({ keep: one, other });
  const again = await client.exchange.importPeople({
    fileName: out.fileName,
    content: inBase64(out.content),
  });
  expect(again).toMatchObject({ step: null, skipped: 2 });
});

test('a UID that several people of a file have tells nothing', async () => {
  const { client } = await openHouse();
  const of = (name: string) => card('3.0', 'UID:0', `FN:${name}`);
  const people = file(of('Rosa Marin'), of('Leo Blu'));
  expect(await client.exchange.importPeople(people)).toMatchObject({ added: 2 });
  expect(await client.exchange.importPeople(people)).toMatchObject({ skipped: 2, added: 0 });
});

test('people who name each other are linked, whoever comes first; so is who sent them', async () => {
  const one = await openHouse();
  const { id: leo } = await one.client.people.add({ givenName: 'Leo' });
  const { id: ada } = await one.client.people.add({
    givenName: 'Ada',
    sentBy: leo,
    relations: [{ otherId: leo, relation: 'neighbour' }],
  });
  await one.client.people.change({
    id: leo,
    changes: { relations: [{ otherId: ada, relation: 'customer of' }] },
  });
  const { content } = await one.client.exchange.exportPeople({ format: 'vcard-3' });
  const other = await openHouse();
  await other.client.exchange.importPeople({ fileName: 'all.vcf', content: inBase64(content) });
  const { rows } = await other.client.people.list({});
  const [newAda, newLeo] = rows;
  expect(await other.client.people.get({ id: newAda?.id ?? '' })).toMatchObject({
    relations: [{ otherId: newLeo?.id, name: 'Leo', relation: 'neighbour' }],
    sentBy: { id: newLeo?.id, name: 'Leo' },
  });
  expect(await other.client.people.get({ id: newLeo?.id ?? '' })).toMatchObject({
    relations: [{ otherId: newAda?.id, relation: 'customer of' }],
  });
});

test('somebody named only by the UID of a card is linked when that is here, else kept', async () => {
  const { client } = await openHouse();
  const ada = card('4.0', 'UID:u-ada', 'FN:Ada', 'RELATED;TYPE=friend:urn:uuid:u-leo');
  await client.exchange.importPeople(file(ada));
  expect((await client.exchange.exportPeople({ format: 'vcard' })).content).toContain(
    'RELATED;TYPE=friend:urn:uuid:u-leo',
  );
  await client.journal.undo({});
  await client.exchange.importPeople(file(ada, card('4.0', 'UID:u-leo', 'FN:Leo')));
  const [first] = (await client.people.list({})).rows;
  expect((await client.people.get({ id: first?.id ?? '' })).relations).toMatchObject([
    { name: 'Leo', relation: 'friend' },
  ]);
});

test('nobody comes through those whom they sent, whatever a file says', async () => {
  const { client } = await openHouse();
  const of = (uid: string, sender: string) =>
    card('4.0', `UID:${uid}`, `FN:${uid}`, `X-PORCHLIGHT-SENT-BY:${sender}`);
  await client.exchange.importPeople(file(of('ada', 'leo'), of('leo', 'ada')));
  const { rows } = await client.people.list({});
  const senders = await Promise.all(
    rows.map(async ({ id }) => (await client.people.get({ id })).sentBy?.name),
  );
  expect(senders.filter(Boolean)).toHaveLength(1);
});

test('a group of an address book becomes a tag of those who are in it', () => {
  const apple = card(
    '3.0',
    'N:Choir',
    'FN:Choir',
    'X-ADDRESSBOOKSERVER-KIND:group',
    'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:AAAAAAAA-0000-0000-0000-000000000001',
    'UID:g',
  );
  const people = read(
    card('3.0', 'FN:Ada', 'UID:aaaaaaaa-0000-0000-0000-000000000001') +
      apple +
      card('3.0', 'FN:Leo', 'UID:2'),
  );
  expect(people.map(({ row, form }) => [row, form.givenName, form.tags])).toEqual([
    [1, 'Ada', ['Choir']],
    [3, 'Leo', []],
  ]);
});

test('a photo that lies elsewhere is not fetched, and its address is kept', () => {
  const line = 'PHOTO;VALUE=uri:https://photo.example/1.jpg';
  const [found] = read(card('4.0', 'FN:Ada', line));
  expect(found?.card.photo).toBeNull();
  const leaves = {
    ...leavingOf(found?.form ?? ({} as never), 'x'),
    lines: found?.card.lines ?? [],
  };
  expect(writeCards([leaves])).toContain(line);
  const photo = () => ({ type: 'image/png' as const, bytes: picture });
  expect(writeCards([{ ...leaves, photo }])).not.toContain(line);
});

test.each([
  ['a PNG that says it is a JPEG', `PHOTO;TYPE=JPEG;ENCODING=b:${inLines(picture)}`, null],
  ['version 2.1', `PHOTO;PNG;BASE64:\r\n ${inLines(picture)}\r\n`, null],
  [
    'lines without blanks before them',
    `PHOTO;ENCODING=BASE64;PNG:${picture.toString('base64').replace(/.{40}/g, '$&\r\n')}\r\n`,
    null,
  ],
  ['version 4', `PHOTO:data:image/png;base64,${inLines(picture)}`, null],
  ['a picture that is none', `PHOTO;ENCODING=b:${inBase64('<svg/>')}`, /cannot be shown/],
  [
    'one that is too large',
    `PHOTO;ENCODING=b:${Buffer.concat([picture, Buffer.alloc(2_000_001)]).toString('base64')}`,
    /larger than 2 megabytes/,
  ],
])('a photo in %s', (_, line, remark) => {
  const [found] = read(card(line.includes('BASE64') ? '2.1' : '3.0', 'FN:Ada', line, 'NOTE:after'));
  expect(found).toMatchObject({ problem: null, note: 'after', form: { givenName: 'Ada' } });
  if (remark) {
    expect(found?.card.photo).toBeNull();
    expect(found?.remarks).toEqual([expect.stringMatching(remark)]);
  } else expect(Buffer.from(found?.card.photo?.bytes ?? [])).toEqual(picture);
});

test('what has no room is left out and told, and the person comes all the same', async () => {
  const { client } = await openHouse();
  const phones = Array.from({ length: 63 }, (_, index) => `TEL:055 1000${index}`);
  const long = card('3.0', 'FN:Ada', ...phones, `URL:https://x.example/${'x'.repeat(600)}`);
  const tags = card('3.0', 'FN:Leo', `CATEGORIES:${'t'.repeat(80)},short`);
  const sound = card('3.0', 'FN:Bo', `SOUND;ENCODING=b:${'QUFB'.repeat(90_000)}`);
  const result = await client.exchange.importPeople(file(long, tags, sound));
  expect(result).toMatchObject({
    added: 3,
    problems: [],
    remarks: [
      { row: 2, sentence: '1 of the tags did not fit.' },
      { row: 3, sentence: 'There was no room for SOUND, which is too large.' },
    ],
  });
  // Ways to reach somebody that found no room are written back like all that is not known.
  const { content } = await client.exchange.exportPeople({ format: 'vcard' });
  expect(content).toContain('TEL:055 100062');
});
