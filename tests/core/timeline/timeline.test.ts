import { describe, expect, test } from 'vitest';
import { all, run, transaction } from '../../../main/core/database/connection.ts';
import { ofHouse } from '../../../main/core/timeline/parts.ts';
import type { TimelineEntry, TimelineFilter } from '../../../shared/contract/contract.ts';
import { addCustomer, addCustomers } from '../../support/customers.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

/** Rosa and Leo with a little of everything between them and the house. */
async function lived() {
  const opened = await openHouse();
  const { client, house, clock } = opened;
  clock.set('2026-01-05T09:00');
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', howMet: 'the flood' });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  talk(house, [rosa, leo], '2026-01-10', { said: 'The boiler again' });
  talk(house, [rosa], '2026-01-11', { reached: false });
  clock.set('2026-01-12T09:00');
  promise(house, rosa, 'send the quote', '2026-01-20');
  const praise = mention(
    house,
    rosa,
    'They came at once',
    Date.parse('2026-01-15T23:30:00Z'),
    'Praise',
  );
  mention(house, leo, 'Not hers', Date.parse('2026-01-16T12:00:00Z'));
  mention(house, null, 'News of the town', Date.parse('2026-01-17T12:00:00Z'));
  clock.set('2026-01-18T09:00');
  await client.notes.add({ customerId: rosa, body: 'Prefers #mornings, ask @Leo', pinned: true });
  await client.notes.add({ customerId: null, body: 'Order tape' });
  return { ...opened, rosa, leo, praise };
}

const titles = (entries: readonly TimelineEntry[]) =>
  entries.map(({ kind, text }) => `${kind}: ${text.replace(/\(person:[^)]*\)/g, '()')}`);

describe('of one customer', () => {
  test('everything between you is there, newest first, each with what belongs to it', async () => {
    const { client, rosa, leo } = await lived();
    const { entries, next } = await client.timeline.list({ customerId: rosa });
    expect(next).toBeNull();
    expect(entries).toMatchObject([
      {
        kind: 'note',
        text: `Prefers #mornings, ask [@Leo](person:${leo})`,
        pinned: true,
        day: '2026-01-18',
        tags: ['mornings'],
        spokenOf: [{ id: leo, name: 'Leo' }],
      },
      {
        kind: 'mention',
        text: 'Praise\nThey came at once',
        // Half past eleven in London is already tomorrow in Rome.
        day: '2026-01-16',
        state: 'new',
        sourceName: 'Town paper',
        address: 'https://paper.example/1',
        rating: { value: 2, best: 5, worst: 1 },
        people: [{ id: rosa, name: 'Rosa' }],
      },
      {
        ...{ kind: 'follow-up', text: 'send the quote', dueDay: '2026-01-20', state: 'open' },
        followUp: { customer: { id: rosa }, snoozedUntil: null, recurrence: null, daysLate: -2 },
      },
      { kind: 'conversation', medium: 'counter', reached: false },
      {
        kind: 'conversation',
        text: 'The boiler again',
        reached: true,
        people: [
          { id: rosa, name: 'Rosa' },
          { id: leo, name: 'Leo' },
        ],
      },
      { kind: 'added', id: rosa, text: 'the flood', day: '2026-01-05' },
    ]);
    await expect(
      client.timeline.list({ customerId: '018f0000-0000-7000-8000-000000000001' }),
    ).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  test('where they were spoken of without being there is asked for apart', async () => {
    const { client, rosa, leo, house } = await lived();
    await client.conversations.log({
      customerIds: [rosa],
      spokenOf: [leo],
      medium: 'phone',
      said: 'Leo moves in may',
    });
    const { entries } = await client.timeline.list({ spokenOf: leo });
    expect(titles(entries)).toEqual([
      'conversation: Leo moves in may',
      'note: Prefers #mornings, ask [@Leo]()',
    ]);
    const twin = addCustomer(house, { givenName: 'Leonard' });
    await client.people.merge({ keep: twin, other: leo });
    const moved = (await client.timeline.list({ spokenOf: twin })).entries;
    expect(titles(moved)).toEqual([
      'conversation: Leo moves in may',
      'note: Prefers #mornings, ask [@Leonard]()',
    ]);
  });
});

describe('of the house', () => {
  test('wish 13: all past talks on one page, with what was kept and answered; not what waits, nor the news', async () => {
    const { client, house, clock, praise } = await lived();
    clock.set('2026-01-20T10:00');
    const [open] = (await client.followUps.list({})).rows;
    await client.followUps.done({ id: open?.id ?? '' });
    clock.set('2026-01-21T10:00');
    house.journal.step('Answered Rosa', (write) =>
      write.put('mention_state', {
        id: praise,
        state: 'answered',
        answer: 'Thank you, Rosa.',
        answered_at: clock.now(),
      }),
    );
    const { entries } = await client.timeline.list({});
    expect(titles(entries)).toEqual([
      'answer: Thank you, Rosa.',
      'follow-up: send the quote',
      'note: Order tape',
      'note: Prefers #mornings, ask [@Leo]()',
      'mention: Not hers',
      'mention: Praise\nThey came at once',
      'conversation: ',
      'conversation: The boiler again',
    ]);
  });

  test.each<[string, TimelineFilter, string[]]>([
    [
      'one kind',
      { kinds: ['note'] },
      ['note: Order tape', 'note: Prefers #mornings, ask [@Leo]()'],
    ],
    [
      'two kinds',
      { kinds: ['mention', 'note', 'note'], to: '2026-01-16' },
      ['mention: Not hers', 'mention: Praise\nThey came at once'],
    ],
    ['a medium', { media: ['counter'] }, ['conversation: ', 'conversation: The boiler again']],
    ['another medium', { media: ['phone', 'visit'] }, []],
    ['a kind that the medium has not', { media: ['counter'], kinds: ['note'] }, []],
    [
      'a tag, however it is written',
      { tag: 'Mornings' },
      ['note: Prefers #mornings, ask [@Leo]()'],
    ],
    ['words', { words: 'boil aga' }, ['conversation: The boiler again']],
    ['words that are signs alone', { words: '??' }, []],
    [
      'a period, with its first and last day',
      { from: '2026-01-11', to: '2026-01-16' },
      ['mention: Not hers', 'mention: Praise\nThey came at once', 'conversation: '],
    ],
    ['pinned notes', { pinned: true }, ['note: Prefers #mornings, ask [@Leo]()']],
    ['no kind at all', { kinds: [] }, []],
  ])('%s', async (_, filter, expected) => {
    const { client } = await lived();
    expect(titles((await client.timeline.list(filter)).entries)).toEqual(expected);
  });

  test('the years, the tags, and where an entry is', async () => {
    const { client, house, rosa, clock } = await lived();
    talk(house, [rosa], '2023-12-31', { said: 'Long ago #boiler', time: '23:30' });
    expect(await client.timeline.years()).toEqual({ first: 2024, last: 2026 });
    await client.notes.add({ customerId: null, body: 'Another #Boiler' });
    expect(await client.timeline.tags()).toEqual([
      { tag: 'Boiler', times: 2 },
      { tag: 'mornings', times: 1 },
    ]);
    const [first] = (await client.timeline.list({ limit: 1 })).entries;
    expect(await client.timeline.find({ id: first?.id ?? '' })).toEqual({
      at: clock.now(),
      day: '2026-01-18',
    });
    await expect(
      client.timeline.find({ id: '018f0000-0000-7000-8000-000000000001' }),
    ).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });
});

describe('a long past', () => {
  /** A year of talks, several at one moment, so that pages end between equals. */
  function fill({ house }: OpenedHouse, count: number): void {
    const [rosa] = addCustomers(house, [{ givenName: 'Rosa' }]);
    transaction(house.connection, () => {
      for (let number = 0; number < count; number += 1) {
        const id = `018f0000-0000-7000-8000-${String((number * 7919) % count).padStart(12, '0')}`;
        const at = Date.UTC(2026, 0, 1 + Math.floor(number / 5));
        run(
          house.connection,
          `INSERT INTO conversation (id, medium, happened_at, happened_day, said, written_at)
           VALUES (?, 'phone', ?, ?, ?, 1)`,
          [id, at, new Date(at).toISOString().slice(0, 10), `Talk ${number}`],
        );
        run(house.connection, 'INSERT INTO conversation_customer VALUES (?, ?, ?)', [
          id,
          id,
          rosa ?? '',
        ]);
      }
    });
  }

  test('comes page by page, every entry once and in order', async () => {
    const opened = await openHouse();
    fill(opened, 97);
    const { client } = opened;
    const whole = (await client.timeline.list({ limit: 1000 })).entries.map(({ id }) => id);
    expect(whole).toHaveLength(97);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof client.timeline.list>> = await client.timeline.list({
        after,
        limit: 7,
      });
      pages.push(...page.entries.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(pages).toEqual(whole);
  });

  test('a page that was asked for by both its ends takes in what came since, and loses nothing', async () => {
    const opened = await openHouse();
    fill(opened, 30);
    const { client, clock } = opened;
    const one = await client.timeline.list({ limit: 10 });
    const two = await client.timeline.list({ limit: 10, after: one.next });
    clock.set('2026-03-02T10:00');
    await client.notes.add({ customerId: null, body: 'New' });
    const again = await client.timeline.list({ until: one.next, limit: 1000 });
    expect(again.entries.map(({ id }) => id).slice(1)).toEqual(one.entries.map(({ id }) => id));
    expect(again.next).toBeNull();
    const middle = await client.timeline.list({ after: one.next, until: two.next, limit: 1000 });
    expect(middle.entries).toEqual(two.entries);
  });
});

test('every kind of the house is read by an index of its time', async () => {
  const { house } = await openHouse();
  const plan = (sql: string) =>
    all<{ detail: string }>(house.connection, `EXPLAIN QUERY PLAN ${sql}`).map(
      ({ detail }) => detail,
    );
  for (const [kind, { at, id, from, where }] of Object.entries(ofHouse)) {
    const conditions = [...where, `${at} <= 1`].join(' AND ');
    const steps = plan(
      `SELECT ${id} FROM ${from} WHERE ${conditions} ORDER BY ${at} DESC, ${id} DESC LIMIT 9`,
    );
    expect(steps.join('\n'), kind).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
    expect(steps[0], kind).toMatch(/USING (COVERING INDEX|INDEX|PRIMARY KEY)/);
  }
});
