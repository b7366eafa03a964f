import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { keptCells } from '../../../main/core/exchange/csv-kept.ts';
import { writeTable } from '../../../main/core/exchange/csv-write.ts';
import type { Leaving } from '../../../main/core/exchange/leaving.ts';
import { writeCards } from '../../../main/core/exchange/vcard-write.ts';
import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import { openHouse } from '../../support/open-house.ts';
import { inTableOrder, leavingOf, read } from './read.ts';

/** A file in the shape in which another program writes it (tests/fixtures/people). */
const pathOf = (fileName: string) => join(import.meta.dirname, '../../fixtures/people', fileName);
const file = (fileName: string) => ({
  fileName,
  content: readFileSync(pathOf(fileName), 'base64'),
});

const nobody = expect.stringContaining('no name');
const contact = (kind: string, value: string, label = '') => ({ kind, value, label });

interface Shape {
  names: string[];
  problems: number[];
  /** Who is looked at closely, and what is known of them. */
  who: string;
  known: Partial<Record<keyof CustomerFormInput, unknown>>;
}

/** Files as the address books of Google, Outlook and Apple write them, and what comes of them. */
const shapes: Record<string, Shape> = {
  'google.csv': {
    names: ['Forno Blu', 'only.a.mail@example.org', 'Rosa Maria Marin', '美 山田'],
    problems: [4],
    who: 'Rosa Maria Marin',
    known: {
      nickname: 'Rosie',
      saidAs: 'ROH-sa',
      company: 'Panificio',
      role: 'Baker',
      contacts: [
        contact('email', 'rosa@example.org', 'work'),
        contact('email', 'shop@example.org', 'the shop'),
        contact('phone', '+39 347 1234567', 'mobile'),
        contact('phone', '+39 347 7654321', 'mobile'),
        contact('phone', '+39 055 9', 'work fax'),
        contact('website', 'https://panificio.example', 'work'),
        contact('address', 'Via Roma 1, 50100 Firenze, Italy', 'home'),
      ],
      dates: [
        { kind: 'birthday', year: null, month: 4, day: 15 },
        { kind: 'anniversary', year: 1990, month: 6, day: 2 },
      ],
      relations: [
        { name: 'Leo', relation: 'spouse' },
        { name: 'Ada', relation: 'child' },
        { name: 'Bo', relation: 'child' },
      ],
      facts: [{ text: 'Bread: rye' }, { text: 'Title: Dr.' }],
      tags: ['Bakers'],
    },
  },
  'google.vcf': {
    names: ['only.a.mail@example.org', 'Rosa Maria Marin'],
    problems: [3],
    who: 'Rosa Maria Marin',
    known: {
      nickname: 'Rosie',
      saidAs: 'ROH-sa',
      company: 'Panificio',
      dates: [
        { kind: 'birthday', year: null, month: 4, day: 15 },
        { kind: 'anniversary', year: 1990, month: 6, day: 2 },
      ],
      relations: [{ name: 'Leo', relation: 'spouse' }],
      tags: ['Bakers'],
    },
  },
  'outlook.csv': {
    names: ['Forno Blu', 'Jürgen Müller', 'Rosa Marin'],
    problems: [3],
    who: 'Rosa Marin',
    known: {
      company: 'Panificio',
      role: 'Baker',
      works: [{ company: '', role: 'confectioner' }],
      howMet: 'Sent by Ugo',
      contacts: [
        contact('phone', '055 33', 'assistant'),
        contact('phone', '055 9', 'work fax'),
        contact('phone', '055 1234567', 'work'),
        contact('phone', '055 100', 'main'),
        contact('phone', '347 1234567', 'mobile'),
        contact('email', 'rosa@example.org'),
        contact('website', 'https://panificio.example'),
        contact('address', 'Via Roma 1, Firenze, 50100, Italy', 'work'),
        contact('address', 'Via Blu 2, Prato', 'home'),
      ],
      dates: [
        { kind: 'anniversary', year: 1990, month: 6, day: 22 },
        { kind: 'birthday', year: 1961, month: 4, day: 15 },
      ],
      relations: [
        { name: 'Ugo Neri', relation: 'assistant' },
        { name: 'Ada', relation: 'child' },
        { name: 'Bo', relation: 'child' },
        { name: 'Ida Verdi', relation: 'manager' },
        { name: 'Leo', relation: 'spouse' },
      ],
      facts: [{ text: 'Hobby: sailing' }, { text: 'Title: Mrs' }],
      tags: ['Bakers', 'Market'],
    },
  },
  'outlook.vcf': {
    names: ['Jürgen Müller'],
    problems: [],
    who: 'Jürgen Müller',
    known: {
      company: 'Forno Blu',
      dates: [
        { kind: 'birthday', year: 1972, month: 2, day: 29 },
        { kind: 'anniversary', year: 1990, month: 6, day: 2 },
      ],
      relations: [
        { name: 'Anna', relation: 'spouse' },
        { name: 'Ada', relation: 'child' },
        { name: 'Ida Verdi', relation: 'manager' },
      ],
      facts: [{ text: 'Title: Dr.' }],
    },
  },
  'apple.vcf': {
    names: ['Forno Blu', 'Rosa Maria Marin', '山田美'],
    problems: [3],
    who: 'Rosa Maria Marin',
    known: {
      nickname: 'Rosie',
      pronouns: 'she/her',
      saidAs: 'ROH-sa',
      otherNames: [{ name: 'Verdi', label: 'maiden name' }],
      dates: [
        { kind: 'birthday', year: null, month: 4, day: 15 },
        { kind: 'anniversary', year: 1990, month: 6, day: 2 },
        { kind: 'other', label: 'opened the bakery', year: 2001, month: 9, day: 1 },
      ],
      relations: [
        { name: 'Leo', relation: 'spouse' },
        { name: 'Ida Verdi', relation: 'godmother' },
      ],
      facts: [{ text: 'Title: Dr.' }],
      tags: ['Bakers'],
    },
  },
};

test.each(Object.entries(shapes))(
  'wish 7: %s comes in whole with a sentence for each row that cannot, repeats nobody, is undone whole',
  async (fileName, { names, problems, who, known }) => {
    const { client, house } = await openHouse();
    await client.settings.save({ country: 'US' });
    const bring = (already: 'skip' | 'update' | 'add') =>
      client.exchange.importPeople({ ...file(fileName), already });
    const result = await bring('skip');
    expect(result).toMatchObject({ added: names.length, updated: 0, skipped: 0, remarks: [] });
    expect(result.problems).toEqual(problems.map((row) => ({ row, sentence: nobody })));
    const { rows } = await client.people.list({});
    expect(rows.map(({ name }) => name)).toEqual(names);
    const closely = rows.find(({ name }) => name === who)?.id ?? '';
    expect(await client.people.get({ id: closely })).toMatchObject(known);
    await client.journal.undo({});
    for (const table of [
      'customer',
      'customer_contact',
      'customer_date',
      'customer_card',
      'note',
    ]) {
      expect(all(house.connection, `SELECT id FROM ${table}`)).toEqual([]);
    }

    // Somebody who is there already is skipped, given what was not known, or added beside.
    const [, given = '', family = ''] = /^(.+) (\S+)$/.exec(who) ?? [];
    const { id } = await client.people.add({
      ...{ givenName: given, familyName: family, pronouns: 'they/them' },
    });
    expect(await bring('skip')).toMatchObject({ added: names.length - 1, updated: 0, skipped: 1 });
    expect((await client.people.get({ id })).relations).toEqual([]);
    expect(await bring('update')).toMatchObject({ added: 0, updated: 1 });
    expect(await client.people.get({ id })).toMatchObject({ ...known, pronouns: 'they/them' });
    expect(await bring('update')).toMatchObject({ added: 0, updated: 0, skipped: names.length });
    expect(await bring('add')).toMatchObject({ added: names.length });
  },
);

test.each(Object.keys(shapes))('wish 7: people of %s leave and come back ungarbled', (fileName) => {
  const whole = (content: string | Uint8Array) =>
    read(content, 'US').filter(({ problem }) => problem === null);
  const people = whole(readFileSync(pathOf(fileName)));
  const leaves = people.map(({ form, card, note }, index): Leaving => {
    const { photo, uids, lines } = card;
    const id = `018f0000-0000-7000-8000-00000000000${index}`;
    return {
      ...leavingOf(form, id),
      ...{ notes: note ? [note] : [], lines, photo: photo && (() => photo) },
      uids: uids.length > 0 ? uids : [id],
    };
  });
  for (const version of ['3.0', '4.0'] as const) {
    const back = whole(writeCards(leaves, version));
    expect(back.map(({ form, note }) => [form, note])).toEqual(
      people.map(({ form, note }) => [form, note]),
    );
    expect(back.map(({ card }) => [card.lines, card.photo])).toEqual(
      people.map(({ card }) => [card.lines, card.photo]),
    );
  }
  const back = whole(writeTable(leaves));
  expect(back.map(({ form, note }) => [form, note])).toEqual(
    people.map(({ form, note }) => [inTableOrder(form), note]),
  );
  expect(back.map(({ card }) => [...keptCells(card.lines)])).toEqual(
    people.map(({ card }) => [...keptCells(card.lines)]),
  );
});
