import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../../main/core/listening/sources/kinds.ts';
import { farEndForEach } from '../far-end-for-each.ts';
import { gather } from '../gathering.ts';
import { healthWords, houseWithKey, refusing, voices } from './keyed.ts';

const far = farEndForEach();

const json = (value: unknown) => JSON.stringify(value);

const parameter = (request: IncomingMessage, name: string) =>
  new URL(request.url ?? '', far.origin).searchParams.get(name);

test.each([
  [
    'bluesky: "Rosa’s Bread"',
    'bluesky-search',
    'https://bsky.app/search?q=%22Rosa%E2%80%99s+Bread%22',
  ],
  ['https://bsky.app/search?q=rosa', 'bluesky-search', 'https://bsky.app/search?q=rosa'],
  [
    'https://town.example/search?q=rosa&type=statuses',
    'mastodon-search',
    'https://town.example/search?q=rosa&type=statuses',
  ],
  [
    'https://m.youtube.com/@rosa#comments',
    'youtube-comments',
    'https://www.youtube.com/@rosa#comments',
  ],
  ['yelp.co.uk/biz/rosas-bread?sort=x', 'yelp', 'https://www.yelp.com/biz/rosas-bread'],
  [
    'https://www.tripadvisor.de/Restaurant_Review-g1-d42-Reviews-Rosas_Bread-Wrenmouth.html?a=b',
    'tripadvisor',
    'https://www.tripadvisor.de/Restaurant_Review-g1-d42-Reviews-Rosas_Bread-Wrenmouth.html',
  ],
  ['#RosasBread@Town.example', 'mastodon', 'https://town.example/tags/RosasBread'],
])('%s is of the kind %s, and stays so', (typed, kind, address) => {
  const [first] = kinds.flatMap((one) => {
    const found = one.recognise(typed);
    return found ? [{ kind: one.kind, address: found, again: one.recognise(found) }] : [];
  });
  expect(first).toEqual({ kind, address, again: address });
});

describe('Bluesky search', () => {
  const key = { handle: '@rosa.bsky.social', password: 'abcd-efgh-ijkl-mnop' };
  const session = '/xrpc/com.atproto.server.createSession';
  const search = '/xrpc/app.bsky.feed.searchPosts';
  const post = (name: string) => ({
    uri: `at://did:plc:abc/app.bsky.feed.post/${name}`,
    author: { did: 'did:plc:abc', handle: 'otto.example.org', displayName: 'Otto' },
    record: { text: `Rosa ${name}`, createdAt: '2026-03-01T10:00:00.000Z' },
  });

  test('signs in once, pages back to what is known, and signs in anew when the session ends', async () => {
    const opened = await houseWithKey(far, 'bluesky', key, 'https://bsky.social');
    let token = 'one';
    far.at(session, (request, response) => {
      const body: Buffer[] = [];
      request.on('data', (part: Buffer) => body.push(part));
      request.on('end', () => {
        expect(JSON.parse(String(Buffer.concat(body)))).toEqual({
          identifier: 'rosa.bsky.social',
          password: key.password,
        });
        response.end(json({ accessJwt: token, refreshJwt: 'r', handle: 'rosa.bsky.social' }));
      });
    });
    let pages: Record<string, unknown> = { first: { posts: [post('a'), { odd: 1 }] } };
    far.at(search, (request, response) => {
      if (request.headers.authorization !== `Bearer ${token}`) {
        return response.writeHead(400).end(json({ error: 'ExpiredToken' }));
      }
      response.end(json(pages[parameter(request, 'cursor') ?? 'first']));
    });
    await opened.client.sources.add({ address: 'bluesky: Rosa' });
    await gather(opened);
    expect(await voices(opened)).toMatchObject([
      { excerpt: 'Rosa a', author: 'Otto', authorHandle: 'otto.example.org' },
    ]);

    token = 'two';
    pages = {
      first: { posts: [post('d'), post('c')], cursor: '2' },
      2: { posts: [post('b'), post('a')], cursor: '4' },
    };
    expect((await gather(opened)).last.newMentions).toBe(3);
    const asked = (path: string) =>
      far.requests.filter((request) => request.url?.startsWith(path)).length;
    expect(asked(session)).toBe(2);
    expect(parameter(far.requests.at(-1) as IncomingMessage, 'cursor')).toBe('2');
  });

  test.each([
    [401, { error: 'AuthenticationRequired' }, 'was refused'],
    [401, { error: 'AuthFactorTokenRequired' }, 'an app password is needed'],
    [400, { error: 'InvalidRequest' }, 'was refused'],
  ])('a refused password is told in words (%s %o)', async (status, said, sentence) => {
    const opened = await houseWithKey(
      far,
      'bluesky',
      { ...key, password: 'wrong' },
      'https://bsky.social',
    );
    far.at(session, refusing(status, said));
    await opened.client.sources.add({ address: 'bluesky: Rosa', kind: 'bluesky-search' });
    await gather(opened);
    expect(await healthWords(opened)).toContain(sentence);
    expect(await opened.client.sources.tryKey({ service: 'bluesky' })).toMatchObject({
      works: false,
    });
  });
});

describe('YouTube comments', () => {
  const channel = `UC${'x'.repeat(22)}`;
  const list = '/youtube/v3/commentThreads';
  const comment = (id: string, more: object = {}) => ({
    id,
    snippet: {
      textDisplay: `Nice <b>${id}</b><script>alert(1)</script>`,
      authorDisplayName: '@otto',
      authorChannelUrl: 'http://www.youtube.com/@otto',
      authorChannelId: { value: `UC${'o'.repeat(22)}` },
      publishedAt: '2026-03-01T10:00:00Z',
      ...more,
    },
  });
  const thread = (id: string, replies: object[] = []) => ({
    id,
    snippet: { videoId: 'abcdefghijk', topLevelComment: comment(id) },
    ...(replies.length > 0 ? { replies: { comments: replies } } : {}),
  });

  test('comments and replies come from all videos of a channel, back to what is known', async () => {
    const opened = await houseWithKey(
      far,
      'youtube',
      { key: ' AIza x ' },
      'https://www.googleapis.com',
    );
    far.at('/youtube/v3/channels', json({ items: [{ id: channel }] }));
    let pages: Record<string, unknown> = {
      first: {
        items: [
          thread('b', [comment('b.1', { parentId: 'b', publishedAt: '2026-03-01T09:00:00Z' })]),
          { id: 'broken' },
        ],
      },
    };
    far.at(list, (request, response) =>
      response.end(json(pages[parameter(request, 'pageToken') ?? 'first'])),
    );
    await opened.client.sources.add({ address: 'https://www.youtube.com/@rosa#comments' });
    await gather(opened);
    expect(await voices(opened)).toMatchObject([
      {
        excerpt: 'Nice b',
        author: '@otto',
        address: 'https://www.youtube.com/watch?v=abcdefghijk&lc=b',
      },
      { excerpt: 'Nice b.1' },
    ]);
    const request = far.requests.find(({ url }) => url?.startsWith(list)) as IncomingMessage;
    expect(request.headers['x-goog-api-key']).toBe('AIzax');
    expect(parameter(request, 'allThreadsRelatedToChannelId')).toBe(channel);
    expect(far.requests.every(({ url }) => !url?.includes('AIza'))).toBe(true);

    pages = {
      first: { items: [thread('d')], nextPageToken: 'next' },
      next: { items: [thread('c'), thread('b')], nextPageToken: 'more' },
    };
    expect((await gather(opened)).last.newMentions).toBe(2);
    expect(far.requests.filter(({ url }) => url?.includes('/channels'))).toHaveLength(2);
  });

  test.each([
    [403, 'quotaExceeded', 'allowance of your YouTube key is used up'],
    [403, 'commentsDisabled', 'Comments are switched off'],
    [403, 'accessNotConfigured', 'is not enabled for it'],
    [400, 'API_KEY_INVALID', 'was refused'],
    [404, 'channelNotFound', 'nothing at this address'],
  ])('a refusal with %s for %s is told in words', async (status, reason, sentence) => {
    const opened = await houseWithKey(far, 'youtube', { key: 'k' }, 'https://www.googleapis.com');
    far.at(list, refusing(status, { error: { code: status, errors: [{ reason }] } }));
    const address = `https://www.youtube.com/channel/${channel}#comments`;
    await opened.client.sources.add({ address, kind: 'youtube-comments' });
    const { last } = await gather(opened);
    expect(last.failed).toBe(1);
    const [log] = await opened.client.sources.requests({
      id: (await opened.client.sources.list())[0]?.id ?? '',
    });
    expect(log?.outcome).toContain(sentence);
  });
});

describe('Yelp', () => {
  const path = '/v3/businesses/rosas-bread/reviews';
  const address = 'https://www.yelp.com/biz/rosas-bread';

  test('excerpts come with their rating and the reviewer’s page', async () => {
    const opened = await houseWithKey(far, 'yelp', { key: 'secret' }, 'https://api.yelp.com');
    far.at(
      path,
      json({
        reviews: [
          {
            id: 'r1',
            rating: 2,
            text: 'Stale & <dry>…',
            time_created: '2026-03-01 10:00:00',
            url: 'https://www.yelp.com/biz/rosas-bread?hrid=r1',
            user: { name: 'Otto K.', profile_url: 'https://www.yelp.com/user_details?userid=9' },
          },
          { id: 'r2', rating: 0, text: 'No stars given', user: null },
          { text: 'no identity' },
        ],
      }),
    );
    await opened.client.sources.add({ address });
    await gather(opened);
    const rows = await voices(opened);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ rating }) => rating)).toMatchObject({
      excerpt: 'Stale & <dry>…',
      author: 'Otto K.',
      rating: { value: 2, best: 5, share: 0.25 },
      tone: 'complaint',
    });
    expect(far.requests[0]?.headers.authorization).toBe('Bearer secret');
  });

  test('a used up allowance lets the host rest; a refused key does not', async () => {
    const opened = await houseWithKey(far, 'yelp', { key: 'secret' }, 'https://api.yelp.com');
    await opened.client.sources.add({ address, kind: 'yelp' });
    far.at(path, refusing(403, { error: { code: 'TOKEN_INVALID' } }));
    await gather(opened);
    expect(await healthWords(opened)).toContain('The key for “Reviews on Yelp” was refused');
    far.at(path, refusing(429, { error: { code: 'ACCESS_LIMIT_REACHED' } }));
    await gather(opened);
    expect((await opened.client.sources.list())[0]?.health).toBe('resting');
  });
});

test('Tripadvisor is asked in the language of the site, and its newest reviews are kept', async () => {
  const opened = await houseWithKey(
    far,
    'tripadvisor',
    { key: 'secret' },
    'https://api.content.tripadvisor.com',
  );
  far.at(
    '/api/v1/location/42/reviews',
    json({
      data: [
        {
          id: 7,
          lang: 'de',
          published_date: '2026-03-01T10:00:00Z',
          rating: '5',
          title: 'Wunderbar',
          text: 'Gutes Brot',
          url: 'https://www.tripadvisor.de/ShowUserReviews-g1-d42-r7',
          user: { username: 'ottok' },
        },
      ],
    }),
  );
  const address =
    'https://www.tripadvisor.de/Restaurant_Review-g1-d42-Reviews-Rosas_Bread-Wrenmouth.html';
  await opened.client.sources.add({ address });
  await gather(opened);
  expect(await voices(opened)).toMatchObject([
    { title: 'Wunderbar', authorHandle: 'ottok', rating: { value: 5, best: 5 }, tone: 'praise' },
  ]);
  expect((await opened.client.sources.list())[0]?.name).toBe('Tripadvisor: Rosas Bread');
  expect(far.requests[0]?.url).toContain('language=de');

  far.at('/api/v1/location/42/reviews', refusing(403, { message: 'explicit deny' }));
  await gather(opened);
  expect(await healthWords(opened)).toContain('may not allow your internet address');
});

describe('Mastodon search', () => {
  const address = 'https://town.example/search?q=rosa&type=statuses';
  const status = (id: number) => ({
    id: String(id),
    uri: `https://far.example/users/otto/statuses/${id}`,
    created_at: '2026-03-01T10:00:00.000Z',
    content: `<p>Rosa ${id}</p>`,
    account: { acct: 'otto@far.example', display_name: 'Otto', url: 'https://far.example/@otto' },
  });

  test('is paged by its offset, with the token only for its own server', async () => {
    const opened = await houseWithKey(
      far,
      'mastodon',
      { server: 'https://town.example/', token: 'secret' },
      'https://town.example',
    );
    far.at('/api/v2/search', json({ statuses: [status(0)], accounts: [] }));
    await opened.client.sources.add({ address });
    await gather(opened);
    far.at('/api/v2/search', (request, response) => {
      const offset = Number(parameter(request, 'offset'));
      const found = Array.from({ length: 40 }, (_, index) => status(60 - offset - index));
      response.end(json({ statuses: found.filter(({ id }) => Number(id) >= 0) }));
    });
    expect((await gather(opened)).last.newMentions).toBe(60);
    expect(far.requests.at(-1)?.headers.authorization).toBe('Bearer secret');

    await opened.client.sources.add({
      address: 'https://other.example/search?q=rosa&type=statuses',
      kind: 'mastodon-search',
    });
    const before = far.requests.length;
    const { told } = await gather(opened);
    const other = told.find(({ source }) => source?.name === 'other.example');
    expect(other?.source?.words).toContain('It is for town.example, not for other.example');
    expect(far.requests.length).toBe(before + 1);
  });
});
