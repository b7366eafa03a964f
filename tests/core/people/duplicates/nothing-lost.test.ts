import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../../main/core/journal/new-id.ts';
import { rebuildDerived } from '../../../../main/core/search/rebuild.ts';
import type { MergeField } from '../../../../shared/contract/contract.ts';
import { mergeChoice, mergeField } from '../../../../shared/contract/duplicates.ts';
import { openHouse } from '../../../support/open-house.ts';
import { mention, promise, talk } from '../../../support/stored-rows.ts';
import { allTexts, everything } from './tables.ts';

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
