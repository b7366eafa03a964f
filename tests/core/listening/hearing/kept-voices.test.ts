import { expect, test } from 'vitest';
import { first } from '../../../../main/core/database/connection.ts';
import { rebuildIfNeeded } from '../../../../main/core/search/rebuild.ts';
import { openHouse } from '../../../support/open-house.ts';

const names = ['Answered', 'Noted', 'Starred', 'Linked', 'Head', 'Part', 'Lesson'];
const others = ['Let go', 'Put off', 'New'];

/** A house with a table of reviews, a line for each of these. */
async function opened() {
  const house = await openHouse();
  const lines = [...names, ...others].map((name) => `${name} Person,2026-02-01,"${name} it is."`);
  await house.client.sources.importReviews({
    fileName: 'book.csv',
    as: 'reviews',
    content: Buffer.from(['Author,Date,Review', ...lines].join('\n')).toString('base64'),
  });
  const { rows } = await house.client.mentions.list({});
  const [source] = await house.client.sources.list();
  return {
    ...house,
    source: source?.id ?? '',
    id: (name: string) => rows.find(({ author }) => author === `${name} Person`)?.id ?? '',
    authors: async () => (await house.client.mentions.list({})).rows.map(({ author }) => author),
  };
}

test('what a person made something of stays when its source is removed; the rest comes back with it', async () => {
  const { client, house, source, id, authors } = await opened();
  const { id: customerId } = await client.people.add({ givenName: 'Rosa' });
  await client.mentions.mark({ ids: [id('Answered')], state: 'answered' });
  await client.mentions.mark({ ids: [id('Noted')], state: 'noted' });
  await client.mentions.star({ ids: [id('Starred')], starred: true });
  await client.mentions.link({ id: id('Linked'), customerId });
  await client.mentions.join({ ids: [id('Head'), id('Part')] });
  await client.lessons.add({ sentence: 'Bake earlier', mentionIds: [id('Lesson')] });
  await client.mentions.mark({ ids: [id('Let go')], state: 'let-go' });
  await client.mentions.snooze({ ids: [id('Put off')], until: '2026-04-01' });

  const { step, kept } = await client.sources.remove({ id: source });
  expect(kept).toBe(names.length);
  // The second of a conversation is listed with its first.
  const listed = names.filter((name) => name !== 'Part').map((name) => `${name} Person`);
  expect((await authors()).sort()).toEqual(listed.sort());
  const whole = await client.mentions.get({ id: id('Head') });
  expect(whole.conversation.map(({ author }) => author)).toEqual(['Head Person', 'Part Person']);
  expect((await client.mentions.list({ customerId })).total).toBe(1);
  const { total } = await client.mentions.list({ state: 'new' });
  expect([(await client.house.counts()).newMentions, total]).toEqual([4, 4]);
  const found = async (words: string) => (await client.search.find({ words })).hits.length;
  expect([await found('noted'), await found('put off')]).toEqual([1, 0]);
  expect(rebuildIfNeeded(house.connection)).toBe(false);

  await client.journal.undo({ step });
  expect(await client.mentions.list({})).toMatchObject({ total: names.length + others.length - 1 });
  expect([await found('noted'), await found('put off')]).toEqual([1, 1]);
});

test('nothing takes away a voice on which a lesson or a word of a person stands', async () => {
  const { client, house, id } = await opened();
  const { id: customerId } = await client.people.add({ givenName: 'Otto' });
  await client.lessons.add({ sentence: 'Bake earlier', mentionIds: [id('Lesson')] });
  await client.mentions.unlink({ id: id('New'), customerId });
  const remove = (voice: string) => () =>
    house.connection.prepare('DELETE FROM mention WHERE id = ?').run(voice);
  expect(remove(id('Lesson'))).toThrow('FOREIGN KEY');
  expect(remove(id('New'))).toThrow('FOREIGN KEY');
  expect(remove(id('Noted'))().changes).toBe(1);
  const left = first<{ count: number }>(
    house.connection,
    'SELECT (SELECT count(*) FROM lesson_voice) + (SELECT count(*) FROM mention_not) AS count',
  );
  expect(left?.count).toBe(2);
});
