import { describe, expect, test } from 'vitest';
import { run } from '../../../main/core/database/connection.ts';
import { rebuildDerived } from '../../../main/core/search/rebuild.ts';
import { forWriting, linksIn } from '../../../shared/note-words.ts';
import { addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';

async function town() {
  const opened = await openHouse();
  const [rosa = '', leo = '', marco = '', other = ''] = addCustomers(opened.house, [
    { givenName: 'Rosa', familyName: 'Bianchi' },
    { givenName: 'Leo', familyName: 'Kamau' },
    { givenName: 'Marco', familyName: 'Bianchi' },
    { givenName: 'Marco', familyName: 'Bianchi' },
  ]);
  const { client } = opened;
  const bodyOf = async () => (await client.timeline.list({ kinds: ['note'] })).entries[0]?.text;
  return { ...opened, rosa, leo, marco, other, bodyOf };
}

describe('@ links a customer', () => {
  test('by the whole name or the one they are called by, when one alone bears it', async () => {
    const { client, rosa, leo, bodyOf } = await town();
    await client.notes.add({
      customerId: rosa,
      body: 'Ask @leo, @Marco Bianchi and ask@leo.example; @nobody, `@`',
    });
    expect(await bodyOf()).toBe(
      `Ask [@Leo Kamau](person:${leo}), @Marco Bianchi and ask@leo.example; @nobody, \`@\``,
    );
  });

  test('of two with one name the one who was chosen', async () => {
    const { client, rosa, marco, other, bodyOf } = await town();
    const people = [
      { id: other, name: 'Marco Bianchi' },
      { id: marco, name: 'Marco Bianchi' },
    ];
    const body = '@Marco Bianchi is not @Marco Bianchi';
    await client.notes.add({ customerId: rosa, body, people });
    expect(await bodyOf()).toBe(
      `[@Marco Bianchi](person:${other}) is not [@Marco Bianchi](person:${marco})`,
    );
  });

  test.each([
    'R. (Bob) [x] $& \\1 O’Neil',
    'a|b^c?+{2}*',
    '*Star* _x_ `y`',
    '<b>Bo</b>',
    'Anne-Marie',
    'Ann @Leo Kamau',
    'שרה כהן',
    'محمد علي',
    '山田太郎',
    '🦊 Fox',
    '👩🏽‍🍳',
    `${'x'.repeat(200)} ${'y'.repeat(199)}`,
  ])('whatever they are called, as it is written, read, changed and found: %s', async (name) => {
    const { client, rosa, leo, bodyOf } = await town();
    const [givenName = '', ...family] = name.length > 200 ? name.split(' ') : [name];
    const { id } = await client.people.add({ givenName, familyName: family.join(' ') });
    const written = { body: `**Ask** @${name}, @Leo: 今日@${name}と#rye`, people: [{ id, name }] };
    const { id: note } = await client.notes.add({ customerId: rosa, ...written });
    const body = (await bodyOf()) ?? '';
    expect(linksIn(body)).toEqual([
      { id, name },
      { id: leo, name: 'Leo Kamau' },
      { id, name },
    ]);
    const { text, people } = forWriting(body);
    expect(text).toBe(written.body.replace('@Leo:', '@Leo Kamau:'));
    await client.notes.change({ id: note, body: `${text} and more`, people });
    expect(await bodyOf()).toBe(`${body} and more`);
    const { hits } = await client.search.find({ words: 'ask more' });
    expect(hits[0]).toMatchObject({ kind: 'note', excerpt: expect.not.stringContaining(id) });
    const understood = await client.conversations.understand({ line: `Rang ${name} about rye` });
    expect(understood.said).toContain(name);
  });

  test('follows a new name and a merge, and keeps the old name of whoever is gone', async () => {
    const { client, house, rosa, leo, marco, bodyOf } = await town();
    await client.notes.add({ customerId: rosa, body: 'Ask @Leo about the van' });
    await client.people.change({ id: leo, changes: { givenName: 'Leonard' } });
    expect(await bodyOf()).toBe(`Ask [@Leonard Kamau](person:${leo}) about the van`);
    const found = async (words: string) => (await client.search.find({ words })).hits;
    expect((await found('leonard van')).map(({ kind }) => kind)).toContain('note');
    expect((await found('van'))[0]?.excerpt).not.toContain('person');

    const { step } = await client.people.merge({ keep: marco, other: leo });
    expect(await bodyOf()).toBe(`Ask [@Marco Bianchi](person:${marco}) about the van`);
    await client.journal.undo({ step });
    house.journal.step('Gone', (write) => write.remove('customer', leo));
    expect(await bodyOf()).toBe('Ask @Leo Kamau about the van');
  });

  test('is changed with the note, undone with it, and made anew from the words alone', async () => {
    const { client, house, rosa, leo } = await town();
    const spokenOf = async () => (await client.timeline.list({ spokenOf: leo })).entries.length;
    const { id } = await client.notes.add({ customerId: rosa, body: 'Ask @Leo' });
    expect(await spokenOf()).toBe(1);
    const { step } = await client.notes.change({ id, body: 'Ask nobody' });
    expect(await spokenOf()).toBe(0);
    await client.journal.undo({ step });
    run(house.connection, 'DELETE FROM note_link');
    rebuildDerived(house.connection);
    expect(await spokenOf()).toBe(1);
    await client.notes.bin({ id });
    expect(await spokenOf()).toBe(0);
  });
});

describe('# is a tag', () => {
  test('of the note, and of the person only when somebody says so', async () => {
    const { client, rosa } = await town();
    const { step } = await client.notes.add({
      customerId: rosa,
      body: 'Likes #velvet and #Velvet',
      tagPerson: [],
    });
    const tagsOfRosa = async () => (await client.people.get({ id: rosa })).tags;
    expect(await tagsOfRosa()).toEqual([]);
    await client.journal.undo({ step });
    const second = await client.notes.add({
      customerId: rosa,
      body: 'Likes #velvet',
      tagPerson: ['velvet'],
    });
    expect(await tagsOfRosa()).toEqual(['velvet']);
    expect((await client.timeline.list({ tag: 'VELVET' })).entries).toHaveLength(1);
    await client.journal.undo({ step: second.step });
    expect(await tagsOfRosa()).toEqual([]);
    expect(await client.timeline.tags()).toEqual([]);
  });

  test('stands in conversations too', async () => {
    const { client, rosa } = await town();
    const { id } = await client.conversations.log({
      customerIds: [rosa],
      medium: 'counter',
      said: 'Order #12 for the #wedding',
    });
    expect((await client.timeline.list({})).entries[0]?.tags).toEqual(['wedding']);
    await client.conversations.bin({ id });
    expect(await client.timeline.tags()).toEqual([]);
  });
});

test('what leaves the house has names and no ids', async () => {
  const { client, rosa, leo } = await town();
  await client.notes.add({ customerId: rosa, body: '**Ask** @Leo' });
  const { content } = await client.exchange.exportPeople({ format: 'vcard', ids: [rosa] });
  expect(content).toContain('**Ask** @Leo Kamau');
  expect(content).not.toContain(leo);
});
