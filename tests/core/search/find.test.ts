import { expect, test } from 'vitest';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

async function found({ client }: OpenedHouse, words: string): Promise<string[]> {
  const { hits } = await client.search.find({ words });
  return hits.map((hit) => `${hit.kind}: ${hit.title}${hit.excerpt ? ` | ${hit.excerpt}` : ''}`);
}

test('wish 8: search in everything, not only names: people by name first, then the latest first', async () => {
  const opened = await openHouse();
  const { client, house } = opened;
  const { id } = await client.people.add({ givenName: 'Rosa', familyName: 'Boiler' });
  const { id: leo } = await client.people.add({
    givenName: 'Leo',
    facts: [{ text: 'his boiler is old' }],
  });
  talk(house, [id, leo], '2026-01-10', { said: 'The boiler leaks again' });
  talk(house, [leo], '2026-02-10', { said: 'Boiler mended' });
  promise(house, leo, 'order the boiler', '2026-03-09');
  mention(house, null, 'They mended my boiler at once', Date.parse('2026-02-20T10:00:00Z'));
  expect(await found(opened, 'boiler')).toEqual([
    'customer: Rosa Boiler',
    'follow-up: order the boiler | Leo',
    'customer: Leo | his boiler is old',
    'mention: Rosa M | Rosa M They mended my boiler at once',
    'conversation: Leo | Boiler mended',
    'conversation: Leo, Rosa Boiler | The boiler leaks again',
  ]);
});

test('a name and a matter can be mixed', async () => {
  const opened = await openHouse();
  const { client, house } = opened;
  const { id: rosa } = await client.people.add({ givenName: 'Rosa', familyName: 'Marin' });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  talk(house, [rosa], '2026-01-10', { said: 'Her knee is better' });
  talk(house, [leo], '2026-01-11', { said: 'His knee is worse' });
  const hers = ['conversation: Rosa Marin | Her knee is better'];
  expect(await found(opened, 'rosa knee')).toEqual(hers);
  expect(await found(opened, 'knee marin')).toEqual(hers);
  expect(await found(opened, 'Rosa Marin knee')).toEqual(hers);
});

test.each([
  ['東京の小さな店で会った', '小さな店', '東京の小さな店で会った'],
  ['เราพบกันที่ตลาด', 'ตลาด', 'เราพบกันที่ตลาด'],
  ['встретились на рынке', 'рын', 'встретились на рынке'],
  ['التقينا في السوق', 'السوق', 'التقينا في السوق'],
  ['시장에서 만났다', '시장', '시장에서 만났다'],
  ['नमस्ते कहा', 'नमस्ते', 'नमस्ते कहा'],
  ['Čekal před trhem', 'cekal', 'Čekal před trhem'],
  ['nous 会った Tokyo東京', '東京', 'nous 会った Tokyo 東京'],
])('%s is found by %s and shown as it was written', async (said, words, shown) => {
  const opened = await openHouse();
  const { id } = await opened.client.people.add({ givenName: 'Rosa' });
  talk(opened.house, [id], '2026-01-10', { said });
  expect(await found(opened, words)).toEqual([`conversation: Rosa | ${shown}`]);
});

test('a phone number is found however it is typed', async () => {
  const opened = await openHouse();
  await opened.client.settings.save({ country: 'GB' });
  await opened.client.people.add({
    givenName: 'Rosa',
    contacts: [{ kind: 'phone', value: '020 7946 0018' }],
  });
  for (const words of ['02079460018', '+44 20 7946', '(020) 7946-0018', '946 0018']) {
    expect(await found(opened, words)).toEqual([expect.stringContaining('customer: Rosa')]);
  }
});

test('a slip of the finger still finds', async () => {
  const opened = await openHouse();
  await opened.client.people.add({ givenName: 'Katharina', familyName: 'Hollinger' });
  for (const words of ['Katarina', 'kathraina', 'Holinger', 'katharina hollnger']) {
    expect(await found(opened, words)).toEqual(['customer: Katharina Hollinger']);
  }
  expect(await found(opened, 'Kxtrxna')).toEqual([]);
});

test.each([
  '"',
  '" OR *',
  'rosa"; DROP TABLE customer; --',
  'NEAR(',
  'title:',
  '*',
  '^',
  '()',
  '\u0000',
  '🙂',
  '-',
  'AND',
  "'",
])('typing %j is a search like any other', async (words) => {
  const opened = await openHouse();
  await opened.client.people.add({ givenName: 'Rosa' });
  expect(await found(opened, words)).toEqual([]);
  expect(await found(opened, 'rosa')).toHaveLength(1);
});

test('ten thousand characters are refused in words', async () => {
  const { client } = await openHouse();
  await expect(client.search.find({ words: '"*('.repeat(4000) })).rejects.toMatchObject({
    code: 'REFUSED',
    message: expect.stringContaining('longer than the 200 characters'),
  });
});

test('what belongs only to people in the bin is not found; what others took part in is', async () => {
  const opened = await openHouse();
  const { client, house } = opened;
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  talk(house, [rosa], '2026-01-10', { said: 'pears' });
  talk(house, [rosa, leo], '2026-01-11', { said: 'more pears' });
  promise(house, rosa, 'bring pears', '2026-03-09');
  await client.people.bin({ ids: [rosa] });
  expect(await found(opened, 'pears')).toEqual(['conversation: Leo | more pears']);
  await client.people.restore({ ids: [rosa] });
  expect(await found(opened, 'pears')).toHaveLength(3);
});

test('an undone change is undone in the search, too', async () => {
  const opened = await openHouse();
  const { client } = opened;
  const { id } = await client.people.add({ givenName: 'Rosa' });
  await client.people.change({ id, changes: { facts: [{ text: 'plays the bassoon' }] } });
  expect(await found(opened, 'bassoon')).toHaveLength(1);
  await client.journal.undo({});
  expect(await found(opened, 'bassoon')).toEqual([]);
});
