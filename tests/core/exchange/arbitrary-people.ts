import fc from 'fast-check';
import type { Leaving } from '../../../main/core/exchange/leaving.ts';
import type { KeptLine } from '../../../main/core/exchange/vcard-kept.ts';
import { customerForm } from '../../../shared/contract/people.ts';
import { hasName } from '../../../shared/names.ts';
import { png } from '../../support/pictures.ts';
import { leavingOf } from './read.ts';

const characters = [...'aBcé ßø山花한ñ,;:\\"\'^=|/.@+-()#&<>!?\n\t🙂', 'n', '\\n', 'ü'];
export const text = fc
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
    works: fc.array(
      fc.record({ company: name, role: text }).filter((work) => work.company + work.role !== ''),
      { maxLength: 2 },
    ),
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

/** Some people on their way out, with all that can be known of them. */
export const leaving = fc
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
