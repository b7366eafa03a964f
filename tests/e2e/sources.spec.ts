import type { Page } from '@playwright/test';
import { type FarEnd, startFarEnd } from '../core/listening/far-end.ts';
import { expectUsable } from './support/expect-usable.ts';
import { look, sourceCard } from './support/listening.ts';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, test } from './support/stories.ts';

const to = (far: FarEnd, ...origins: string[]) =>
  Object.fromEntries(origins.map((origin) => [origin, far.origin]));
const json = (value: unknown) => JSON.stringify(value);

async function listen(page: Page, typed: string, name: string) {
  await look(page, typed);
  await page.getByLabel('What you call it').fill(name);
  await page.getByRole('button', { name: 'Listen to this' }).click();
  await expect(sourceCard(page, name)).toContainText(/\d voices?/);
  await expect(page.getByLabel('Add something to listen to')).toHaveValue('');
}

test('handles and addresses of networks are recognised in the one box, and gathered', async ({
  openShell,
  far,
}) => {
  const status = (id: string, words: string) => ({
    id,
    uri: `https://town.example/statuses/${id}`,
    created_at: '2026-03-01T10:00:00.000Z',
    content: `<p>${words}</p>`,
    account: { acct: 'rosa', display_name: 'Rosa', url: 'https://town.example/@rosa' },
  });
  far.at('/api/v1/accounts/lookup', json({ id: '7' }));
  far.at('/api/v1/accounts/7/statuses', json([status('1', 'Fresh rye')]));
  far.at('/api/v1/timelines/tag/bread', json([status('2', 'I love #bread')]));
  far.at(
    '/xrpc/app.bsky.feed.getAuthorFeed',
    json({
      feed: [
        {
          post: {
            uri: 'at://did:plc:abc/app.bsky.feed.post/1',
            author: { did: 'did:plc:abc', handle: 'rosa.bsky.social' },
            record: { text: 'Rye again', createdAt: '2026-03-01T10:00:00.000Z' },
          },
        },
      ],
    }),
  );
  const atom = (title: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><entry><id>1</id><title>Best loaf in town?</title><author><name>/u/otto</name></author></entry></feed>`;
  far.at('/r/town/.rss', atom('town'));
  const routes = to(
    far,
    'https://town.example',
    'https://public.api.bsky.app',
    'https://www.reddit.com',
  );
  const { page, goTo, complaints } = await openShell({ routes });
  await pastWelcome(page);
  await goTo('/listening/sources');
  await listen(page, '@rosa@town.example', 'Rosa herself');
  await listen(page, '#bread@town.example', 'Talk of bread');
  await listen(page, 'rosa.bsky.social', 'Rosa on Bluesky');
  await listen(page, 'r/town', 'The town');
  await goTo('/listening?show=all');
  for (const words of ['Fresh rye', 'I love #bread', 'Rye again', 'Best loaf in town?']) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('a name offers listening posts; a slow one keeps nobody waiting, and several are kept at once', async ({
  openShell,
  far,
}) => {
  far.at(
    '/rss/search',
    '<rss version="2.0"><channel><title>News</title><item><guid>1</guid><title>Larkfoot Cycles turns forty</title></item></channel></rss>',
  );
  far.at(
    '/api/v1/search_by_date',
    json({
      hits: [
        {
          objectID: '5',
          author: 'otto',
          created_at: '2026-03-01T10:00:00Z',
          title: 'A bell by Larkfoot',
        },
      ],
    }),
  );
  // Reddit does not answer at all, and nobody has used the tag.
  const slow = await startFarEnd();
  slow.at('/search.rss', () => undefined);
  far.at('/api/v1/timelines/tag/larkfootcycles', json([]));
  const routes = to(
    far,
    'https://news.google.com',
    'https://hn.algolia.com',
    'https://mastodon.social',
  );
  const { page, goTo } = await openShell({
    routes: { ...routes, ...to(slow, 'https://www.reddit.com') },
  });
  await pastWelcome(page);
  await goTo('/listening/sources');
  await look(page, 'Larkfoot Cycles');
  const posts = page.getByRole('region', { name: /Where people may speak of/ });
  await expect(posts.getByText('Larkfoot Cycles turns forty')).toBeVisible();
  await expect(posts.getByText('A bell by Larkfoot')).toBeVisible();
  await expect(posts.getByText('Nothing has been said there lately.')).toBeVisible();
  await expect(posts.getByText('Looking …')).toBeVisible();
  await expect(posts.getByRole('checkbox', { name: /News about/ })).toBeChecked();
  await expect(posts.getByRole('checkbox', { name: /#larkfootcycles/ })).not.toBeChecked();
  await expectUsable(page, 'the posts');
  await posts.getByRole('button', { name: 'Listen in these 2 places' }).click();
  await expect(sourceCard(page, 'News about Larkfoot Cycles')).toContainText('1 voice');
  await expect(sourceCard(page, 'Larkfoot Cycles on Hacker News')).toContainText('1 voice');
  await slow.close();
});

test('what needs a key says so, shows where to get it, and listens once it is there', async ({
  openShell,
  far,
}) => {
  far.at('/v3/businesses/rosas-bread/reviews', (request, response) => {
    const isRight = request.headers.authorization === 'Bearer right';
    response.writeHead(isRight ? 200 : 400);
    response.end(
      json(
        isRight
          ? { reviews: [{ id: '1', rating: 1, text: 'Stale rye', user: { name: 'Otto' } }] }
          : { error: { code: 'TOKEN_INVALID' } },
      ),
    );
  });
  const { page, goTo, dataFolder } = await openShell({ routes: to(far, 'https://api.yelp.com') });
  await pastWelcome(page);
  await goTo('/listening/sources');
  await look(page, 'https://www.yelp.com/biz/rosas-bread');
  await expect(page.getByText('This needs a key of your own (Reviews on Yelp)')).toBeVisible();
  await expect(page.getByText('Any name and your own mail address will do.')).toBeVisible();
  await expectUsable(page, 'a key');
  await page.getByLabel('The API key').fill('wrong');
  await page.getByRole('button', { name: 'Try it and keep it' }).click();
  await expect(page.getByText(/It is kept, but: The key for .* was refused/)).toBeVisible();
  await page.getByLabel('The API key').fill('right');
  await page.getByRole('button', { name: 'Try it and keep it' }).click();
  await expect(page.getByText('Stale rye')).toBeVisible();
  await page.getByRole('button', { name: 'Listen to this' }).click();
  await expect(sourceCard(page, 'Yelp: rosas bread')).toContainText('1 voice');

  const keys = page.getByRole('list', { name: 'Keys' }).getByRole('listitem');
  await expect(keys.filter({ hasText: 'Reviews on Yelp' })).toContainText('A key is here');
  await page.getByRole('button', { name: 'Forget the key: Reviews on Yelp' }).click();
  await expect(keys.filter({ hasText: 'Reviews on Yelp' })).toContainText('No key yet');
  expect(dataFolder).not.toBe('');
});

test('what cannot be had is said with the way round it', async ({ openShell }) => {
  const { page, goTo } = await openShell();
  await pastWelcome(page);
  await goTo('/listening/sources');
  await look(page, 'https://www.facebook.com/larkfoot');
  await expect(page.getByRole('region', { name: 'Facebook, Instagram and Threads' })).toBeVisible();
  await look(page, 'Google reviews');
  const said = page.getByRole('region', { name: 'Google reviews of your business' });
  await expect(said).toContainText('takeout.google.com');
  const all = page.getByRole('region', { name: 'What cannot be had' });
  await all.getByText('Nextdoor', { exact: true }).click();
  await expect(all.getByText('signed in')).toBeVisible();
});

test('Welcome finds the feeds of the shop’s page, and where people may speak of it', async ({
  openShell,
  far,
  feeds,
}) => {
  feeds.feed('/feed.xml', 'Larkfoot news', [{ title: 'Forty years' }]);
  const site = feeds.page('/', '/feed.xml');
  far.at(
    '/rss/search',
    '<rss version="2.0"><channel><title>News</title><item><guid>1</guid><title>Larkfoot turns forty</title></item></channel></rss>',
  );
  far.at('/search.rss', '<rss version="2.0"><channel><title>x</title></channel></rss>');
  far.at('/api/v1/timelines/tag/larkfootcycles', json([]));
  const routes = to(
    far,
    'https://news.google.com',
    'https://www.reddit.com',
    'https://mastodon.social',
  );
  const { page, goTo } = await openShell({ routes });
  await page.getByRole('button', { name: 'Begin: three small steps' }).click();
  await page.getByLabel('Its name').fill('Larkfoot Cycles');
  await page.getByLabel('Its web page').fill(site);
  await page.getByRole('button', { name: 'See where people may speak of it' }).click();
  await expect(page.getByRole('checkbox', { name: 'Larkfoot news' })).toBeChecked();
  expect(far.requests.length).toBeGreaterThan(0);
  await expect(page.getByText(/Larkfoot turns forty/)).toBeVisible();
  await page.getByRole('checkbox', { name: /News about Larkfoot Cycles/ }).check();
  await expectUsable(page, 'Welcome');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Who is the first?' }).click();
  await page.waitForURL('**/today');
  await goTo('/listening/sources');
  await expect(sourceCard(page, 'News about Larkfoot Cycles')).toBeVisible();
  await expect(sourceCard(page, 'Larkfoot news')).toBeVisible();
});

test('adding can be used by everybody', async ({ openShell }) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/listening/sources');
  await page.getByRole('button', { name: 'Give a key: Search and answers on Bluesky' }).click();
  await look(page, 'Trustpilot');
  await expect(page.getByRole('region', { name: 'Trustpilot' })).toBeVisible();
  await expectUsable(page, 'sources');
});
