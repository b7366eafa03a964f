import { describe, expect, test } from 'vitest';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, rss, source, titles } from './gathering.ts';

const far = farEndForEach();

const json = (value: unknown) => JSON.stringify(value);
const parameter = (url: string | undefined, name: string) =>
  new URL(url ?? '', far.origin).searchParams.get(name);

describe('Mastodon', () => {
  const site = 'https://town.example';
  const post = (id: number) => ({
    id: String(id),
    uri: `${site}/users/rosa/statuses/${id}`,
    created_at: '2026-03-01T10:00:00.000Z',
    content: `<p>Bread ${id}</p>`,
    account: { acct: 'rosa', url: `${site}/@rosa` },
  });

  test.each([401, 403, 404])(
    'an account behind a closed interface (%i) is read from its feed',
    async (status) => {
      const opened = await far.routed(site);
      far.at('/api/v1/accounts/lookup', (_request, response) =>
        response.writeHead(status).end('{}'),
      );
      far.at(
        '/@rosa.rss',
        `<rss version="2.0"><channel><title>Rosa</title><link>${site}/@rosa</link><item><guid isPermaLink="true">${site}/@rosa/1</guid><link>${site}/@rosa/1</link><description>&lt;p&gt;Bread&lt;/p&gt;</description></item></channel></rss>`,
      );
      await opened.client.sources.add({ address: '@rosa@town.example' });
      await gather(opened);
      await gather(opened);
      const { rows } = await opened.client.mentions.list({});
      expect(rows).toMatchObject([{ excerpt: 'Bread', authorHandle: 'rosa@town.example' }]);
      expect(far.requests.map((request) => request.url).slice(-1)).toEqual(['/@rosa.rss']);
      expect(await source(opened)).toMatchObject({ health: 'well' });
    },
  );

  test('tags that are for members only are told in words', async () => {
    const opened = await far.routed(site);
    far.at('/api/v1/timelines/tag/bread', (_request, response) =>
      response.writeHead(422).end('{"error":"This method requires an authenticated user"}'),
    );
    far.at(
      '/api/v2/instance',
      json({
        configuration: {
          timelines_access: { hashtag_feeds: { local: 'authenticated', remote: 'disabled' } },
        },
      }),
    );
    await opened.client.sources.add({ address: `${site}/tags/bread`, kind: 'mastodon' });
    await gather(opened);
    expect((await source(opened)).lastError).toMatch(/town\.example.*members.*another server/);
  });

  test('a server that says nothing of its access keeps its own refusal', async () => {
    const opened = await far.routed(site);
    far.at('/api/v1/timelines/tag/bread', (_request, response) => response.writeHead(401).end());
    far.at('/api/v2/instance', json({ domain: 'town.example', configuration: {} }));
    await opened.client.sources.add({ address: `${site}/tags/bread`, kind: 'mastodon' });
    await gather(opened);
    expect((await source(opened)).lastError).toContain('wants a password');
  });

  test('a tag behind a closed interface is read from its feed where there is one', async () => {
    const opened = await far.routed(site);
    far.at('/api/v1/timelines/tag/bread', (_request, response) => response.writeHead(401).end());
    far.at('/tags/bread.rss', rss([{ guid: '1', title: 'Bread' }]));
    await opened.client.sources.add({ address: `${site}/tags/bread`, kind: 'mastodon' });
    await gather(opened);
    expect(await titles(opened)).toEqual(['Bread']);
  });

  test('a page that is missing in the middle is asked for again, and nothing is lost or doubled', async () => {
    const opened = await far.routed(site);
    const path = '/api/v1/timelines/tag/bread';
    far.at(path, (_request, response) => response.setHeader('etag', '"1"').end(json([post(10)])));
    await opened.client.sources.add({ address: `${site}/tags/bread`, kind: 'mastodon' });
    await gather(opened);
    let broken = true;
    far.at(path, (request, response) => {
      if (request.headers['if-none-match'] === '"2"') return response.writeHead(304).end();
      const before = parameter(request.url, 'max_id');
      if (before && broken) return response.writeHead(502).end();
      response.setHeader('etag', '"2"');
      return response.end(json(before ? [post(12), post(11), post(10)] : [post(14), post(13)]));
    });
    expect((await gather(opened)).last.newMentions).toBe(2);
    broken = false;
    expect((await gather(opened)).last.newMentions).toBe(2);
    expect((await opened.client.mentions.list({})).total).toBe(5);
  });
});

describe('a thread on Bluesky', () => {
  const path = '/xrpc/app.bsky.feed.getPostThread';
  const address = 'https://bsky.app/profile/rosa.example/post/3ka';
  const post = (key: string, handle: string) => ({
    uri: `at://did:plc:${handle}/app.bsky.feed.post/${key}`,
    author: { did: `did:plc:${handle}`, handle: `${handle}.example`, displayName: '' },
    record: { text: `${key} says`, createdAt: '2026-03-01T10:00:00.000Z' },
  });

  test('brings the post and every answer that can be read, once', async () => {
    const opened = await far.routed('https://public.api.bsky.app');
    const replies = [
      { post: post('b', 'otto'), replies: [{ post: post('c', 'mei') }] },
      { uri: 'at://x/y/z', notFound: true },
      { uri: 'at://x/y/z', blocked: true, author: {} },
      { post: { uri: 'nonsense' } },
    ];
    far.at(path, json({ thread: { post: post('a', 'rosa'), replies } }));
    await opened.client.sources.add({ address });
    await gather(opened);
    far.at(
      path,
      json({
        thread: { post: post('a', 'rosa'), replies: [...replies, { post: post('d', 'otto') }] },
      }),
    );
    expect((await gather(opened)).last.newMentions).toBe(1);
    const { rows } = await opened.client.mentions.list({});
    expect(rows.map((row) => [row.excerpt, row.authorHandle]).sort()).toEqual([
      ['a says', 'rosa.example'],
      ['b says', 'otto.example'],
      ['c says', 'mei.example'],
      ['d says', 'otto.example'],
    ]);
    expect(parameter(far.requests[0]?.url, 'uri')).toBe('at://rosa.example/app.bsky.feed.post/3ka');
  });

  test('a chain of a thousand answers is walked, and an endless one cut', async () => {
    const opened = await far.routed('https://public.api.bsky.app');
    let chain: object = { post: post('last', 'rosa') };
    for (let depth = 0; depth < 1200; depth++) {
      chain = { post: post(`k${depth}`, 'otto'), replies: [chain] };
    }
    far.at(path, json({ thread: chain }));
    await opened.client.sources.add({ address, kind: 'bluesky-thread' });
    expect((await gather(opened)).last.newMentions).toBe(1000);
  });

  test.each([
    ['gone', 400, { error: 'NotFound', message: 'Post not found' }, 'not there any more'],
    ['gone in another way', 200, { thread: { notFound: true, uri: 'x' } }, 'not there any more'],
    ['hidden', 200, { thread: { blocked: true } }, 'does not show it'],
    ['something else', 200, { hello: 1 }, 'unreadable'],
    ['broken', 502, {}, 'trouble of its own'],
  ])('that is %s is told in words', async (_name, status, body, words) => {
    const opened = await far.routed('https://public.api.bsky.app');
    far.at(path, (_request, response) => response.writeHead(status).end(json(body)));
    await opened.client.sources.add({ address, kind: 'bluesky-thread' });
    await gather(opened);
    expect((await source(opened)).lastError).toContain(words);
  });
});

test('a busy day on Hacker News is paged through to its end', async () => {
  const opened = await far.routed('https://hn.algolia.com');
  const hits = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      objectID: String(from + index),
      author: 'otto',
      created_at: '2026-03-01T10:00:00Z',
      title: `Bread ${from + index}`,
    }));
  far.at('/api/v1/search_by_date', json({ hits: hits(0, 1) }));
  await opened.client.sources.add({ address: 'hn: bread' });
  await gather(opened);
  far.at('/api/v1/search_by_date', (request, response) => {
    const page = Number(parameter(request.url, 'page') ?? 0);
    response.end(json({ hits: page < 2 ? hits(page * 100, 100) : hits(200, 30) }));
  });
  expect((await gather(opened)).last.newMentions).toBe(229);
});

test('reviews of the App Store are paged back to the one that is known', async () => {
  const opened = await far.routed('https://itunes.apple.com');
  const page = (number: number) =>
    `/gb/rss/customerreviews/page=${number}/id=42/sortby=mostRecent/json`;
  const entries = (...ids: number[]) =>
    json({
      feed: {
        entry: ids.map((id) => ({
          id: { label: String(id) },
          author: { name: { label: 'Otto' } },
          'im:rating': { label: '5' },
          title: { label: `Review ${id}` },
          content: { label: 'Good' },
        })),
      },
    });
  far.at(page(1), entries(1));
  far.at(page(2), json({ feed: {} }));
  await opened.client.sources.add({
    address: 'https://apps.apple.com/gb/app/id42',
    kind: 'app-store',
  });
  await gather(opened);
  far.at(page(1), entries(5, 4));
  far.at(page(2), (_request, response) => response.writeHead(502).end());
  expect((await gather(opened)).last.newMentions).toBe(2);
  far.at(page(2), entries(3, 2));
  far.at(page(3), entries(1));
  expect((await gather(opened)).last.newMentions).toBe(2);
  expect((await gather(opened)).last.newMentions).toBe(0);
});
