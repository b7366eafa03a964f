import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { purge } from '../../../main/core/listening/tidy.ts';
import { openHouse } from '../../support/open-house.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, listenTo, rss, source, titles } from './gathering.ts';

const minute = 60_000;
const bread = {
  guid: 'b',
  title: 'Bread',
  link: 'https://shop.example/bread',
  text: 'Fresh today',
};
const cake = { guid: 'c', title: 'Cake', link: 'https://shop.example/cake', text: 'With plums' };
const far = farEndForEach();

describe('a feed that behaves', () => {
  test('is gathered, and says so on the way', async () => {
    const opened = await openHouse();
    const id = await listenTo(opened, far);
    far.at('/feed', rss([bread, cake]));
    const { last, told } = await gather(opened);
    expect(told[0]).toMatchObject({ state: 'started', done: 0, of: 1 });
    expect(told[1]?.source).toMatchObject({ id, ok: true, words: '2 new mentions.' });
    expect(last).toMatchObject({ state: 'finished', done: 1, newMentions: 2, failed: 0 });
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
    expect(await source(opened)).toMatchObject({
      health: 'well',
      mentions: 2,
      newMentions: 2,
      lastError: null,
    });
    expect((await opened.client.sources.requests({ id }))[0]).toMatchObject({
      status: 200,
      newItems: 2,
    });
  });

  test('is asked for its news only: 304 brings nothing twice', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"')
        return response.writeHead(304, { etag: '"2"' }).end();
      return response.setHeader('etag', '"1"').end(rss([bread]));
    });
    await gather(opened);
    const { last } = await gather(opened);
    expect(last).toMatchObject({ newMentions: 0, failed: 0 });
    await gather(opened);
    expect(far.requests.map((request) => request.headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
      '"2"',
    ]);
    expect(await titles(opened)).toEqual(['Bread']);
  });

  test('is asked anew after eight days, in case its 304 never ends', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', (request, response) => {
      if (request.headers['if-none-match']) return response.writeHead(304).end();
      return response.setHeader('etag', '"1"').end(rss([bread]));
    });
    await gather(opened);
    opened.clock.addDays(4);
    await gather(opened);
    opened.clock.addDays(5);
    await gather(opened);
    expect(far.requests.map((request) => request.headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
      undefined,
    ]);
  });

  test('is left alone as long as it asks, within a day', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([bread], '<ttl>180</ttl>'));
    await gather(opened);
    const { nextCheckAt, lastTriedAt } = await source(opened);
    expect((nextCheckAt ?? 0) - (lastTriedAt ?? 0)).toBe(180 * minute);
    expect(await opened.client.sources.gather({})).toEqual({ started: false, sources: 0 });
  });

  test('in another charset than it says is read as it was meant', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const body = iconv.encode(
      rss([{ ...bread, title: 'Süße Brötchen' }]).replace('?>', ' encoding="utf-8"?>'),
      'windows-1252',
    );
    far.at('/feed', (_request, response) =>
      response.setHeader('content-type', 'text/xml; charset=utf-8').end(body),
    );
    await gather(opened);
    expect(await titles(opened)).toEqual(['Süße Brötchen']);
  });

  test('with thousands of items is stored whole', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const items = Array.from({ length: 1500 }, (_, index) => ({
      guid: `g${index}`,
      title: `Item ${index}`,
    }));
    far.at('/feed', rss(items));
    const { last } = await gather(opened);
    expect(last.newMentions).toBe(1500);
  });
});

describe('what a person did with a mention', () => {
  test('stays when the item is edited, and the earlier words are kept', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([bread]));
    await gather(opened);
    const [row] = (await opened.client.mentions.list({})).rows;
    const id = row?.id ?? '';
    await opened.client.mentions.mark({ ids: [id], state: 'noted' });
    far.at('/feed', rss([{ ...bread, text: 'Sold out' }]));
    const { last, told } = await gather(opened);
    expect(last.newMentions).toBe(0);
    expect(told[1]?.source?.words).toBe('1 edited.');
    const mention = await opened.client.mentions.get({ id });
    expect(mention).toMatchObject({ state: 'noted', edited: true, text: 'Sold out' });
    expect(mention.earlier).toMatchObject([{ title: 'Bread', text: 'Fresh today' }]);
  });

  test('is not lost when it happens in the middle of a gathering', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([bread]));
    await gather(opened);
    const [row] = (await opened.client.mentions.list({})).rows;
    const more = Array.from({ length: 800 }, (_, index) => ({
      guid: `g${index}`,
      title: `Item ${index}`,
      text: 'x '.repeat(400),
    }));
    far.at('/feed', rss([...more, bread]));
    const gathering = gather(opened);
    for (let turn = 0; turn < 20; turn++) {
      await opened.client.mentions.star({ ids: [row?.id ?? ''], starred: turn % 2 === 0 });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await opened.client.mentions.mark({ ids: [row?.id ?? ''], state: 'answered' });
    expect((await gathering).last.newMentions).toBe(800);
    expect((await opened.client.mentions.get({ id: row?.id ?? '' })).state).toBe('answered');
  });
});

describe('identity', () => {
  test('a changed guid with the same link and title is the same item', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([bread, cake]));
    await gather(opened);
    far.at('/feed', rss([{ ...bread, guid: 'b-new' }, cake]));
    expect((await gather(opened)).last.newMentions).toBe(0);
    far.at('/feed', rss([{ ...bread, guid: 'b-new', text: 'x' }, cake]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test('two items with the same link and title at once are two', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([{ ...bread, guid: '1' }]));
    await gather(opened);
    far.at(
      '/feed',
      rss([
        { ...bread, guid: '1' },
        { ...bread, guid: '2', text: 'Me too' },
      ]),
    );
    expect((await gather(opened)).last.newMentions).toBe(1);
  });

  test('one guid for every item loses none of them', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const items = ['one', 'two', 'three'].map((name) => ({
      guid: 'same',
      title: name,
      link: `https://shop.example/${name}`,
    }));
    far.at('/feed', rss(items));
    expect((await gather(opened)).last.newMentions).toBe(3);
    far.at(
      '/feed',
      rss([{ guid: 'same', title: 'four', link: 'https://shop.example/four' }, ...items]),
    );
    expect((await gather(opened)).last.newMentions).toBe(1);
  });

  test('without guid and link the words themselves tell', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([{ title: 'One' }, { title: 'Two' }]));
    await gather(opened);
    far.at('/feed', rss([{ title: 'Three' }, { title: 'One' }, { title: 'Two' }]));
    expect((await gather(opened)).last.newMentions).toBe(1);
  });

  test('what was purged does not come back, not even under another guid', async () => {
    const opened = await openHouse();
    const id = await listenTo(opened, far);
    far.at('/feed', rss([bread, cake]));
    await gather(opened);
    const { connection } = opened.house;
    const row = (await opened.client.mentions.list({})).rows.find((one) => one.title === 'Bread');
    purge(connection, [row?.id ?? ''], opened.clock.now());
    far.at('/feed', rss([{ ...bread, text: 'again' }, cake]));
    expect((await gather(opened, { ids: [id] })).last.newMentions).toBe(0);
    far.at('/feed', rss([{ ...bread, guid: 'other' }, cake]));
    expect((await gather(opened, { ids: [id] })).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['Cake']);
  });

  test('both moments are kept, and a date that cannot be is not believed', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at(
      '/feed',
      rss([
        { ...bread, date: 'Sun, 01 Mar 2026 10:00:00 GMT' },
        { ...cake, date: 'Fri, 01 Mar 2097 10:00:00 GMT' },
      ]),
    );
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows.map((row) => [row.title, row.publishedAt])).toEqual([
      ['Cake', null],
      ['Bread', Date.UTC(2026, 2, 1, 10)],
    ]);
    expect(rows.every((row) => Math.abs(row.receivedAt - opened.clock.now()) < minute)).toBe(true);
  });
});

test('an imitated service is asked instead, and the address stays what it is', async () => {
  const opened = await openHouse({ routes: [{ from: 'https://shop.example', to: far.origin }] });
  far.at('/news', rss([{ title: 'Bread', link: '/bread' }]));
  await opened.client.sources.add({ address: 'https://shop.example/news', kind: 'feed' });
  await gather(opened);
  const [row] = (await opened.client.mentions.list({})).rows;
  expect(row?.address).toBe('https://shop.example/bread');
  expect(
    all<{ fetch_address: null }>(opened.house.connection, 'SELECT fetch_address FROM source_fetch'),
  ).toEqual([{ fetch_address: null }]);
});

test('the sample town is read from its folder, with dates of today', async () => {
  const opened = await openHouse();
  await opened.client.sources.add({ address: 'sample:market-square.reviews.html', kind: 'feed' });
  await opened.client.sources.add({ address: 'sample:doorstep.reviews.atom.xml', kind: 'feed' });
  const { last } = await gather(opened);
  expect(last).toMatchObject({ failed: 0 });
  const { rows } = await opened.client.mentions.list({ limit: 500 });
  expect(rows.every((row) => row.publishedAt !== null && row.rating !== null)).toBe(true);
  expect(rows.find((row) => row.rating?.value === 2)).toMatchObject({
    tone: 'complaint',
    rating: { share: 0.25 },
  });
});
