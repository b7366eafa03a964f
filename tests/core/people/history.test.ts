import { expect, test } from 'vitest';
import type { Client } from '../../../shared/contract/contract.ts';
import { openHouse } from '../../support/open-house.ts';

const historyOf = async (client: Client, id: string) => (await client.people.history({ id })).steps;

test('each change says what was before and what is after', async () => {
  const { client } = await openHouse();
  const { id: ada } = await client.people.add({ givenName: 'Ada' });
  const { id } = await client.people.add({
    givenName: 'Rosa',
    contacts: [{ kind: 'phone', label: 'shop', value: '0201 555' }],
  });
  const { contacts } = await client.people.get({ id });
  await client.people.change({
    id,
    changes: {
      givenName: 'Rosie',
      circle: 'inner',
      rhythmDays: 10,
      sentBy: ada,
      contacts: [{ ...contacts[0], kind: 'phone', label: 'shop', value: '0201 556' }],
      dates: [{ kind: 'birthday', month: 2, day: 29, year: null }],
      tags: ['market'],
    },
  });
  await client.people.change({ id, changes: { tags: [], relations: [{ name: 'Béla' }] } });
  const [last, changed, added] = await historyOf(client, id);
  expect(last?.changes).toEqual([
    { what: 'Family and friends', before: null, after: 'Béla' },
    { what: 'Tag', before: 'market', after: null },
  ]);
  expect(changed).toMatchObject({ label: 'Changed Rosie', people: 1, undone: false, more: 0 });
  expect(changed?.changes).toEqual(
    expect.arrayContaining([
      { what: 'First name', before: 'Rosa', after: 'Rosie' },
      { what: 'Circle', before: 'Regular', after: 'Inner circle' },
      { what: 'Rhythm of their own', before: null, after: 'every 10 days' },
      { what: 'Sent by', before: null, after: 'Ada' },
      { what: 'Phone, shop', before: '0201 555', after: '0201 556' },
      { what: 'Birthday', before: null, after: '29 February, told 3 days before' },
      { what: 'Tag', before: null, after: 'market' },
    ]),
  );
  expect(changed?.changes).toHaveLength(7);
  expect(added?.changes).toEqual([
    { what: 'Phone, shop', before: null, after: '0201 555' },
    { what: 'First name', before: null, after: 'Rosa' },
  ]);
});

test('what becomes of a conversation, a note or a follow-up is in the history of whose it is', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const { id: ada } = await client.people.add({ givenName: 'Ada' });
  const { id: bo } = await client.people.add({ givenName: 'Bo' });
  const talk = await client.conversations.log({
    customerIds: [rosa, ada],
    medium: 'phone',
    said: 'The knee',
  });
  await client.conversations.change({ id: talk.id, said: 'The knee is better' });
  await client.conversations.change({ id: talk.id, customerIds: [rosa, bo] });
  await client.conversations.bin({ id: talk.id });
  const note = await client.notes.add({ customerId: rosa, body: 'Likes rye' });
  await client.notes.bin({ id: note.id });
  const promise = await client.followUps.add({
    customerId: rosa,
    text: 'Send the quote',
    dueDay: '2026-03-06',
  });
  await client.followUps.change({ id: promise.id, customerId: ada });

  expect((await historyOf(client, rosa)).map(({ label, changes }) => [label, changes])).toEqual([
    [
      'Changed “Send the quote” for Rosa',
      [{ what: 'Follow-up', before: 'Send the quote, by Friday 6 March 2026', after: null }],
    ],
    ['Added the follow-up “Send the quote” for Rosa', [expect.objectContaining({ before: null })]],
    ['Binned a note about Rosa', [{ what: 'Note', before: 'Likes rye', after: null }]],
    ['Wrote a note about Rosa', [{ what: 'Note', before: null, after: 'Likes rye' }]],
    [
      'Binned a conversation with Rosa and Bo',
      [
        {
          what: 'Conversation',
          before: 'Monday 2 March 2026, phone call: The knee is better',
          after: null,
        },
      ],
    ],
    [
      'Changed a conversation with Rosa and Ada',
      [
        { what: 'Took part', before: 'Ada', after: null },
        { what: 'Took part', before: null, after: 'Bo' },
      ],
    ],
    [
      'Changed a conversation with Rosa and Ada',
      [
        {
          what: 'Conversation',
          before: 'Monday 2 March 2026, phone call: The knee',
          after: 'Monday 2 March 2026, phone call: The knee is better',
        },
      ],
    ],
    [
      'Logged a conversation with Rosa and Ada',
      [
        {
          what: 'Conversation',
          before: null,
          after: 'Monday 2 March 2026, phone call: The knee',
        },
        { what: 'Took part', before: null, after: 'Ada' },
      ],
    ],
    ['Added Rosa', [expect.anything()]],
  ]);
  const [, left] = await historyOf(client, ada);
  expect(left?.changes).toEqual([
    {
      what: 'Conversation',
      before: 'Monday 2 March 2026, phone call: The knee is better',
      after: null,
    },
  ]);
  expect((await historyOf(client, bo)).map(({ label }) => label)).toContain(
    'Binned a conversation with Rosa and Bo',
  );
});

test('family is in the history of both', async () => {
  const { client } = await openHouse();
  const { id: mia } = await client.people.add({ givenName: 'Mia' });
  const { id: rosa } = await client.people.add({
    givenName: 'Rosa',
    relations: [{ otherId: mia, relation: 'daughter' }],
  });
  await client.people.change({ id: rosa, changes: { relations: [] } });
  const [removed] = await historyOf(client, mia);
  expect(removed?.changes).toEqual([
    { what: 'Family and friends', before: 'Rosa, parent', after: null },
  ]);
});

test('a step back takes back that very change, whatever else was changed since', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    facts: [{ text: 'likes rye' }],
  });
  await client.people.change({ id, changes: { givenName: 'Rosalia' } });
  await client.people.change({ id, changes: { familyName: 'Marin' } });
  const { facts } = await client.people.get({ id });
  await client.people.change({ id, changes: { facts: [...facts, { text: 'has a dog' }] } });
  const both = await client.people.get({ id });
  await client.people.change({ id, changes: { facts: both.facts.slice(1) } });

  const steps = await historyOf(client, id);
  const [, dog, , renamed] = steps;
  await client.people.stepBack({ id, step: renamed?.step ?? '' });
  expect((await client.people.get({ id })).name).toBe('Rosa Marin');
  await client.people.stepBack({ id, step: dog?.step ?? '' });
  expect((await client.people.get({ id })).facts).toEqual([]);
});

test('what later changes stand on is kept, and the later change is named', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const { step } = await client.people.change({ id, changes: { nickname: 'Rosie' } });
  await client.people.change({ id, changes: { nickname: 'Ro', familyName: 'Marin' } });
  await expect(client.people.stepBack({ id, step })).rejects.toMatchObject({
    data: { code: 'conflict' },
    message: expect.stringContaining('“Changed Rosa Marin” came later'),
  });
  const named = await client.people.add({ company: 'Acme' });
  const person = await client.people.change({ id: named.id, changes: { givenName: 'Ada' } });
  await client.people.change({ id: named.id, changes: { company: '' } });
  await expect(client.people.stepBack({ id: named.id, step: person.step })).rejects.toThrow(
    'without any name',
  );
});

test('what was done to many alike is taken back for one, and then for the others', async () => {
  const { client } = await openHouse();
  const ids: string[] = [];
  for (const givenName of ['Rosa', 'Ada', 'Bo']) {
    ids.push((await client.people.add({ givenName })).id);
  }
  const [rosa = '', ada = ''] = ids;
  const tagged = await client.people.changeAll({ ids, addTag: 'music', circle: 'inner' });
  const tagsOf = async (id: string) => (await client.people.get({ id })).tags;

  const back = await client.people.stepBack({ id: rosa, step: tagged.step });
  expect([await tagsOf(rosa), await tagsOf(ada)]).toEqual([[], ['music']]);
  const [undone, first] = await historyOf(client, rosa);
  expect(undone).toMatchObject({ people: 1, undone: false });
  expect(first).toMatchObject({ step: tagged.step, people: 3, apart: true, undone: true });
  expect((await historyOf(client, ada))[0]).toMatchObject({ undone: false });

  await client.journal.undo({ step: tagged.step });
  expect([await tagsOf(rosa), await tagsOf(ada)]).toEqual([[], []]);
  await client.journal.undo({ step: back.step });
  expect([await tagsOf(rosa), await tagsOf(ada)]).toEqual([['music'], []]);
});

test('nobody has no history', async () => {
  const { client } = await openHouse();
  await expect(
    client.people.history({ id: '018f0000-0000-7000-8000-000000000001' }),
  ).rejects.toMatchObject({ data: { code: 'not-found' } });
});
