import { expect, test } from 'vitest';
import { notNow } from '../../../../shared/wording/not-now.ts';
import { openHouse } from '../../../support/open-house.ts';
import { farEndForEach } from '../far-end-for-each.ts';

const far = farEndForEach();

test.each([
  '@rosa@example.social',
  'rosa.bsky.social',
  'r/town',
  '#bread@example.social',
  'https://www.youtube.com/@rosa',
  'https://apps.apple.com/gb/app/bread/id42',
  'https://www.reddit.com/r/town/',
  'www.example.com',
  'example.com/news',
  'news: "Larkfoot Cycles"',
])('%s is an address, and can be looked at', async (typed) => {
  const { client } = await openHouse();
  expect(await client.sources.typed({ typed })).toEqual({
    isAddress: true,
    posts: [],
    cannot: null,
  });
});

test('a name offers the places where it may be spoken of, without asking anybody', async () => {
  const { client } = await openHouse({
    routes: [{ from: 'https://news.google.com', to: far.origin }],
  });
  const { isAddress, posts } = await client.sources.typed({ typed: ' Larkfoot  “Cycles” & Co ' });
  expect(isAddress).toBe(false);
  expect(posts.map(({ kind, address }) => [kind, address])).toEqual([
    ['google-news', 'https://news.google.com/rss/search?q=%22Larkfoot+Cycles+%26+Co%22'],
    ['reddit', 'https://www.reddit.com/search?q=%22Larkfoot%20Cycles%20%26%20Co%22&sort=new'],
    ['mastodon', 'https://mastodon.social/tags/larkfootcyclesco'],
    [
      'hacker-news',
      'https://hn.algolia.com/api/v1/search_by_date?query=%22Larkfoot%20Cycles%20%26%20Co%22',
    ],
  ]);
  expect(far.requests).toHaveLength(0);
});

test('with keys there are more places, and the tag is asked of the person’s own server', async () => {
  const { client } = await openHouse();
  const values = { server: 'town.example', token: 'x' };
  await client.sources.keepKey({ service: 'mastodon', values });
  await client.sources.keepKey({
    service: 'bluesky',
    values: { handle: 'rosa.bsky.social', password: 'x' },
  });
  const { posts } = await client.sources.typed({ typed: 'Rosa’s Bread' });
  expect(posts.map(({ kind }) => kind)).toEqual([
    'google-news',
    'reddit',
    'bluesky-search',
    'mastodon',
    'hacker-news',
    'mastodon-search',
  ]);
  expect(posts.find(({ kind }) => kind === 'mastodon')?.address).toBe(
    'https://town.example/tags/rosasbread',
  );
});

test('the news are those of the shop’s country', async () => {
  const { client } = await openHouse();
  await client.settings.save({ country: 'DE' });
  const { posts } = await client.sources.typed({ typed: 'Bäckerei Kern' });
  expect(posts[0]?.address).toContain('hl=de&gl=DE&ceid=DE%3Ade');
});

test('each place is previewed by itself, and one that is down hinders nobody', async () => {
  const { client } = await openHouse({
    routes: ['https://hn.algolia.com', 'https://mastodon.social'].map((from) => ({
      from,
      to: far.origin,
    })),
  });
  far.at('/api/v1/search_by_date', (_request, response) =>
    response.end(
      JSON.stringify({
        hits: [
          { objectID: '1', author: 'otto', created_at: '2026-03-01T10:00:00Z', title: 'Rosa' },
        ],
      }),
    ),
  );
  far.at('/api/v1/timelines/tag/rosa', (_request, response) => response.writeHead(500).end());
  const { posts } = await client.sources.typed({ typed: 'Rosa' });
  const of = (kind: string) => {
    const address = posts.find((post) => post.kind === kind)?.address ?? '';
    return client.sources.preview({ address, kind });
  };
  await expect(of('mastodon')).rejects.toThrow('trouble of its own');
  expect(await of('hacker-news')).toMatchObject([
    { kind: 'hacker-news', items: [{ title: 'Rosa' }] },
  ]);
});

test.each([
  ['https://www.google.com/maps/place/Rosas+Bread', 'Google'],
  ['https://maps.app.goo.gl/abc', 'Google'],
  ['Google reviews', 'Google'],
  ['https://business.google.com/reviews', 'Google'],
  ['facebook.com/rosasbread', 'Facebook'],
  ['https://www.instagram.com/rosasbread/', 'Facebook'],
  ['Instagram', 'Facebook'],
  ['https://x.com/rosasbread', 'X, once Twitter'],
  ['twitter.com/rosasbread', 'X, once Twitter'],
  ['https://uk.trustpilot.com/review/rosasbread.example', 'Trustpilot'],
  ['https://nextdoor.co.uk/pages/rosas', 'Nextdoor'],
])('%s cannot be had, and the way round it is said', async (typed, name) => {
  const { client } = await openHouse();
  const { cannot } = await client.sources.typed({ typed });
  expect(cannot?.name).toContain(name);
  expect(cannot?.way).not.toBe('');
  await expect(client.sources.preview({ address: typed })).rejects.toThrow(cannot?.why);
});

test.each(['https://www.google.com/about', 'X-Ray Cycles', 'https://sphinx.com', 'Meta Cycles'])(
  '%s is none of those',
  async (typed) => {
    const { client } = await openHouse();
    expect((await client.sources.typed({ typed })).cannot).toBeNull();
  },
);

test('everything that cannot be had says why, and what to do instead', () => {
  for (const { why, way } of notNow) {
    expect(why).toMatch(/\.$/);
    expect(way).toMatch(/\.$/);
  }
});
