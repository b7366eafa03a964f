import { expect, test } from 'vitest';
import { first, run, transaction } from '../../../main/core/database/connection.ts';
import { purgeOld } from '../../../main/core/listening/tidy.ts';
import { openHouse } from '../../support/open-house.ts';

test('only what is old, plentiful and untouched is ever purged', async () => {
  const { house, client, clock } = await openHouse();
  const { id: sourceId } = await client.sources.add({
    address: 'https://shop.example/feed',
    kind: 'feed',
  });
  const old = clock.now() - 3 * 365 * 86_400_000;
  const ids = Array.from(
    { length: 2030 },
    (_, index) => `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
  transaction(house.connection, () => {
    for (const [index, id] of ids.entries()) {
      run(
        house.connection,
        `INSERT INTO mention (id, source_id, identity, title, received_at, content_hash)
         VALUES (?, ?, ?, ?, ?, '')`,
        [id, sourceId, `guid:${index}`, `Item ${index}`, old + index],
      );
    }
  });
  const starred = ids[3] ?? '';
  await client.mentions.star({ ids: [starred], starred: true });
  expect(purgeOld(house.connection, sourceId, clock.now() - 2 * 365 * 86_400_000)).toBe(0);
  expect(purgeOld(house.connection, sourceId, clock.now())).toBe(29);
  expect(purgeOld(house.connection, sourceId, clock.now())).toBe(0);
  expect((await client.mentions.list({})).total).toBe(2001);
  expect((await client.mentions.get({ id: starred })).starred).toBe(true);
  expect(
    first(house.connection, "SELECT 1 FROM mention_purged WHERE identity = 'guid:0'"),
  ).toBeDefined();
});
