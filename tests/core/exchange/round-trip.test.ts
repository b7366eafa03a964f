import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { writeTable } from '../../../main/core/exchange/csv-write.ts';
import type { Leaving } from '../../../main/core/exchange/leaving.ts';
import type { KeptLine } from '../../../main/core/exchange/vcard-kept.ts';
import { writeCards } from '../../../main/core/exchange/vcard-write.ts';
import { customerForm } from '../../../shared/contract/people.ts';
import { hasName } from '../../../shared/names.ts';
import { openHouse } from '../../support/open-house.ts';
import { png } from '../../support/pictures.ts';
import { card, inBase64, leavingOf, read } from './read.ts';

const characters = [...'aBcé ßø山花한ñ,;:\\"\'^=|/.@+-()#&<>!?\n\t🙂', 'n', '\\n', 'ü'];
const text = fc
  .string({ unit: fc.constantFrom(...characters), maxLength: 90 })
  .map((typed) => typed.normalize('NFC').trim());
const some = text.filter((typed) => /\p{L}/u.test(typed));
/** A name as people have one: without breaks of the line. */
const name = text.map((typed) =>
  typed
    .replace(/[\n\t]/g, ' ')
    .replace(/ +/g, ' ')
    .trim(),
);
const label = fc.constantFrom('', 'home', 'work', 'mobile', 'the shop; “back” door', 'a "b" ^c');

const contact = fc.oneof(
  fc.record({ kind: fc.constantFrom('email', 'website', 'address'), label, value: some }),
  fc.record({
    kind: fc.constant('phone'),
    label,
    value: fc.constantFrom('+39 055 123456', '(055) 12/34-56', 'extension 7'),
  }),
  fc.record({
    kind: fc.constant('handle'),
    label,
    network: fc.constantFrom('', 'mastodon', 'the guest book'),
    value: fc.constantFrom('@rosa@example.social', 'did:plc:abc', 'https://x.com/rosa', 'Rosa M.'),
  }),
);
const date = fc.record({
  kind: fc.constantFrom('birthday', 'anniversary', 'other'),
  label,
  year: fc.option(fc.integer({ min: 1900, max: 2100 })),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.option(fc.integer({ min: 1, max: 28 })),
  yearly: fc.boolean(),
  noticeDays: fc.integer({ min: 0, max: 60 }),
});

const form = fc
  .record({
    givenName: name,
    familyName: name,
    nickname: name,
    company: name,
    role: text,
    otherNames: fc.array(fc.record({ name: some, label }), { maxLength: 2 }),
    works: fc.array(fc.record({ company: some, role: text }), { maxLength: 2 }),
    nameOrder: fc.constantFrom('given-first', 'family-first'),
    pronouns: name.map((typed) => typed.slice(0, 60).trim()),
    saidAs: text,
    circle: fc.constantFrom('inner', 'regular', 'wider', 'none'),
    rhythmDays: fc.option(fc.integer({ min: 1, max: 730 })),
    howMet: text,
    contacts: fc.array(contact, { maxLength: 6 }),
    relations: fc.array(
      fc.record({ name: some, relation: fc.constantFrom('', 'son', 'sails; with'), note: text }),
      { maxLength: 3 },
    ),
    dates: fc.array(date, { maxLength: 4 }),
    facts: fc.array(fc.record({ text: some }), { maxLength: 3 }),
    tags: fc.uniqueArray(some.map((typed) => typed.slice(0, 60).trim()).filter(Boolean), {
      maxLength: 4,
    }),
  })
  .map((typed) => customerForm.parse(typed))
  .filter(hasName);

/** What came on a card from elsewhere, and goes out as it came. */
const keptLine = fc.record({
  group: fc.constant(''),
  name: fc.constantFrom('X-SHOE-SIZE', 'TZ', 'GEO', 'X-PORCHLIGHT-LATER', 'KEY', 'LANG'),
  parameters: fc.uniqueArray(
    fc.tuple(fc.constantFrom('TYPE', 'PREF', 'X-KIND', 'LANGUAGE'), name),
    { selector: ([key]) => key, maxLength: 2 },
  ) as fc.Arbitrary<[string, string][]>,
  value: text.map((typed) => typed.replace(/\n/g, '\\n')),
});
const labelledLines = [
  { group: 'kept1', name: 'X-ABCUSTOM', parameters: [], value: 'a\\, b' },
  { group: 'kept1', name: 'X-ABLABEL', parameters: [], value: 'The shop' },
] satisfies KeptLine[];

const leaving = fc
  .array(fc.tuple(form, fc.array(keptLine, { maxLength: 3 }), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((people) =>
    people.map(
      ([one, lines, more], index): Leaving => ({
        ...leavingOf(one, `018f0000-0000-7000-8000-00000000000${index}`),
        notes: index % 2 === 0 ? ['first, line;\nsecond'] : [],
        uids: more ? [`card-${index}`, `another ${index}`] : [`urn:uuid:${index}`],
        lines: more ? [...lines, ...labelledLines] : lines,
        photo: more ? () => ({ type: 'image/png', bytes: png(index) }) : null,
      }),
    ),
  );

test.each(['4.0', '3.0'] as const)(
  'people who leave as vCards of version %s come back as they were',
  (version) => {
    fc.assert(
      fc.property(leaving, (people) => {
        const back = read(writeCards(people, version));
        expect(back.map(({ problem, remarks }) => [problem, remarks])).toEqual(
          people.map(() => [null, []]),
        );
        expect(back.map((found) => found.form)).toEqual(people.map((person) => person.form));
        expect(back.map((found) => found.note)).toEqual(
          people.map(({ notes }) => notes.join('\n\n')),
        );
        expect(back.map(({ card: { uids, lines, photo } }) => ({ uids, lines, photo }))).toEqual(
          people.map(({ uids, lines, photo }) => ({ uids, lines, photo: photo?.() ?? null })),
        );
      }),
      { numRuns: 100 },
    );
  },
);

/** Parameters, as they stand on cards of any program. */
const foreignLine = fc
  .tuple(
    fc.constantFrom('', 'item7.', 'g.'),
    fc.constantFrom('X-UNKNOWN', 'GEO', 'MAILER', 'RELATED', 'SORT-STRING', 'IMPP', 'ADR', 'ORG'),
    fc.constantFrom('', ';TYPE=home', ';X-A="b:c";PREF=1', ';type=pref;type=WORK', ';LANGUAGE=de'),
    text.map((typed) => typed.replace(/\n/g, '\\n')),
  )
  .map(([group, called, parameters, value]) => `${group}${called}${parameters}:${value}`);

test('a card from elsewhere keeps what nobody here knows, in and out again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2.1' as const, '3.0' as const, '4.0' as const),
      fc.array(foreignLine, { maxLength: 8 }),
      fc.constantFrom('3.0' as const, '4.0' as const),
      (version, lines, out) => {
        const [first] = read(
          card(version, 'N:Marin;Rosa;Maria;Dr.;', 'UID:x-1', 'g.X-ABLabel:Quay', ...lines),
        );
        if (!first) throw new Error('Nobody was read');
        const leaves: Leaving = {
          ...leavingOf(first.form, 'unused'),
          ...{ uids: first.card.uids, lines: first.card.lines },
        };
        const [again] = read(writeCards([leaves], out));
        expect(again).toEqual(first);
        const unknown = lines.filter((line) => /X-UNKNOWN|MAILER|GEO/.test(line));
        const kept = first.card.lines.filter(({ name: one }) => /X-UNKNOWN|MAILER|GEO/.test(one));
        expect(kept).toHaveLength(unknown.length);
      },
    ),
    { numRuns: 100 },
  );
});

test('every card is one that another reader reads, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(leaving, (people) => {
      const written = writeCards(people);
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
      const cards = written.split(/(?<=END:VCARD\r\n)/);
      for (const [index, person] of people.entries()) {
        const component = new ICAL.Component(ICAL.parse(cards[index] ?? ''));
        expect(component.getFirstPropertyValue('version')).toBe('4.0');
        expect(component.getFirstPropertyValue('fn')).toBe(person.name);
      }
    }),
  );
});

test('people who leave as CSV come back with their names, numbers, birthday, tags and notes', () => {
  fc.assert(
    fc.property(leaving, (people) => {
      const back = read(writeTable(people));
      expect(back).toHaveLength(people.length);
      for (const [index, { form: one }] of people.entries()) {
        const found = back[index]?.form;
        expect(found).toMatchObject({
          givenName: one.givenName,
          familyName: one.familyName,
          company: one.company,
        });
        const phones = one.contacts.filter(({ kind }) => kind === 'phone');
        expect(
          found?.contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
        ).toEqual(phones.map(({ value }) => value));
        const birthday = one.dates.find(({ kind, day }) => kind === 'birthday' && day !== null);
        expect(found?.dates.map(({ month, day, year }) => ({ month, day, year }))).toEqual(
          birthday ? [{ month: birthday.month, day: birthday.day, year: birthday.year }] : [],
        );
      }
    }),
    { numRuns: 60 },
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

test('a whole house leaves and comes back into another', async () => {
  const one = await openHouse();
  const { id: leo } = await one.client.people.add({ givenName: 'Leo' });
  await one.client.people.add({
    givenName: 'Rosa',
    circle: 'inner',
    relations: [{ otherId: leo, relation: 'son' }],
    contacts: [{ kind: 'handle', network: 'mastodon', value: '@rosa@example.social' }],
    tags: ['bakers'],
  });
  const { fileName, content } = await one.client.exchange.exportPeople({ format: 'vcard' });
  expect(fileName).toBe('porchlight-people-2026-03-02.vcf');
  const other = await openHouse();
  await other.client.exchange.importPeople({ fileName, content: inBase64(content) });
  const { rows } = await other.client.people.list({});
  expect(rows.map((row) => [row.name, row.circle, row.tags])).toEqual([
    ['Leo', 'regular', []],
    ['Rosa', 'inner', ['bakers']],
  ]);
  expect(await other.client.people.get({ id: rows[1]?.id ?? '' })).toMatchObject({
    relations: [{ name: 'Leo', relation: 'son' }],
    contacts: [{ kind: 'handle', network: 'mastodon', value: '@rosa@example.social' }],
  });
  const only = await one.client.exchange.exportPeople({ format: 'csv', ids: [leo] });
  expect(only.content).toContain('Leo');
  expect(only.content).not.toContain('Rosa');
});
