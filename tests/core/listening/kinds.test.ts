import { describe, expect, test } from 'vitest';
import { kinds } from '../../../main/core/listening/sources/kinds.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, rss } from './gathering.ts';

const far = farEndForEach();

const json = (value: unknown) => JSON.stringify(value);

test.each([
  ['@rosa@town.example', 'mastodon', 'https://town.example/@rosa'],
  ['https://town.example/@rosa', 'mastodon', 'https://town.example/@rosa'],
  ['https://town.example/tags/bread', 'mastodon', 'https://town.example/tags/bread'],
  ['@rosa.bsky.social', 'bluesky', 'https://bsky.app/profile/rosa.bsky.social'],
  [
    'https://bsky.app/profile/rosa.example.org',
    'bluesky',
    'https://bsky.app/profile/rosa.example.org',
  ],
  ['r/bread', 'reddit', 'https://www.reddit.com/r/bread'],
  ['https://old.reddit.com/r/bread/.rss', 'reddit', 'https://www.reddit.com/r/bread'],
  [
    'reddit: rosa’s bread',
    'reddit',
    'https://www.reddit.com/search?q=rosa%E2%80%99s%20bread&sort=new',
  ],
  [
    'https://apps.apple.com/gb/app/bread/id42?l=en',
    'app-store',
    'https://apps.apple.com/gb/app/id42',
  ],
  ['hn: bread', 'hacker-news', 'https://hn.algolia.com/api/v1/search_by_date?query=bread'],
  [
    'news: "Rosa’s Bread"',
    'google-news',
    'https://news.google.com/rss/search?q=%22Rosa%E2%80%99s+Bread%22',
  ],
  ['feed://shop.example/rss', 'feed', 'https://shop.example/rss'],
  ['sample:a.xml', 'feed', 'sample:a.xml'],
  ['shop.example', 'page', 'https://shop.example/'],
  ['https://medium.com/@rosa', 'medium', 'https://medium.com/@rosa'],
])('%s is of the kind %s, and stays so', (typed, kind, address) => {
  const [first] = kinds.flatMap((one) => {
    const found = one.recognise(typed);
    return found ? [{ kind: one.kind, address: found, again: one.recognise(found) }] : [];
  });
  expect(first).toEqual({ kind, address, again: address });
});

describe('Mastodon', () => {
  const post = (id: string, more: object = {}) => ({
    id,
    uri: `https://town.example/users/rosa/statuses/${id}`,
    url: `https://town.example/@rosa/${id}`,
    created_at: '2026-03-01T10:00:00.000Z',
    edited_at: null,
    content: `<p>Bread ${id}</p><script>alert(1)</script>`,
    language: 'en',
    account: { acct: 'rosa', display_name: 'Rosa <3', url: 'https://town.example/@rosa' },
    ...more,
  });

  test('posts come with their author’s handle; boosts and broken ones do not', async () => {
    const opened = await far.routed('https://town.example');
    far.at('/api/v1/accounts/lookup', json({ id: '7' }));
    far.at(
      '/api/v1/accounts/7/statuses',
      json([post('12'), post('11', { reblog: {} }), { id: 3 }]),
    );
    await opened.client.sources.add({ address: '@rosa@town.example' });
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows).toMatchObject([
      {
        excerpt: 'Bread 12',
        author: 'Rosa <3',
        authorHandle: 'rosa@town.example',
        address: 'https://town.example/@rosa/12',
      },
    ]);
    await gather(opened);
    expect(far.requests.filter((request) => request.url?.includes('lookup'))).toHaveLength(2);
  });

  test('what was said between two visits is fetched back to what is known', async () => {
    const opened = await far.routed('https://town.example');
    far.at('/api/v1/timelines/tag/bread', json([post('10')]));
    await opened.client.sources.add({
      address: 'https://town.example/tags/bread',
      kind: 'mastodon',
    });
    await gather(opened);
    far.at('/api/v1/timelines/tag/bread', (request, response) => {
      const before = new URL(request.url ?? '', far.origin).searchParams.get('max_id');
      response.end(
        json(before === '13' ? [post('12'), post('11'), post('10')] : [post('14'), post('13')]),
      );
    });
    expect((await gather(opened)).last.newMentions).toBe(4);
  });

  test('an account that is not there is told in words', async () => {
    const { client } = await far.routed('https://town.example');
    await expect(client.sources.preview({ address: '@nobody@town.example' })).rejects.toThrow(
      'nothing at this address',
    );
  });
});

describe('Bluesky', () => {
  const entry = (key: string, more: object = {}) => ({
    post: {
      uri: `at://did:plc:abc/app.bsky.feed.post/${key}`,
      author: { did: 'did:plc:abc', handle: 'rosa.example.org', displayName: 'Rosa' },
      record: {
        text: `Bread ${key} <3\nWarm`,
        createdAt: '2026-03-01T10:00:00.000Z',
        langs: ['en'],
      },
    },
    ...more,
  });

  test('posts of an author are paged back to what is known, without reposts', async () => {
    const opened = await far.routed('https://public.api.bsky.app');
    const path = '/xrpc/app.bsky.feed.getAuthorFeed';
    far.at(path, json({ feed: [entry('a'), entry('x', { reason: {} })] }));
    await opened.client.sources.add({ address: '@rosa.example.org' });
    await gather(opened);
    const [row] = (await opened.client.mentions.list({})).rows;
    expect(row).toMatchObject({
      excerpt: 'Bread a <3\nWarm',
      authorHandle: 'rosa.example.org',
      address: 'https://bsky.app/profile/did:plc:abc/post/a',
    });
    far.at(path, (request, response) => {
      const cursor = new URL(request.url ?? '', far.origin).searchParams.get('cursor');
      response.end(
        json(
          cursor
            ? { feed: [entry('b'), entry('a')], cursor: 'more' }
            : { feed: [entry('c')], cursor: 'older' },
        ),
      );
    });
    expect((await gather(opened)).last.newMentions).toBe(2);
    expect(far.requests.at(-1)?.url).toContain('cursor=older');
  });
});

describe('App Store', () => {
  const review = (id: string, rating: string) => ({
    id: { label: id },
    author: { name: { label: 'Otto' }, uri: { label: 'https://itunes.apple.com/gb/id9' } },
    'im:rating': { label: rating },
    title: { label: 'Fresh & warm' },
    content: { label: 'Good <b>' },
  });

  test('reviews have their rating; a single one that is no list is read as well', async () => {
    const opened = await far.routed('https://itunes.apple.com');
    far.at(
      '/gb/rss/customerreviews/page=1/id=42/sortby=mostRecent/json',
      json({ feed: { entry: review('1', '2') } }),
    );
    far.at('/gb/rss/customerreviews/page=2/id=42/sortby=mostRecent/json', json({ feed: {} }));
    await opened.client.sources.add({ address: 'https://apps.apple.com/gb/app/bread/id42' });
    await gather(opened);
    expect((await opened.client.mentions.list({})).rows).toMatchObject([
      {
        title: 'Fresh & warm',
        excerpt: 'Good <b>',
        author: 'Otto',
        tone: 'complaint',
        rating: { value: 2, best: 5, worst: 1, share: 0.25 },
      },
    ]);
  });
});

test('Hacker News is asked for a window of time, with some overlap', async () => {
  const opened = await far.routed('https://hn.algolia.com');
  const hit = {
    objectID: '5',
    author: 'otto',
    created_at: '2026-03-01T10:00:00Z',
    story_title: 'Bread',
    comment_text: 'I like <i>it</i>',
  };
  far.at('/api/v1/search_by_date', json({ hits: [hit] }));
  await opened.client.sources.add({ address: 'hn: bread' });
  await gather(opened);
  await gather(opened);
  expect((await opened.client.mentions.list({})).rows).toMatchObject([
    {
      title: 'Bread',
      excerpt: 'I like it',
      authorHandle: 'otto',
      address: 'https://news.ycombinator.com/item?id=5',
    },
  ]);
  const since = Date.UTC(2026, 2, 1, 9) / 1000;
  expect(far.requests.at(-1)?.url).toContain(`numericFilters=created_at_i%3E${since}`);
});

test('Reddit and Google News are read from their feeds', async () => {
  const opened = await far.routed('https://www.reddit.com', 'https://news.google.com');
  far.at(
    '/r/bread/.rss',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>bread</title><entry><id>t3_1</id><title>Best loaf?</title><author><name>/u/otto</name></author></entry></feed>',
  );
  far.at(
    '/rss/search',
    rss([
      {
        guid: 'g',
        title: 'Rosa &lt;b&gt;bakes&lt;/b&gt;',
        link: 'https://www.google.com/url?url=https%3A%2F%2Fpaper.example%2Frosa%3Futm_source%3Dx',
      },
    ]),
  );
  await opened.client.sources.add({ address: 'r/bread' });
  await opened.client.sources.add({ address: 'news: rosa' });
  await gather(opened);
  const { rows } = await opened.client.mentions.list({});
  expect(rows.map((row) => [row.title, row.authorHandle]).sort()).toEqual([
    ['Best loaf?', 'otto'],
    ['Rosa bakes', ''],
  ]);
});
