import type { Page } from '@playwright/test';
import { type FarEnd, startFarEnd } from '../core/listening/far-end.ts';
import { archive, takeoutReview } from '../core/listening/review-files/files.ts';
import { expectUsable } from './support/expect-usable.ts';
import { test as base, expect } from './support/stories.ts';

/** The stories with a far end that imitates every service. */
const test = base.extend<{ far: FarEnd }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  far: async ({}, give) => {
    const far = await startFarEnd();
    await give(far);
    await far.close();
  },
});

const to = (far: FarEnd, ...origins: string[]) =>
  Object.fromEntries(origins.map((origin) => [origin, far.origin]));
const json = (value: unknown) => JSON.stringify(value);
const card = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Sources' }).getByRole('listitem').filter({ hasText: name });

async function look(page: Page, typed: string) {
  await page.getByLabel('Add something to listen to').fill(typed);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
}

async function listen(page: Page, typed: string, name: string) {
  await look(page, typed);
  await page.getByLabel('What you call it').fill(name);
  await page.getByRole('button', { name: 'Listen to this' }).click();
  await expect(card(page, name)).toContainText(/\d voices?/);
  await expect(page.getByLabel('Add something to listen to')).toHaveValue('');
}

/** Past Welcome, as somebody in a hurry. */
async function pastWelcome(page: Page) {
  await page.getByRole('button', { name: 'Begin: three small steps' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Who is the first?' }).click();
  await page.waitForURL('**/today');
}

/** Lets a file go over the window, as a hand would. */
async function drop(page: Page, name: string, content: string | Buffer) {
  const base64 = Buffer.from(content).toString('base64');
  const data = await page.evaluateHandle(
    ([fileName, encoded]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      return transfer;
    },
    [name, base64] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Let go to see what is in this file')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
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
  await expect(card(page, 'News about Larkfoot Cycles')).toContainText('1 voice');
  await expect(card(page, 'Larkfoot Cycles on Hacker News')).toContainText('1 voice');
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
  await expect(card(page, 'Yelp: rosas bread')).toContainText('1 voice');

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

test('a Takeout archive dropped on the window becomes voices, once, and can be taken back', async ({
  openShell,
}) => {
  const reviews = [
    takeoutReview('a', {
      comment: '(Translated by Google) Good bread\n\n(Original)\nGutes Brot',
      reviewReply: { comment: 'Danke, Otto!', updateTime: '2026-02-02T08:00:00Z' },
    }),
    takeoutReview('b', { starRating: 'ONE', comment: 'Stale rye' }),
  ];
  const takeout = archive({
    'Takeout/Google Business Profile/account-1/location-7/reviews.json': json({ reviews }),
  });
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/today');
  await drop(page, 'takeout.zip', takeout);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('takeout.zip holds 2 reviews');
  await expect(dialog).toContainText('Gutes Brot');
  await expect(dialog).toContainText('You answered: Danke, Otto!');
  await expectUsable(page, 'a Takeout archive');
  await dialog.getByRole('button', { name: 'Bring in 2 reviews' }).click();
  await expect(dialog).toContainText('2 reviews came in.');
  await dialog.getByRole('button', { name: 'See the voices' }).click();
  await expect(page.getByText('Stale rye').first()).toBeVisible();
  await page.getByText('Gutes Brot').first().click();
  await expect(page.getByRole('article')).toContainText('Danke, Otto!');

  await drop(page, 'takeout.zip', takeout);
  await expect(dialog).toContainText('of which 2 are here already');
  await dialog.getByRole('button', { name: 'Bring in 0 reviews' }).click();
  await expect(dialog).toContainText('0 reviews came in, 2 reviews had been here before.');
  await dialog.getByRole('button', { name: 'Good' }).click();

  await goTo('/listening/sources');
  await expect(card(page, 'Google reviews')).toContainText('2 voices');
  await drop(page, 'newer.json', json({ reviews: [takeoutReview('c')] }));
  await dialog.getByRole('button', { name: 'Bring in 1 review' }).click();
  await dialog.getByRole('button', { name: 'Undo this import' }).click();
  await expect(card(page, 'Google reviews')).toContainText('2 voices');
  expect(complaints).toEqual([]);
});

test('the reviews a person wrote themselves are refused kindly', async ({ openShell }) => {
  const { page, goTo } = await openShell();
  await pastWelcome(page);
  await goTo('/listening/sources');
  await drop(page, 'Reviews.json', json({ type: 'FeatureCollection', features: [] }));
  await expect(page.getByRole('dialog')).toContainText('you wrote yourself on Google Maps');
});

test('the columns of a table are put right on a sample, and remembered', async ({ openShell }) => {
  const table = 'Wer,Was,Wie viel\nOtto,Gutes Brot,8\nAda,Altes Brot,2\n';
  const { page, goTo, complaints } = await openShell();
  await pastWelcome(page);
  await goTo('/listening/sources');
  await drop(page, 'gaestebuch.csv', table);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('is a table');
  await dialog.getByRole('button', { name: 'Reviews' }).click();
  await dialog.getByLabel('Wer is').selectOption('who said it');
  await dialog.getByLabel('Was is').selectOption('what was said');
  await dialog.getByLabel('Wie viel is').selectOption('the rating');
  await expect(
    dialog.getByRole('img', { name: '8 out of 10' }).or(dialog.getByText('8 of 10')).first(),
  ).toBeVisible();
  await expectUsable(page, 'the columns');
  await dialog.getByLabel('Where these were said').fill('The guest book');
  await dialog.getByRole('button', { name: 'Bring in 2 reviews' }).click();
  await dialog.getByRole('button', { name: 'Good' }).click();
  await expect(card(page, 'The guest book')).toContainText('2 voices');

  await drop(page, 'april.csv', `${table}Umi,Sehr gut,10\n`);
  await expect(dialog).toContainText('As you said it for a file like this one.');
  await expect(dialog.getByLabel('Where these were said')).toHaveValue('The guest book');
  await dialog.getByRole('button', { name: 'Bring in 1 review' }).click();
  await dialog.getByRole('button', { name: 'Good' }).click();
  await expect(card(page, 'The guest book')).toContainText('3 voices');
  expect(complaints).toEqual([]);
});

test('a list of feeds and an address book find their way as well', async ({ openShell, feeds }) => {
  const feed = feeds.feed('/one.xml', 'The Lantern', [{ title: 'One' }]);
  const { page, goTo } = await openShell();
  await pastWelcome(page);
  await goTo('/people');
  await drop(
    page,
    'feeds.opml',
    `<opml version="2.0"><body><outline text="The Lantern" xmlUrl="${feed}"/></body></opml>`,
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The Lantern');
  await dialog.getByRole('button', { name: 'Listen to it' }).click();
  await expect(page.getByText('1 source added')).toBeVisible();
  await goTo('/listening/sources');
  await expect(card(page, 'The Lantern')).toBeVisible();
  await drop(page, 'rosa.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Rosa Rossi\nEND:VCARD\n');
  await expect(dialog).toContainText('Rosa Rossi');
  await dialog.getByRole('button', { name: 'Bring in 1 person' }).click();
  await expect(dialog).toContainText('1 person came in');
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
  await expect(card(page, 'News about Larkfoot Cycles')).toBeVisible();
  await expect(card(page, 'Larkfoot news')).toBeVisible();
});

test('adding can be used by everybody', async ({ openShell }) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/listening/sources');
  await page.getByRole('button', { name: 'Give a key: Search and answers on Bluesky' }).click();
  await look(page, 'Trustpilot');
  await expect(page.getByRole('region', { name: 'Trustpilot' })).toBeVisible();
  await expectUsable(page, 'sources');
});
