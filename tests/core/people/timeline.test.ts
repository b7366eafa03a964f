import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

test('everything with a person is on one timeline, newest first, page by page', async () => {
  const { client, house, clock } = await openHouse();
  clock.set('2026-01-05T09:00');
  const { id } = await client.people.add({ givenName: 'Rosa', howMet: 'the flood' });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  talk(house, [id, leo], '2026-01-10', { said: 'The boiler again' });
  talk(house, [id], '2026-01-11', { reached: false });
  clock.set('2026-01-12T09:00');
  promise(house, id, 'send the quote', '2026-01-20');
  mention(house, id, 'They came at once', Date.parse('2026-01-15T23:30:00Z'), 'Praise');
  mention(house, leo, 'Not hers', Date.parse('2026-01-16T12:00:00Z'));
  house.journal.step('Wrote a note', (write) =>
    write.insert('note', {
      id: '018f0000-0000-7000-8000-000000000009',
      customer_id: id,
      body: 'Prefers mornings',
      pinned: 1,
      written_at: Date.parse('2026-01-18T08:00:00Z'),
    }),
  );

  const { total, entries } = await client.people.timeline({ id });
  expect(total).toBe(6);
  expect(entries).toMatchObject([
    { kind: 'note', text: 'Prefers mornings', pinned: true, day: '2026-01-18' },
    {
      kind: 'mention',
      text: 'Praise\nThey came at once',
      // Half past eleven in London is already tomorrow in Rome.
      day: '2026-01-16',
      state: 'new',
      sourceName: 'Town paper',
      address: 'https://paper.example/1',
      rating: { value: 2, best: 5, worst: 1 },
    },
    { kind: 'follow-up', text: 'send the quote', dueDay: '2026-01-20', state: 'open' },
    { kind: 'conversation', medium: 'counter', reached: false, withOthers: [] },
    {
      kind: 'conversation',
      text: 'The boiler again',
      reached: true,
      withOthers: [{ id: leo, name: 'Leo' }],
    },
    { kind: 'added', id, text: 'the flood', day: '2026-01-05' },
  ]);

  const page = await client.people.timeline({ id, offset: 2, limit: 2 });
  expect(page.total).toBe(6);
  expect(page.entries).toEqual(entries.slice(2, 4));
  const talks = await client.people.timeline({ id, kinds: ['conversation'] });
  expect(talks.entries).toHaveLength(2);
  await expect(
    client.people.timeline({ id: '018f0000-0000-7000-8000-000000000001' }),
  ).rejects.toMatchObject({ data: { code: 'not-found' } });
});

test('the rhythm in which you really speak is offered when it is another one', async () => {
  const { client, house } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa', circle: 'regular' });
  for (const day of ['2026-02-09', '2026-02-16', '2026-02-23']) talk(house, [id], day);
  talk(house, [id], '2026-02-24', { reached: false });
  expect(await client.people.get({ id })).toMatchObject({
    rhythmDays: 30,
    seenRhythmDays: 7,
    attempts: 1,
    lastSpokeDay: '2026-02-23',
  });
  await client.people.change({ id, changes: { rhythmDays: 7 } });
  expect((await client.people.get({ id })).seenRhythmDays).toBeNull();
});
