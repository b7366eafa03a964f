import { expect, test } from 'vitest';
import { emptyBin } from '../../../main/core/bin/empty-bin.ts';
import { all } from '../../../main/core/database/connection.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

/** Somebody with a bit of everything, and somebody else who has to do with them. */
async function peopled({ client }: OpenedHouse) {
  const { id: otto } = await client.people.add({ givenName: 'Otto' });
  const { id: rosa } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    sentBy: otto,
    contacts: [{ kind: 'phone', value: '0201 555' }],
    facts: [{ text: 'allergic to nuts' }, { text: 'once kept bees' }],
    otherNames: [{ name: 'Rosa Bianchi' }],
    dates: [{ kind: 'birthday', month: 3, day: 4 }],
    tags: ['market'],
  });
  await client.people.change({ id: rosa, changes: { facts: [{ text: 'allergic to nuts' }] } });
  const { id: ada } = await client.people.add({
    givenName: 'Ada',
    sentBy: rosa,
    relations: [{ otherId: rosa, relation: 'aunt' }],
  });
  const log = (customerIds: string[], said: string) =>
    client.conversations.log({ customerIds, medium: 'phone', said });
  const alone = await log([rosa], 'Rosa alone');
  const both = await log([rosa, ada], 'Rosa and Ada');
  await client.notes.add({ customerId: rosa, body: 'A note about Rosa' });
  await client.followUps.add({ customerId: rosa, text: 'Ring Rosa', dueDay: '2026-03-09' });
  await client.lessons.add({ sentence: 'Ask twice', conversationIds: [alone.id, both.id] });
  await client.matters.add({ customerId: rosa, matter: { name: 'Will' } });
  await client.matters.add({
    customerId: ada,
    matter: { name: 'Fence', parties: [{ otherId: rosa }] },
  });
  await client.drafts.save({ key: `person:${rosa}:note`, text: 'half a thought about Rosa' });
  return { rosa, ada, otto, both };
}

test('what is in the bin is listed with the day on which it leaves, and comes back', async () => {
  const house = await openHouse();
  const { client, clock } = house;
  const { rosa, ada, both } = await peopled(house);
  await client.people.bin({ ids: [rosa] });
  clock.addDays(1);
  await client.conversations.bin({ id: both.id });
  const { rows, total } = await client.bin.list({});
  expect(total).toBe(2);
  expect(rows).toMatchObject([
    {
      kind: 'conversation',
      title: 'Rosa and Ada',
      of: [
        { id: ada, name: 'Ada' },
        { id: rosa, name: 'Rosa Marin' },
      ],
      leavesDay: '2026-04-02',
    },
    { kind: 'customer', id: rosa, title: 'Rosa Marin', of: [], leavesDay: '2026-04-01' },
  ]);
  expect((await client.bin.list({ kinds: ['note'] })).total).toBe(0);
  const { step } = await client.bin.restore({ entries: rows });
  expect((await client.bin.list({})).total).toBe(0);
  expect((await client.people.history({ id: rosa })).steps[0]?.label).toBe(
    'Brought 2 things back from the bin',
  );
  await client.journal.undo({ step });
  expect((await client.bin.list({})).total).toBe(2);
  await expect(client.bin.restore({ entries: [{ kind: 'note', id: rosa }] })).rejects.toMatchObject(
    { data: { code: 'not-found' } },
  );
});

test('until thirty days are over everything can be undone; then nothing of it is left anywhere', async () => {
  const opened = await openHouse();
  const { client, clock, house } = opened;
  const { rosa, ada, otto, both } = await peopled(opened);
  const before = await client.today.steps({ days: 60 });
  clock.addDays(1);
  const { step } = await client.people.bin({ ids: [rosa] });
  clock.addDays(29);
  expect(await emptyBin(house)).toBe(0);
  await client.journal.undo({ step });
  await client.people.bin({ ids: [rosa] });
  clock.addDays(30);
  expect(await emptyBin(house)).toBe(1);

  expect((await client.bin.list({})).total).toBe(0);
  await expect(client.people.get({ id: rosa })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
  await expect(client.journal.undo({ step })).rejects.toMatchObject({ code: 'REFUSED' });
  const words = all<{ name: string }>(
    house.connection,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'
       AND name NOT LIKE 'search_index%'`,
  ).flatMap(({ name }) =>
    all<Record<string, unknown>>(house.connection, `SELECT * FROM "${name}"`).map(
      (row) => `${name} ${JSON.stringify(row)}`,
    ),
  );
  const left = words.filter((row) =>
    /0201 555|allergic|bees|Bianchi|Rosa alone|Ring Rosa|about Rosa|“Will”/.test(row),
  );
  expect(left).toEqual([]);
  expect(words.filter((row) => row.includes(rosa) && !row.startsWith('journal_'))).toEqual([]);
  expect(all(house.connection, 'PRAGMA foreign_key_check')).toEqual([]);

  // Who stays keeps what is theirs, and the name where they named her.
  expect(await client.people.get({ id: ada })).toMatchObject({
    sentBy: null,
    relations: [{ name: 'Rosa Marin', otherId: null, relation: 'aunt' }],
  });
  expect((await client.conversations.get({ id: both.id })).customers).toMatchObject([{ id: ada }]);
  expect((await client.matters.list({ customerId: ada })).own[0]?.parties).toMatchObject([
    { name: 'Rosa Marin', otherId: null },
  ]);
  expect((await client.lessons.list())[0]?.voices).toHaveLength(1);
  expect((await client.people.referrals({ id: otto })).sent).toEqual([]);

  // A step that was taken is still a step, without saying with whom.
  clock.set('2026-03-02T20:00');
  const after = await client.today.steps({ days: 60 });
  expect([after.lit, after.counted]).toEqual([before.lit, before.counted]);
  expect(after.days.map(({ steps }) => steps)).toEqual(before.days.map(({ steps }) => steps));
});

test('the bin empties itself at the start, and when a day has turned', async () => {
  const first = await openHouse();
  const { id } = await first.client.notes.add({ customerId: null, body: 'Buy stamps' });
  await first.client.notes.bin({ id });
  first.clock.addDays(31);
  const again = await first.reopen();
  await expect.poll(async () => (await again.client.bin.list({})).total).toBe(0);

  const other = await again.client.notes.add({ customerId: null, body: 'Buy string' });
  await again.client.notes.bin({ id: other.id });
  again.clock.addDays(30);
  again.house.bell.ring({ type: 'day-turned', day: again.clock.today() });
  await expect.poll(async () => (await again.client.bin.list({})).total).toBe(0);
});

test('something can be let go for good at once; what is not in the bin stays', async () => {
  const house = await openHouse();
  const { rosa, ada } = await peopled(house);
  await house.client.people.bin({ ids: [rosa] });
  const entries = [
    { kind: 'customer' as const, id: rosa },
    { kind: 'customer' as const, id: ada },
  ];
  expect(await house.client.bin.letGo({ entries })).toEqual({ gone: 1 });
  expect((await house.client.people.list({})).rows.map(({ name }) => name)).toEqual([
    'Ada',
    'Otto',
  ]);
  await expect(house.client.bin.restore({ entries })).rejects.toThrow('not in the bin any more');
});
