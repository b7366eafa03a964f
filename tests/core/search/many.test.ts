import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

test('one of 20,000 people is found, by name, number and slip, and the list counts them all', async () => {
  const { client, house } = await openHouse();
  await client.settings.save({ country: 'IT' });
  const { id } = await client.people.add({
    givenName: 'Wilhelmina',
    familyName: 'Zumsteg',
    contacts: [{ kind: 'phone', value: '055 987 6543' }],
  });
  house.connection.exec(`
    WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 19999)
    INSERT INTO customer (id, given_name, family_name, display_name, sort_name, added_at, added_day)
    SELECT printf('018f0000-0000-7000-8000-%012d', n), 'Rosa', 'Marin ' || n, 'Rosa Marin ' || n,
      printf('rosa marin %05d', n), n, '2026-01-01' FROM count`);

  const list = await client.people.list({ offset: 19_990, limit: 100 });
  expect(list.total).toBe(20_000);
  expect(list.rows.map((row) => row.name)).toEqual([
    ...Array.from({ length: 9 }, (_, index) => `Rosa Marin ${19_991 + index}`),
    'Wilhelmina Zumsteg',
  ]);
  expect((await client.people.list({ words: 'rosa mar' })).total).toBe(19_999);
  for (const words of ['wilh', 'zumsteg wil', '987654', 'wilhelmnia']) {
    expect((await client.search.find({ words })).hits).toMatchObject([{ kind: 'customer', id }]);
    expect((await client.people.list({ words })).rows).toMatchObject([{ id }]);
  }
  const { hits } = await client.search.find({ words: 'r', limit: 100 });
  expect(hits).toHaveLength(100);
}, 120_000);
