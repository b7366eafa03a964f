import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all, type Connection, run } from '../../../main/core/database/connection.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import { openHouse } from '../../support/open-house.ts';

const add = async (client: Client, givenName: string, sentBy?: string) =>
  (await client.people.add({ givenName, sentBy })).id;

test('who sent whom is a tree around somebody, in the order in which it is read', async () => {
  const { client } = await openHouse();
  const ada = await add(client, 'Ada');
  const otto = await add(client, 'Otto', ada);
  await add(client, 'Nils', ada);
  const rosa = await add(client, 'Rosa', otto);
  const cleo = await add(client, 'Cleo', rosa);
  await add(client, 'Bo', rosa);
  const dana = await add(client, 'Dana', cleo);
  await add(client, 'Ezra', dana);
  const tree = await client.people.referrals({ id: rosa });
  expect(tree.cameThrough.map(({ name }) => name)).toEqual(['Ada', 'Otto']);
  expect(tree.sent.map(({ name, depth, sent }) => [name, depth, sent])).toEqual([
    ['Bo', 1, 0],
    ['Cleo', 1, 1],
    ['Dana', 2, 1],
    ['Ezra', 3, 0],
  ]);
  expect((await client.people.get({ id: rosa })).sent).toBe(2);

  await client.people.bin({ ids: [dana] });
  expect((await client.people.referrals({ id: rosa })).sent[2]).toMatchObject({
    name: 'Dana',
    binned: true,
  });
  const [, , , ezra] = tree.sent;
  await client.people.bin({ ids: [ezra?.id ?? ''] });
  expect((await client.people.referrals({ id: rosa })).sent.map(({ name }) => name)).toEqual([
    'Bo',
    'Cleo',
  ]);
});

test('nobody was sent by somebody who came through them', async () => {
  const { client } = await openHouse();
  const ada = await add(client, 'Ada');
  const otto = await add(client, 'Otto', ada);
  const rosa = await add(client, 'Rosa', otto);
  for (const sentBy of [otto, rosa]) {
    await expect(client.people.change({ id: ada, changes: { sentBy } })).rejects.toMatchObject({
      data: { code: 'conflict', field: 'sentBy' },
    });
  }
  await expect(client.people.change({ id: ada, changes: { sentBy: rosa } })).rejects.toThrow(
    'Rosa came to you through Ada, and so cannot have sent Ada.',
  );
  await client.people.change({ id: rosa, changes: { sentBy: ada } });
});

test('a merge closes no circle, and one that lies in an older house never ends it', async () => {
  const { client, house } = await openHouse();
  const ada = await add(client, 'Ada');
  const bo = await add(client, 'Bo', ada);
  const cleo = await add(client, 'Cleo', bo);
  await client.people.merge({ keep: ada, other: cleo });
  expect((await client.people.get({ id: ada })).sentBy).toBeNull();
  await client.journal.undo({});
  expect((await client.people.get({ id: cleo })).sentBy).toMatchObject({ id: bo });

  const one = await add(client, 'One');
  const two = await add(client, 'Two', one);
  run(house.connection, 'UPDATE customer SET sent_by = ? WHERE id = ?', [two, one]);
  const tree = await client.people.referrals({ id: one });
  expect(tree.cameThrough.map(({ name }) => name)).toEqual(['Two']);
  expect(tree.sent.map(({ name }) => name)).toEqual(['Two']);
});

test('an undo that would close a circle is refused in words, and possible once the other is undone', async () => {
  const { client } = await openHouse();
  const ada = await add(client, 'Ada');
  const bo = await add(client, 'Bo', ada);
  const apart = await client.people.change({ id: bo, changes: { sentBy: null } });
  await client.people.change({ id: ada, changes: { sentBy: bo } });
  await expect(client.journal.undo({ step: apart.step })).rejects.toThrow(
    'Bo would then have come to you through Ada, and Ada through Bo. Change who sent one of them first.',
  );
  expect((await client.people.get({ id: bo })).sentBy).toBeNull();
  await client.journal.undo({});
  await client.journal.undo({});
  expect((await client.people.get({ id: bo })).sentBy).toMatchObject({ name: 'Ada' });
});

/** Who of them came to you through themselves. */
const inCircles = (connection: Connection, people: readonly string[]) =>
  all(
    connection,
    `WITH RECURSIVE line (beginning, id) AS (
       SELECT id, sent_by FROM customer WHERE sent_by IS NOT NULL
       UNION SELECT beginning, sent_by FROM line JOIN customer USING (id) WHERE sent_by IS NOT NULL)
     SELECT beginning FROM line
     WHERE beginning = id AND id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(people)],
  );

test('whatever is changed, merged, binned and undone, nobody comes to you through themselves', async () => {
  const who = fc.nat({ max: 2 });
  const doing = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant('send' as const), one: who, other: who }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constantFrom('merge' as const, 'bin' as const),
        one: who,
        other: who,
      }),
    },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('alone' as const), one: who }) },
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant('undo' as const), back: fc.nat({ max: 4 }) }),
    },
  );
  const { client, house } = await openHouse();
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 6, maxLength: 14 }), async (doings) => {
      const people = await Promise.all('ABC'.split('').map((name) => add(client, name)));
      const at = (index: number) => people[index] ?? '';
      const steps: string[] = [];
      for (const one of doings) {
        try {
          if (one.what === 'undo') {
            const step = steps.at(-1 - one.back) ?? steps[0];
            if (step) steps.push((await client.journal.undo({ step })).step);
          } else if (one.what === 'merge') {
            steps.push(
              (await client.people.merge({ keep: at(one.one), other: at(one.other) })).step,
            );
          } else if (one.what === 'bin') {
            steps.push((await client.people.bin({ ids: [at(one.one)] })).step);
          } else {
            const sentBy = one.what === 'send' ? at(one.other) : null;
            steps.push((await client.people.change({ id: at(one.one), changes: { sentBy } })).step);
          }
        } catch (problem) {
          // What is refused is refused in words, and changes nothing.
          expect(problem).toMatchObject({ code: 'REFUSED' });
        }
        expect(inCircles(house.connection, people)).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});

test('the list is narrowed to those whom somebody sent, and sorted by who sent the most', async () => {
  const { client } = await openHouse();
  const ada = await add(client, 'Ada');
  const bo = await add(client, 'Bo', ada);
  await add(client, 'Cleo', bo);
  await add(client, 'Dana', bo);
  const sentByBo = await client.people.list({ sentBy: bo });
  expect(sentByBo.rows.map(({ name }) => name)).toEqual(['Cleo', 'Dana']);
  const all = await client.people.list({ sort: 'sent' });
  expect(all.rows.map(({ name, sent }) => [name, sent])).toEqual([
    ['Bo', 2],
    ['Ada', 1],
    ['Cleo', 0],
    ['Dana', 0],
  ]);
});
