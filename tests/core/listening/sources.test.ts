import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commonFeedAddresses,
  feedByShape,
  feedsNamedIn,
} from '../../../main/core/listening/autodiscovery.ts';
import { readOpml, writeOpml } from '../../../main/core/listening/opml.ts';
import { openHouse } from '../../support/open-house.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, rss } from './gathering.ts';

const far = farEndForEach();

const feed = rss(
  [{ title: 'Bread', link: '/bread', text: 'Fresh', date: 'Sun, 01 Mar 2026 10:00:00 GMT' }],
  '<link>/home</link>',
);

describe('looking at an address', () => {
  test('shows what its feed would bring, and keeps nothing', async () => {
    const { client } = await openHouse();
    far.at(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2"></head></html>',
    );
    far.at('/feed', feed);
    const previews = await client.sources.preview({ address: far.origin });
    expect(previews).toEqual([
      {
        kind: 'feed',
        address: `${far.origin}/feed?a=1&b=2`,
        name: 'Town news',
        home: `${far.origin}/home`,
        describes: expect.stringContaining('127.0.0.1'),
        items: [{ title: 'Bread', excerpt: 'Fresh', publishedAt: Date.UTC(2026, 2, 1, 10) }],
        already: null,
      },
    ]);
    expect(await client.sources.list()).toEqual([]);
  });

  test('shows every feed that a page names, so that one can be chosen', async () => {
    const { client } = await openHouse();
    far.at(
      '/',
      '<link rel=alternate type="application/atom+xml" href=/one><link rel=alternate type="application/feed+json" href=/two><link rel=alternate type="application/json" href="/wp-json/">',
    );
    far.at('/one', feed);
    far.at(
      '/two',
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Two', items: [] }),
    );
    const previews = await client.sources.preview({ address: far.origin });
    expect(previews.map((preview) => preview.name)).toEqual(['Town news', 'Two']);
  });

  test('tries the usual places, and takes no redirect there for a feed', async () => {
    const { client } = await openHouse();
    far.at('/blog', '<html>hello</html>');
    far.at('/blog/atom.xml', (_request, response) =>
      response.writeHead(302, { location: '/feed' }).end(),
    );
    far.at('/feed', feed);
    far.at('/blog/rss.xml', feed);
    const [preview] = await client.sources.preview({ address: `${far.origin}/blog` });
    expect(preview?.address).toBe(`${far.origin}/blog/rss.xml`);
    expect(far.requests.map((request) => request.url)).not.toContain('/feed');
  });

  test.each([
    ['a page without a feed', '/', 'no feed'],
    ['an address that is not there', '/missing', 'nothing at this address'],
  ])('says in words what is wrong with %s', async (_name, path, words) => {
    const { client } = await openHouse();
    far.at('/', '<html>hello</html>');
    await expect(client.sources.preview({ address: far.origin + path })).rejects.toThrow(words);
    await expect(client.sources.preview({ address: 'my blog' })).rejects.toThrow(
      'does not look like an address',
    );
  });

  test('reads the reviews that a page states as data', async () => {
    const { client } = await openHouse();
    const review = {
      '@type': 'Review',
      author: { '@id': '#rosa' },
      reviewRating: { ratingValue: '4,5' },
      reviewBody: 'Good bread',
      datePublished: '2026-03-01',
    };
    const graph = [
      { '@id': '#rosa', '@type': 'Person', name: 'Rosa Marin' },
      {
        '@type': 'Bakery',
        review: [review, { ...review, reviewRating: { ratingValue: 0 }, reviewBody: 'Hm' }],
      },
    ];
    far.at(
      '/',
      `<html><title>Bakery</title><script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script></html>`,
    );
    const { id } = await client.sources.add({ address: far.origin, name: '', folder: 'Reviews' });
    const opened = await client.sources.list();
    expect(opened[0]).toMatchObject({ id, name: 'Bakery', folder: 'Reviews' });
  });
});

test('reviews on a page come with author, day and rating, once each', async () => {
  const opened = await openHouse();
  const review = {
    '@type': 'Review',
    author: 'Rosa Marin',
    reviewRating: { ratingValue: '4', bestRating: 5 },
    reviewBody: 'Good bread',
    datePublished: '2026-03-01',
  };
  const pageOf = (...reviews: object[]) =>
    `<html><script type="application/ld+json">${JSON.stringify(reviews)}</script></html>`;
  far.at('/', pageOf(review));
  await opened.client.sources.add({ address: far.origin });
  await gather(opened);
  far.at('/', pageOf({ ...review, author: 'Otto', reviewBody: 'Better cake' }, review));
  expect((await gather(opened)).last.newMentions).toBe(1);
  const { rows } = await opened.client.mentions.list({});
  expect(rows.map((row) => [row.author, row.rating?.share])).toEqual(
    expect.arrayContaining([
      ['Rosa Marin', 0.75],
      ['Otto', 0.75],
    ]),
  );
});

describe('keeping sources', () => {
  test('an address is kept once, and says so', async () => {
    const { client } = await openHouse();
    far.at('/feed', feed);
    const { id } = await client.sources.add({ address: `${far.origin}/feed` });
    await expect(client.sources.add({ address: `${far.origin}/feed` })).rejects.toThrow(
      'already listen',
    );
    expect((await client.sources.preview({ address: `${far.origin}/feed` }))[0]?.already).toBe(id);
  });

  test('a removed source takes its mentions out of sight; undone or added again, all is back', async () => {
    const opened = await openHouse();
    const { client } = opened;
    far.at('/feed', feed);
    const { id } = await client.sources.add({ address: `${far.origin}/feed` });
    await gather(opened);
    const [row] = (await client.mentions.list({})).rows;
    await client.mentions.mark({ ids: [row?.id ?? ''], state: 'let-go' });
    await client.sources.remove({ id });
    expect((await client.mentions.list({})).total).toBe(0);
    expect(await client.sources.list()).toEqual([]);
    await client.journal.undo({});
    expect((await client.mentions.list({ state: 'let-go' })).total).toBe(1);
    await client.sources.remove({ id });
    expect((await client.sources.add({ address: `${far.origin}/feed` })).id).toBe(id);
    expect((await client.mentions.list({ state: 'let-go' })).total).toBe(1);
  });

  test('a paused source rests until it is resumed', async () => {
    const { client } = await openHouse();
    const { id } = await client.sources.add({ address: `${far.origin}/feed`, kind: 'feed' });
    await client.sources.change({ id, paused: true, name: 'Morning news' });
    expect(await client.sources.gather({ all: true })).toMatchObject({ started: false });
    expect((await client.sources.list())[0]).toMatchObject({
      health: 'paused',
      name: 'Morning news',
    });
    await client.sources.change({ id, paused: false });
    expect((await client.sources.list())[0]).toMatchObject({ health: 'new' });
  });

  test('a page is asked for its feed once, then the feed alone', async () => {
    const opened = await openHouse();
    far.at('/', '<link rel=alternate type="application/rss+xml" href=/feed>');
    far.at('/feed', feed);
    await opened.client.sources.add({ address: far.origin, kind: 'page' });
    await gather(opened);
    await gather(opened);
    expect(far.requests.map((request) => request.url)).toEqual(['/', '/feed', '/feed']);
  });
});

describe('finding feeds', () => {
  test.each([
    [
      'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ],
    [
      'https://www.youtube.com/playlist?list=PL1',
      'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1',
    ],
    ['https://github.com/rosa/bread', 'https://github.com/rosa/bread/releases.atom'],
    ['https://github.com/rosa/bread/commits', 'https://github.com/rosa/bread/commits.atom'],
    ['https://github.com/rosa', null],
    ['https://shop.example/', null],
  ])('by the shape of %s', (address, expected) => {
    expect(feedByShape(address)).toBe(expected);
  });

  test('in links that are relative to the page’s base', () => {
    const html =
      '<base href="https://cdn.example/x/"><link REL="alternate feed" TYPE="application/rss+xml; charset=utf-8" HREF="news.xml"><link rel="alternate" type="text/html" href="/de">';
    expect(feedsNamedIn(html, 'https://shop.example/')).toEqual(['https://cdn.example/x/news.xml']);
  });

  test('in the page’s folder before the root', () => {
    const tried = commonFeedAddresses('https://shop.example/blog?x=1');
    expect(tried[0]).toBe('https://shop.example/blog/atom.xml');
    expect(tried).toContain('https://shop.example/feed/');
    expect(tried).toHaveLength(12);
  });
});

describe('lists of sources', () => {
  test('come in with their folders, and what is known or broken is counted', async () => {
    const { client } = await openHouse();
    const opml = `<opml version="1.0"><body><outline text="Town"><outline text="Old town">
      <outline type="rss" text="Lantern &amp; co" xmlUrl="https://lantern.example/feed" htmlUrl="https://lantern.example/"/></outline>
      <outline title="No address"/><outline text="x" xmlUrl="javascript:alert(1)"></outline></outline>
      <outline text="Again" xmlUrl="https://lantern.example/feed"></body>`;
    expect(await client.sources.importOpml({ content: opml })).toMatchObject({
      added: 1,
      already: 1,
      refused: 1,
    });
    expect((await client.sources.list())[0]).toMatchObject({
      name: 'Lantern & co',
      folder: 'Town/Old town',
      home: 'https://lantern.example/',
    });
    expect(await client.sources.importOpml({ content: opml })).toMatchObject({
      step: null,
      added: 0,
      already: 2,
    });
    await client.journal.undo({});
    expect(await client.sources.list()).toEqual([]);
  });

  test('that are no lists are refused', async () => {
    const { client } = await openHouse();
    await expect(client.sources.importOpml({ content: 'hello' })).rejects.toThrow(
      'no list of sources',
    );
  });

  test('read back what they write', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .map((text) => text.replace(/[\s/\p{C}]+/gu, '').trim())
      .filter((text) => text !== '' && text.isWellFormed());
    const outline = fc.record({
      type: fc.constant('rss'),
      address: fc.webUrl({ withQueryParameters: true }),
      name: word,
      home: fc.oneof(fc.constant(''), fc.webUrl()),
      folder: fc.array(word, { maxLength: 3 }).map((path) => path.join('/')),
    });
    fc.assert(
      fc.property(fc.array(outline, { maxLength: 12 }), (outlines) => {
        const read = readOpml(writeOpml('Mine & yours', outlines));
        const sorted = (list: object[]) => list.map((one) => JSON.stringify(one)).sort();
        expect(sorted(read)).toEqual(sorted(outlines));
      }),
    );
  });

  test('go out without the sample town', async () => {
    const { client } = await openHouse();
    await client.sources.add({ address: 'sample:lantern.rss.xml', kind: 'feed' });
    await client.sources.add({
      address: 'https://shop.example/feed',
      kind: 'feed',
      name: 'Bread',
      folder: 'Town',
    });
    const { content, fileName } = await client.sources.exportOpml();
    expect(fileName).toBe('porchlight-sources-2026-03-02.opml');
    expect(readOpml(content)).toEqual([
      {
        type: 'rss',
        address: 'https://shop.example/feed',
        name: 'Bread',
        home: '',
        folder: 'Town',
      },
    ]);
  });
});

test('beginning to listen cannot be undone over what a person has made of it since', async () => {
  const opened = await openHouse();
  const { client } = opened;
  far.at('/feed', feed);
  const { step } = await client.sources.add({ address: `${far.origin}/feed`, kind: 'feed' });
  await gather(opened);
  const [row] = (await client.mentions.list({})).rows;
  const marked = await client.mentions.mark({ ids: [row?.id ?? ''], state: 'noted' });
  await expect(client.journal.undo({ step })).rejects.toThrow('newer');
  expect((await client.mentions.list({ state: 'noted' })).total).toBe(1);
  await client.journal.undo({ step: marked.step });
  await client.journal.undo({ step });
  expect(await client.sources.list()).toEqual([]);
});
