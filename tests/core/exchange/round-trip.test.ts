import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Leaving } from '../../../main/core/exchange/leaving.ts';
import { writeCards } from '../../../main/core/exchange/vcard-write.ts';
import { openHouse } from '../../support/open-house.ts';
import { leaving, text } from './arbitrary-people.ts';
import { card, inBase64, leavingOf, read } from './read.ts';

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
    {
      numRuns: 100,
      // A backslash before anything at all, in a version that hardly knows escapes.
      examples: [
        ['2.1', ['RELATED:\\\t\\n', 'ADR:\\a;a', 'X-UNKNOWN:C:\\dir, \\\\ and \\'], '3.0'],
      ],
    },
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
