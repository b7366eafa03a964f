import { expect, test } from 'vitest';
import { all, type Connection } from '../../../main/core/database/connection.ts';
import { rebuildDerived, rebuildIfNeeded } from '../../../main/core/search/rebuild.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

async function lived(): Promise<OpenedHouse> {
  const opened = await openHouse();
  const { client, house } = opened;
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', tags: ['market'] });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  const { id: gone } = await client.people.add({ givenName: 'Gone' });
  talk(house, [rosa, leo], '2026-01-10', { said: 'pears' });
  talk(house, [rosa], '2026-01-12', { reached: false });
  talk(house, [rosa], '2026-01-13', { reached: false });
  talk(house, [gone], '2026-01-14', { reached: false });
  promise(house, leo, 'bring pears', '2026-03-09');
  mention(house, rosa, 'Lovely pears', 5);
  await client.people.bin({ ids: [gone] });
  return opened;
}

function derived(connection: Connection) {
  return {
    documents: all(
      connection,
      'SELECT kind, subject_id, customer_id, title, body, at FROM search_document ORDER BY kind, subject_id',
    ),
    standing: all(connection, 'SELECT * FROM customer_standing ORDER BY customer_id'),
  };
}

test('what is made anew is what the triggers had kept', async () => {
  const { house, client } = await lived();
  const kept = derived(house.connection);
  expect(kept.documents).toHaveLength(8);
  rebuildDerived(house.connection);
  expect(derived(house.connection)).toEqual(kept);
  // The triggers are back in place.
  await client.people.add({ givenName: 'Pearl' });
  expect((await client.search.find({ words: 'pearl' })).hits).toHaveLength(1);
  house.connection.exec(
    "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)",
  );
});

test('missing documents are noticed at the start and made anew', async () => {
  const opened = await lived();
  const kept = derived(opened.house.connection);
  expect(rebuildIfNeeded(opened.house.connection)).toBe(false);
  opened.house.connection.exec("DELETE FROM search_document WHERE kind = 'conversation'");
  opened.house.connection.exec('DELETE FROM customer_standing');
  const again = await opened.reopen();
  expect(derived(again.house.connection)).toEqual(kept);
  expect((await again.client.search.find({ words: 'pears' })).hits).toHaveLength(3);
});

test('an index that is damaged inside mends itself when it is met, by reading or by writing', async () => {
  const { client, house, host } = await lived();
  const damage = () =>
    house.connection
      .unsafeMode(true)
      .exec("UPDATE search_index_data SET block = x'00112233445566778899' WHERE id > 10")
      .unsafeMode(false);
  damage();
  expect((await client.search.find({ words: 'pears' })).hits).toHaveLength(3);
  damage();
  await client.people.add({ givenName: 'Pearl' });
  expect((await client.search.find({ words: 'pearl' })).hits).toHaveLength(1);
  expect((await client.people.list({})).total).toBe(3);
  expect(host.lines.filter((line) => line.includes('made anew')).length).toBeGreaterThan(0);
});
