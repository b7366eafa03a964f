import { describe, expect, test } from 'vitest';
import { first, run, transaction } from '../../../main/core/database/connection.ts';
import { tidyUp } from '../../../main/core/listening/tidy.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, listenTo, rss, titles } from './gathering.ts';

const far = farEndForEach();

const item = (name: string) => ({ guid: name, title: name, link: `https://shop.example/${name}` });
const dayOf = (opened: OpenedHouse) => new Date(opened.clock.now()).toUTCString();

/** A house that has heard these words, today. */
async function heard(...names: string[]): Promise<OpenedHouse> {
  const opened = await openHouse();
  await listenTo(opened, far);
  far.at('/feed', rss(names.map((name) => ({ ...item(name), date: dayOf(opened) }))));
  await gather(opened);
  return opened;
}

async function idOf({ client }: OpenedHouse, title: string): Promise<string> {
  const { rows } = await client.mentions.list({ limit: 500 });
  return rows.find((row) => row.title === title)?.id ?? '';
}

describe('what nobody touched', () => {
  test('is let go after two years, and does not come back though the feed still has it', async () => {
    const opened = await heard('Old', 'Newer');
    opened.clock.addDays(729);
    await gather(opened);
    expect(await titles(opened)).toEqual(['Newer', 'Old']);
    opened.clock.addDays(3);
    await gather(opened);
    expect(await titles(opened)).toEqual([]);
    far.at('/feed', rss([item('Old'), { ...item('Newer'), guid: 'changed' }, item('Today')]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['Today']);
  });

  test('is kept as long as the person has set, or for ever', async () => {
    const opened = await heard('Old');
    await opened.client.settings.save({ keepMonths: 0 });
    opened.clock.addDays(4000);
    await gather(opened);
    expect(await titles(opened)).toEqual(['Old']);
    await opened.client.settings.save({ keepMonths: 6 });
    await gather(opened);
    expect(await titles(opened)).toEqual([]);
  });

  test('stays away even when the source is told apart in another way', async () => {
    const opened = await heard('Old');
    opened.clock.addDays(800);
    await gather(opened);
    const [source] = await opened.client.sources.list();
    for (const identity of ['link', 'words', 'guid'] as const) {
      await opened.client.sources.change({ id: source?.id ?? '', identity });
      far.at('/feed', rss([item('Old'), { title: identity, guid: identity }]));
      await gather(opened);
    }
    expect(await titles(opened)).toEqual(['guid', 'link', 'words']);
  });

  test('said long ago but found today stays for its time', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([{ ...item('From 2011'), date: 'Sat, 01 Jan 2011 10:00:00 GMT' }]));
    await gather(opened);
    await gather(opened);
    expect(await titles(opened)).toEqual(['From 2011']);
  });
});

describe('what a person touched', () => {
  test.each([
    ['answered', 'answered'],
    ['noted', 'noted'],
  ] as const)('and %s stays for ever', async (_name, state) => {
    const opened = await heard('Touched', 'Other');
    await opened.client.mentions.mark({ ids: [await idOf(opened, 'Touched')], state });
    opened.clock.addDays(3000);
    await gather(opened);
    expect(await titles(opened)).toEqual(['Touched']);
  });

  test('and let go goes with the rest, for good, unless it says more', async () => {
    const opened = await heard('Let go', 'Starred too', 'Put off', 'Put off again');
    const { client, clock } = opened;
    const [plain, starred, off, again] = await Promise.all(
      ['Let go', 'Starred too', 'Put off', 'Put off again'].map((name) => idOf(opened, name)),
    );
    await client.mentions.star({ ids: [starred ?? ''], starred: true });
    await client.mentions.snooze({ ids: [off ?? '', again ?? ''], until: '2026-03-20' });
    await client.mentions.mark({ ids: [plain ?? '', starred ?? ''], state: 'let-go' });
    clock.addDays(800);
    await client.mentions.snooze({
      ids: [again ?? ''],
      until: clock.today().replace('05-', '06-'),
    });
    await gather(opened);
    expect(await titles(opened)).toEqual(['Put off again', 'Starred too']);
    await gather(opened);
    expect(await titles(opened)).toEqual(['Put off again', 'Starred too']);
  });

  test('by a star, a tone, a customer, a conversation or a lesson stays for ever', async () => {
    const opened = await heard(
      'Star',
      'Tone',
      'Linked',
      'Head',
      'Part',
      'Lesson',
      'Not him',
      'Other',
    );
    const { client } = opened;
    const { rows } = await client.mentions.list({ limit: 500 });
    const ids = new Map(rows.map((row) => [row.title, row.id]));
    const id = (title: string) => ids.get(title) ?? '';
    const { id: rosa } = await client.people.add({ givenName: 'Rosa', familyName: 'Marin' });
    const { id: otto } = await client.people.add({ givenName: 'Otto' });
    await client.mentions.star({ ids: [id('Star')], starred: true });
    await client.mentions.tone({ ids: [id('Tone')], tone: 'complaint' });
    await client.mentions.link({ id: id('Linked'), customerId: rosa, remember: false });
    await client.mentions.unlink({ id: id('Not him'), customerId: otto });
    await client.mentions.join({ ids: [id('Head'), id('Part')] });
    await client.lessons.add({ sentence: 'Bake earlier', mentionIds: [id('Lesson')] });
    opened.clock.addDays(3000);
    await gather(opened);
    for (const kept of [...ids.values()].filter((one) => one !== id('Other'))) {
      expect((await client.mentions.get({ id: kept })).id).toBe(kept);
    }
    const joined = await client.mentions.get({ id: id('Part') });
    expect(joined.conversation.map((part) => part.title).sort()).toEqual(['Head', 'Part']);
    await expect(client.mentions.get({ id: id('Other') })).rejects.toThrow('not here any more');
  });
});

test('of a voice heard twice both places stay with it, and none comes anew when it goes', async () => {
  const { house, client, clock } = await openHouse();
  const file = (name: string) => ({
    fileName: 'book.csv',
    sourceName: name,
    as: 'reviews' as const,
    content: Buffer.from(
      `Author,Date,Review\nBea,2026-02-01,"The rye was still warm at home."\nCem,2026-02-01,"And the buns were fresh from the oven."`,
    ).toString('base64'),
  });
  await client.sources.importReviews(file('paper'));
  await client.sources.importReviews(file('search'));
  const rows = async () => (await client.mentions.list({})).rows;
  const kept = (await rows()).find(({ author }) => author === 'Bea');
  expect(kept?.places).toBe(2);
  await client.lessons.add({ sentence: 'Bake earlier', mentionIds: [kept?.id ?? ''] });
  clock.addDays(800);
  expect(await tidyUp(house.connection, { keepMonths: 24 }, clock.now())).toBe(2);
  expect(await rows()).toMatchObject([{ id: kept?.id, places: 2 }]);
});

test('many go a little at a time, oldest first, and every one is remembered', async () => {
  const { house, client, clock } = await openHouse();
  const { id: sourceId } = await client.sources.add({
    address: 'https://shop.example/feed',
    kind: 'feed',
  });
  const old = clock.now() - 3 * 365 * 86_400_000;
  transaction(house.connection, () => {
    for (let index = 0; index < 2300; index++) {
      run(
        house.connection,
        `INSERT INTO mention (id, source_id, identity, title, received_at, content_hash)
         VALUES (?, ?, ?, ?, ?, '')`,
        [
          `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          sourceId,
          `guid:${index}`,
          `Item ${index}`,
          old + index,
        ],
      );
    }
  });
  expect(await tidyUp(house.connection, { keepMonths: 24 }, clock.now())).toBe(2000);
  expect((await client.mentions.list({ limit: 500 })).rows.at(-1)?.title).toBe('Item 2000');
  expect(await tidyUp(house.connection, { keepMonths: 24 }, clock.now())).toBe(300);
  const remembered = first<{ count: number }>(
    house.connection,
    "SELECT count(*) AS count FROM mention_purged WHERE identity LIKE 'guid:%'",
  );
  expect(remembered?.count).toBe(2300);
});
