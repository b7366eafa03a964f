import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptCell } from '../../../main/core/exchange/csv-kept.ts';
import { writeTable } from '../../../main/core/exchange/csv-write.ts';
import type { Leaving } from '../../../main/core/exchange/leaving.ts';
import { customerForm } from '../../../shared/contract/people.ts';
import { openHouse } from '../../support/open-house.ts';
import { leaving } from './arbitrary-people.ts';
import { inBase64, inTableOrder, leavingOf, read } from './read.ts';

test('people who leave as CSV come back as they were', () => {
  const columns = fc.dictionary(
    fc.constantFrom('Shoe size', 'Loyalty card', '=sum', 'Priority'),
    fc.constantFrom('42', 'x, "y"; z', '=1+1', 'two\nlines'),
  );
  fc.assert(
    fc.property(leaving, columns, (people, kept) => {
      const leaves = people.map((person, index) => ({
        ...person,
        relationUids: person.form.relations.map((_, at) => (at === 0 ? `uid ${index}` : null)),
        sender: index > 0 ? { name: 'Ada', uid: 'uid-ada' } : null,
        lines: Object.entries(kept).map(([column, text]) => keptCell({ column, text })),
      }));
      const back = read(writeTable(leaves));
      expect(back.map(({ problem, remarks }) => [problem, remarks])).toEqual(
        people.map(() => [null, []]),
      );
      expect(back.map((found) => found.form)).toEqual(people.map(({ form }) => inTableOrder(form)));
      for (const [index, { note, card }] of back.entries()) {
        const { notes, uids, relationUids, sender, lines } = leaves[index] as Leaving;
        expect(note).toBe(notes.join('\n\n'));
        expect(card.uids).toEqual(uids);
        expect(card.lines).toEqual(lines);
        expect(card.links.map(({ uid, as, at }) => [uid, as, at])).toEqual([
          ...(relationUids[0] ? [[relationUids[0], 'relation', 0]] : []),
          ...(sender ? [[sender.uid, 'sender', null]] : []),
        ]);
      }
    }),
    { numRuns: 80 },
  );
});

test('no cell of a CSV file is run as a formula, and all come back as they were', () => {
  const names = ['=HYPERLINK("http://evil.example")', '@SUM(1)', '+cmd|x', '-2+3+cmd', "'=quoted"];
  const people = names.map(
    (nickname, index): Leaving =>
      leavingOf(customerForm.parse({ nickname }), `018f0000-0000-7000-8000-00000000000${index}`),
  );
  const written = writeTable(people);
  for (const line of written.split('\r\n').slice(1)) expect(line).not.toMatch(/(^|,)"?[=@+-]/);
  expect(read(written).map(({ form: found }) => found.nickname)).toEqual(names);
});

test('a column that nobody here knows comes back in its column, also by way of a vCard', async () => {
  const one = await openHouse();
  const table = 'Name,Shoe size,Loyalty card,Left out\nRosa,42,"A-1; gold",\nLeo,,,x\n';
  const mapping = (
    await one.client.exchange.previewPeople({ fileName: 'a.csv', content: inBase64(table) })
  ).mapping;
  expect(mapping?.map(({ field }) => field)).toEqual(['fullName', 'keep', 'keep', 'keep']);
  await one.client.exchange.importPeople({
    fileName: 'a.csv',
    content: inBase64(table),
    mapping: mapping?.map((column) =>
      column.column === 'Left out' ? { ...column, field: 'ignore' } : column,
    ),
  });
  const { content } = await one.client.exchange.exportPeople({ format: 'vcard-3' });
  const other = await openHouse();
  await other.client.exchange.importPeople({ fileName: 'a.vcf', content: inBase64(content) });
  const out = (await other.client.exchange.exportPeople({ format: 'csv' })).content;
  const [header, leo, rosa] = out.split('\r\n');
  expect(header).toMatch(/,Shoe size,Loyalty card$/);
  expect(leo).toMatch(/,,$/);
  expect(rosa).toMatch(/,42,A-1; gold$/);
});

test('a table of ours that is brought in again as it left changes nothing; what was put right in it comes', async () => {
  const { client } = await openHouse();
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  const { id } = await client.people.add({
    givenName: 'Rosa',
    sentBy: leo,
    relations: [{ otherId: leo, relation: 'Son' }],
    tags: ['sails, rows', 'a "b"'],
    dates: [{ kind: 'birthday', month: 5 }],
  });
  // What only the vCard has stays where it is.
  const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:${id}\r\nFN:Rosa\r\nX-SHOE-SIZE:39\r\nEND:VCARD\r\n`;
  await client.exchange.importPeople({
    fileName: 'a.vcf',
    content: inBase64(card),
    already: 'update',
  });
  const { content } = await client.exchange.exportPeople({ format: 'csv' });
  const bring = (table: string) =>
    client.exchange.importPeople({
      fileName: 'a.csv',
      content: inBase64(table),
      already: 'update',
    });
  expect(await bring(content)).toMatchObject({ added: 0, updated: 0, skipped: 2 });
  const longer = content
    .replace('Porchlight ID', 'Porchlight ID,Shop')
    .replace(`urn:uuid:${id}`, `urn:uuid:${id},quay`);
  expect(await bring(longer)).toMatchObject({ updated: 1, skipped: 1 });
  expect((await client.exchange.exportPeople({ format: 'vcard' })).content).toContain(
    'X-SHOE-SIZE:39',
  );
});
