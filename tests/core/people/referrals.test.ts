import { expect, test } from 'vitest';
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

test('a circle that a merge or an undo would close never ends the house', async () => {
  const { client } = await openHouse();
  const ada = await add(client, 'Ada');
  const bo = await add(client, 'Bo', ada);
  const cleo = await add(client, 'Cleo', bo);
  await client.people.merge({ keep: ada, other: cleo });
  expect((await client.people.get({ id: ada })).sentBy).toBeNull();
  await client.journal.undo({});
  expect((await client.people.get({ id: cleo })).sentBy).toMatchObject({ id: bo });

  const one = await add(client, 'One');
  const two = await add(client, 'Two', one);
  const apart = await client.people.change({ id: two, changes: { sentBy: null } });
  await client.people.change({ id: one, changes: { sentBy: two } });
  await client.journal.undo({ step: apart.step });
  const tree = await client.people.referrals({ id: one });
  expect(tree.cameThrough.map(({ name }) => name)).toEqual(['Two']);
  expect(tree.sent.map(({ name }) => name)).toEqual(['Two']);
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
