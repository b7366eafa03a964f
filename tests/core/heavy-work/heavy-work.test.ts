import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { importPeople } from '../../../main/core/exchange/bring-in.ts';
import { openHouse } from '../../support/open-house.ts';
import { card, inBase64 } from '../exchange/read.ts';

/** A file that is large for its words, so that it goes to the thread and is quick all the same. */
function largeFile(people = 420) {
  const note = 'She likes the rye bread. '.repeat(40);
  const cards = Array.from({ length: people }, (_, index) =>
    card('3.0', `FN:Ada Number${index}`, `TEL:0551${100000 + index}`, `NOTE:${note}${index}`),
  );
  return { fileName: 'town.vcf', content: inBase64(cards.join('')) };
}

const tables = ['customer', 'customer_contact', 'note', 'journal_step', 'search_document'];

test('a large file comes in beside everything else, tells how far it is, and goes out whole', async () => {
  const { client, house, reopen } = await openHouse();
  const file = largeFile();
  expect(file.content.length).toBeGreaterThan(400_000);
  const stages = new Set<string>();
  const topics: string[] = [];
  const ending = new AbortController();
  const listening = (async () => {
    for await (const event of house.bell.listen(ending.signal)) {
      if (event.type === 'heavy-work') stages.add(event.stage);
      if (event.type === 'changed') topics.push(...event.topics);
    }
  })().catch(() => undefined);
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  expect(await client.exchange.previewPeople(file)).toMatchObject({ total: 420, problems: 0 });
  const result = await client.exchange.importPeople(file);
  clearInterval(turning);
  ending.abort();
  await listening;
  expect(result).toMatchObject({ added: 420, skipped: 0, problems: [] });
  // Others had their turn all the while.
  expect(turns).toBeGreaterThan(50);
  expect([...stages].sort()).toEqual(['ended', 'finding-places', 'reading', 'writing']);
  expect(topics).toContain('customer');
  expect((await client.people.list({ words: 'number419' })).total).toBe(1);
  expect((await client.search.find({ words: 'rye bread', limit: 100 })).hits).toHaveLength(100);
  expect(
    (await client.conversations.understand({ line: 'called Ada Number7' })).people,
  ).toMatchObject([{ name: 'Ada Number7' }]);
  expect((await client.exchange.importPeople(file)).skipped).toBe(420);

  // The same after a restart: one step, taken back whole.
  const again = await reopen();
  expect(await again.client.journal.history({ limit: 1 })).toMatchObject([
    { label: 'Brought in 420 people from town.vcf', canUndo: true },
  ]);
  await again.client.journal.undo({ step: result.step ?? undefined });
  for (const table of ['customer', 'customer_contact', 'note', 'search_document', 'spoken_name']) {
    expect(all(again.house.connection, `SELECT * FROM ${table}`)).toEqual([]);
  }
  expect((await again.client.search.find({ words: 'rye' })).hits).toEqual([]);
  // The triggers are back: what is written now is found.
  await again.client.people.add({ givenName: 'Rosa' });
  expect((await again.client.search.find({ words: 'rosa' })).hits).toHaveLength(1);
});

test('what is stopped has changed nothing, wherever it was', async () => {
  const { client, house } = await openHouse();
  await client.people.add({ givenName: 'Rosa' });
  const before = tables.map((table) => all(house.connection, `SELECT * FROM ${table}`));
  for (const stopAt of [0, 17, 119]) {
    expect(() =>
      importPeople(house, { ...largeFile(120), already: 'skip' }, (stage, done) => {
        if (stage === 'writing' && done === stopAt) throw new Error('stopped');
      }),
    ).toThrow('stopped');
  }
  const bringing = house.heavyWork.run('import', { ...largeFile(), already: 'skip' });
  await client.exchange.stopImport();
  await expect(bringing).rejects.toThrow('Stopped. Nothing of it was kept.');
  expect(tables.map((table) => all(house.connection, `SELECT * FROM ${table}`))).toEqual(before);
  await client.people.add({ givenName: 'Leo' });
  expect((await client.search.find({ words: 'leo' })).hits).toHaveLength(1);
});

test('a house that is closed in the middle of it opens again as it was', async () => {
  const { client, reopen } = await openHouse();
  await client.people.add({ givenName: 'Rosa' });
  const bringing = client.exchange.importPeople(largeFile(2000)).catch((problem: Error) => problem);
  const again = await reopen();
  expect(await bringing).toMatchObject({ data: { code: 'stopped' } });
  expect((await again.client.people.list({})).rows.map((row) => row.name)).toEqual(['Rosa']);
});
