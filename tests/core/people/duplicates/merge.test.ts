import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../../main/core/journal/new-id.ts';
import { rebuildDerived } from '../../../../main/core/search/rebuild.ts';
import type { MergeField } from '../../../../shared/contract/contract.ts';
import { mergeChoice, mergeField } from '../../../../shared/contract/duplicates.ts';
import { openHouse } from '../../../support/open-house.ts';
import { mention, promise, talk } from '../../../support/stored-rows.ts';
import { allTexts, everything } from './tables.ts';

test('two become one: what was said and known is with the one who stays, the other in the bin', async () => {
  const { client, house, clock } = await openHouse();
  await client.settings.save({ country: 'GB' });
  const leo = await client.people.add({ givenName: 'Leo' });
  clock.set('2025-01-05T09:00');
  const other = await client.people.add({
    givenName: 'Bob',
    familyName: 'Hale',
    pronouns: 'he/him',
    howMet: 'At the market',
    sentBy: leo.id,
    contacts: [
      { kind: 'phone', value: '+44 1632 960114' },
      { kind: 'email', value: 'bob@hale.example' },
    ],
    dates: [{ kind: 'birthday', month: 4, day: 9, year: 1961 }],
    facts: [{ text: 'Two sugars' }, { text: 'Allergic to nuts' }],
    tags: ['trade', 'music'],
    relations: [{ name: 'Ann', relation: 'wife' }],
  });
  clock.set('2026-03-02T08:00');
  const keep = await client.people.add({
    givenName: 'Robert',
    familyName: 'Hale',
    howMet: 'Through the choir',
    contacts: [{ kind: 'phone', value: '01632 960114' }],
    dates: [{ kind: 'birthday', month: 4, day: 9 }],
    facts: [{ text: 'two sugars' }],
    tags: ['music'],
  });
  const sent = await client.people.add({ givenName: 'Ines', sentBy: other.id });
  const son = await client.people.add({
    givenName: 'Tom',
    relations: [{ otherId: other.id, relation: 'father' }],
  });
  talk(house, [other.id], '2026-02-01', { said: 'The gate squeaks' });
  talk(house, [keep.id, other.id], '2026-02-10', { said: 'Both at the counter' });
  promise(house, other.id, 'Oil the gate', '2026-03-03');
  await client.notes.add({ customerId: other.id, body: 'Never on a Thursday' });
  const voice = mention(house, other.id, 'Best bread in town', 1);
  const seen = mention(house, null, 'Good rolls', 2);
  house.connection
    .prepare("UPDATE mention SET likely_customer_id = ?, likely_why = 'x' WHERE id = ?")
    .run(other.id, seen);
  await client.mentions.link({ id: voice, customerId: other.id, remember: false });

  await client.people.merge({ keep: keep.id, other: other.id, fields: { givenName: 'other' } });

  const one = await client.people.get({ id: keep.id });
  expect(one).toMatchObject({
    name: 'Bob Hale',
    pronouns: 'he/him',
    howMet: 'Through the choir\nAt the market',
    sentBy: { name: 'Leo' },
    tags: ['music', 'trade'],
    addedDay: '2025-01-05',
    lastSpokeDay: '2026-02-10',
    nextFollowUpDay: '2026-03-03',
  });
  expect(one.contacts.map(({ value }) => value)).toEqual(['01632 960114', 'bob@hale.example']);
  expect(one.dates).toMatchObject([{ kind: 'birthday', month: 4, day: 9, year: 1961 }]);
  expect(one.facts.map(({ text }) => text)).toEqual(['two sugars', 'Allergic to nuts']);
  expect(one.relations).toMatchObject([
    { name: 'Ann', relation: 'wife', fromOther: false },
    { otherId: son.id, relation: 'child', fromOther: true },
  ]);
  expect((await client.people.get({ id: sent.id })).sentBy).toEqual({
    id: keep.id,
    name: 'Bob Hale',
  });
  const { entries } = await client.people.timeline({ id: keep.id });
  const texts = entries.map(({ text }) => text);
  for (const text of [
    'The gate squeaks',
    'Both at the counter',
    'Oil the gate',
    'Never on a Thursday',
    'Best bread in town',
  ]) {
    expect(texts.filter((each) => each.includes(text))).toHaveLength(1);
  }
  expect(entries.flatMap(({ withOthers }) => withOthers)).toEqual([]);
  const likely = house.connection
    .prepare('SELECT likely_customer_id FROM mention WHERE id = ?')
    .pluck();
  expect(likely.get(seen)).toBe(keep.id);

  const gone = await client.people.get({ id: other.id });
  expect(gone.binnedAt).not.toBeNull();
  expect(gone.mergedInto).toEqual({ id: keep.id, name: 'Bob Hale' });
  const history = await client.journal.history({ customerId: keep.id, limit: 1 });
  expect(history[0]?.label).toBe('Merged Bob Hale into Bob Hale');
});

test('one person twice, somebody in the bin, and a merge without a name are refused in words', async () => {
  const { client } = await openHouse();
  const one = await client.people.add({ givenName: 'Ada' });
  const other = await client.people.add({ company: 'Ada Ltd' });
  const refused = { code: 'REFUSED' };
  await expect(client.people.merge({ keep: one.id, other: one.id })).rejects.toMatchObject(refused);
  await expect(
    client.people.merge({
      keep: one.id,
      other: other.id,
      fields: { givenName: 'other', company: 'keep' },
    }),
  ).rejects.toMatchObject({ ...refused, data: { field: 'givenName' } });
  await client.people.bin({ ids: [other.id] });
  await expect(client.people.merge({ keep: one.id, other: other.id })).rejects.toMatchObject(
    refused,
  );
});

test('a voice said not to be the one is theirs once the other, whose it was, is one with them', async () => {
  const { client, house } = await openHouse();
  const keep = await client.people.add({ givenName: 'Rosa', familyName: 'Marin' });
  const other = await client.people.add({ givenName: 'Rosa', familyName: 'Marin' });
  const voice = mention(house, null, 'Best bread in town', 1);
  await client.mentions.unlink({ id: voice, customerId: keep.id });
  await client.mentions.link({ id: voice, customerId: other.id, remember: false });
  await client.people.merge({ keep: keep.id, other: other.id });
  const { entries } = await client.people.timeline({ id: keep.id, kinds: ['mention'] });
  expect(entries).toHaveLength(1);
  expect(
    house.connection
      .prepare('SELECT count(*) FROM mention_not WHERE customer_id = ?')
      .pluck()
      .get(keep.id),
  ).toBe(0);
});

test('whoever the other was not, the one who stays is not either', async () => {
  const { client } = await openHouse();
  const add = () => client.people.add({ givenName: 'Ada', familyName: 'Pike' });
  const [keep, other, third] = [await add(), await add(), await add()];
  await client.people.notTheSame({ one: other.id, other: third.id });
  await client.people.merge({ keep: keep.id, other: other.id });
  expect((await client.people.duplicates({})).total).toBe(0);
});

test('somebody of the sample town who is one with a real person stays when the town goes', async () => {
  const { client } = await openHouse();
  await client.sample.load();
  const [towns] = (await client.people.list({ limit: 1 })).rows;
  const real = await client.people.add({ givenName: 'Ada', facts: [{ text: 'Two sugars' }] });
  const talked = await client.notes.add({ customerId: real.id, body: 'Real words' });
  await client.people.merge({ keep: towns?.id ?? '', other: real.id });
  await client.sample.remove();
  const { entries } = await client.people.timeline({ id: towns?.id ?? '', kinds: ['note'] });
  expect(entries.map(({ id }) => id)).toContain(talked.id);
});

/** What one of the two brings along; small sets, so that both often have the same. */
const somebody = fc.record({
  givenName: fc.constantFrom('Rosa', 'Rosie', ''),
  familyName: fc.constantFrom('Marin', ''),
  company: fc.constant('Marin & Sons'),
  howMet: fc.constantFrom('', 'At the market', 'Through the choir'),
  tags: fc.uniqueArray(fc.constantFrom('trade', 'music', 'church'), { maxLength: 3 }),
  facts: fc.array(fc.record({ text: fc.constantFrom('Two sugars', 'two sugars', 'Has a dog') }), {
    maxLength: 3,
  }),
  contacts: fc.array(
    fc.constantFrom(
      { kind: 'phone' as const, value: '01632 960114' },
      { kind: 'phone' as const, value: '+44 1632 960114' },
      { kind: 'email' as const, value: 'rosa@shop.example' },
      { kind: 'handle' as const, network: 'mastodon', value: 'rosa@town.example' },
    ),
    { maxLength: 3 },
  ),
  dates: fc.array(
    fc.constantFrom(
      { kind: 'birthday' as const, month: 4, day: 9, year: 1961 },
      { kind: 'birthday' as const, month: 4, day: 9 },
      { kind: 'birthday' as const, month: 5, day: 1 },
      { kind: 'other' as const, label: 'Opened the shop', month: 6, day: 1 },
    ),
    { maxLength: 3 },
  ),
  relation: fc.constantFrom('none', 'third', 'each other', 'named'),
  notes: fc.array(fc.constantFrom('Never on a Thursday', 'Likes rye'), { maxLength: 2 }),
});

const between = fc.record({
  one: somebody,
  other: somebody,
  together: fc.boolean(),
  thirdNames: fc.constantFrom('none', 'one', 'other', 'both'),
  linked: fc.constantFrom('one', 'other', 'neither'),
  not: fc.constantFrom('one', 'other', 'both', 'neither'),
  likely: fc.boolean(),
  picked: fc.constantFrom('same day', 'other day'),
  sentBy: fc.constantFrom('other by one', 'one by other', 'third by other', 'nobody'),
  fields: fc.dictionary(
    fc.constantFrom(...mergeField.options),
    fc.constantFrom(...mergeChoice.options),
    { noNullPrototype: true },
  ) as fc.Arbitrary<Partial<Record<MergeField, 'keep' | 'other' | 'both'>>>,
});

test('nothing that was said is lost in a merge, and undoing it leaves everything as it was', {
  timeout: 120_000,
}, async () => {
  const { client, house, clock } = await openHouse();
  await client.settings.save({ country: 'GB' });
  await fc.assert(
    fc.asyncProperty(between, async (given) => {
      const third = await client.people.add({ givenName: 'Leo' });
      const add = async ({ notes, relation, ...form }: typeof given.one, known?: string) => {
        const relations =
          relation === 'third'
            ? [{ otherId: third.id, relation: 'sister', note: 'twins' }]
            : relation === 'named'
              ? [{ name: 'Ann', relation: 'aunt' }]
              : relation === 'each other' && known
                ? [{ otherId: known, relation: 'cousin', note: 'oddly' }]
                : [];
        const { id } = await client.people.add({ ...form, relations });
        for (const body of notes) await client.notes.add({ customerId: id, body });
        return id;
      };
      const one = await add(given.one);
      const other = await add(given.other, one);
      if (given.one.relation === 'each other') {
        await client.people.change({
          id: one,
          changes: { relations: [{ otherId: other, relation: 'cousin' }] },
        });
      }
      const named = { none: [], one: [one], other: [other], both: [one, other] }[given.thirdNames];
      await client.people.change({
        id: third.id,
        changes: {
          relations: named.map((otherId) => ({ otherId, relation: 'sister' })),
          ...(given.sentBy === 'third by other' && { sentBy: other }),
        },
      });
      if (given.sentBy === 'other by one')
        await client.people.change({ id: other, changes: { sentBy: one } });
      if (given.sentBy === 'one by other')
        await client.people.change({ id: one, changes: { sentBy: other } });
      talk(house, [other], '2026-02-01', { said: 'The gate squeaks' });
      talk(house, given.together ? [one, other, third.id] : [other, third.id], '2026-02-10', {
        said: 'At the counter',
      });
      promise(house, other, 'Oil the gate', '2026-03-03');
      const voice = mention(house, null, 'Best bread in town', clock.now());
      if (given.linked !== 'neither') {
        const customerId = given.linked === 'one' ? one : other;
        await client.mentions.link({ id: voice, customerId, remember: true });
      }
      const nots = { one: [one], other: [other], both: [one, other], neither: [] }[given.not];
      const another = mention(house, null, 'Good rolls', clock.now());
      for (const customerId of nots) {
        await client.mentions.unlink({ id: another, customerId });
        await client.mentions.unlink({ id: voice, customerId });
      }
      if (given.likely) {
        house.connection
          .prepare('UPDATE mention SET likely_customer_id = ? WHERE id = ?')
          .run(other, another);
      }
      house.journal.step('The day named them', (write) => {
        const days =
          given.picked === 'same day' ? ['2026-02-01', '2026-02-01'] : ['2026-02-01', '2026-02-02'];
        const last = house.connection
          .prepare('SELECT coalesce(max(position), 0) FROM daily_pick')
          .pluck()
          .get() as number;
        [one, other].forEach((customer_id, index) => {
          write.insert('daily_pick', {
            id: newId(clock),
            day: days[index] ?? '',
            position: last + 1 + index,
            customer_id,
            reasons: '[]',
            picked_at: clock.now(),
          });
        });
      });
      await client.people.notTheSame({ one: third.id, other });

      const before = everything(house);
      const textsBefore = allTexts(house);
      const { step } = await client.people.merge({ keep: one, other, fields: given.fields });

      expect(allTexts(house)).toEqual(textsBefore);
      const left = house.connection
        .prepare(
          `SELECT (SELECT count(*) FROM note WHERE customer_id = @other)
             + (SELECT count(*) FROM follow_up WHERE customer_id = @other)
             + (SELECT count(*) FROM conversation_customer WHERE customer_id = @other)
             + (SELECT count(*) FROM heard WHERE customer_id = @other)
             + (SELECT count(*) FROM customer WHERE sent_by = @other AND id <> @other)
             + (SELECT count(*) FROM customer_relation
                WHERE other_id = @other AND customer_id <> @other)
             + (SELECT count(*) FROM customer WHERE sent_by = id)
             + (SELECT count(*) FROM customer_relation WHERE other_id = customer_id)`,
        )
        .pluck();
      expect(left.get({ other })).toBe(0);
      // What the triggers made of it is what would be built anew.
      const merged = everything(house);
      rebuildDerived(house.connection);
      expect(everything(house)).toEqual(merged);

      await client.journal.undo({ step });
      expect(everything(house)).toEqual(before);
      // The next two begin without these.
      await client.people.bin({ ids: [one, other, third.id] });
    }),
    { numRuns: 40 },
  );
});
