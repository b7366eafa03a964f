import { text as bodyOf } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import type { FarEnd } from '../core/listening/far-end.ts';
import { expectUsable } from './support/expect-usable.ts';
import { look } from './support/listening.ts';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, test } from './support/stories.ts';

const json = (value: unknown) => JSON.stringify(value);
const post = {
  id: '77',
  uri: 'https://own.social/users/rosa/statuses/77',
  url: 'https://own.social/@rosa/77',
  created_at: '2026-03-01T10:00:00.000Z',
  content: '<p>The #larkfoot bread was stale and nobody said sorry. Terrible.</p>',
  visibility: 'public',
  account: { id: '9', acct: 'rosa', display_name: 'Rosa Rossi', url: 'https://own.social/@rosa' },
};

/** The person's own server: one post, and what is posted below it. */
function mastodon(far: FarEnd) {
  const replies: { status: string; in_reply_to_id: string }[] = [];
  const state = { status: 200 };
  far.at('/api/v1/timelines/tag/larkfoot', json([post]));
  far.at('/api/v2/search', json({ statuses: [post] }));
  far.at('/api/v1/accounts/verify_credentials', json({ id: '3' }));
  far.at('/api/v1/statuses/77/context', json({ descendants: [] }));
  far.at('/api/v1/statuses', async (request, response) => {
    const body = JSON.parse(await bodyOf(request)) as (typeof replies)[number];
    if (state.status === 200) replies.push(body);
    response.writeHead(state.status).end(json({ ...post, url: 'https://own.social/@shop/78' }));
  });
  return { replies, state };
}

const inThread = {
  root: { uri: 'at://did:plc:shop/app.bsky.feed.post/3kroot', cid: 'root' },
  parent: { uri: 'at://did:plc:rosa/app.bsky.feed.post/3krosa', cid: 'rosa' },
};
const rosasPost = {
  ...inThread.parent,
  author: { did: 'did:plc:rosa', handle: 'rosa.test', displayName: 'Rosa Rossi' },
  record: {
    text: 'The larkfoot bread was stale and nobody said sorry. Terrible.',
    createdAt: '2026-03-01T10:00:00.000Z',
    reply: { root: inThread.root, parent: inThread.root },
  },
};

/** Bluesky: one reply in a thread of the shop's, and the records that are put below it. */
function bluesky(far: FarEnd) {
  const records: { repo: string; record: { text: string; reply: unknown } }[] = [];
  const state = { takesThePassword: true };
  far.at('/xrpc/com.atproto.server.createSession', (_, response) => {
    if (!state.takesThePassword) response.writeHead(401);
    response.end(json({ accessJwt: 'j', did: 'did:plc:shop', handle: 'shop.test' }));
  });
  far.at('/xrpc/app.bsky.feed.searchPosts', json({ posts: [rosasPost] }));
  far.at('/xrpc/app.bsky.feed.getPosts', json({ posts: [rosasPost] }));
  far.at('/xrpc/com.atproto.repo.putRecord', async (request, response) => {
    records.push(JSON.parse(await bodyOf(request)) as (typeof records)[number]);
    response.end(json({ uri: 'at://did:plc:shop/app.bsky.feed.post/3kanswer', cid: 'answer' }));
  });
  return { records, state };
}

/** Gives a network's key on the screen of sources. */
async function giveKey(page: Page, network: string, fields: Record<string, string>) {
  await page.getByRole('button', { name: `Give a key: Search and answers on ${network}` }).click();
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Try it and keep it' }).click();
  await expect(page.getByText('A key is here').first()).toBeVisible();
}

/** Listens to what was looked up, and sees its one voice. */
async function listenToTalk(page: Page) {
  await page.getByLabel('What you call it').fill('Talk of us');
  await page.getByRole('button', { name: 'Listen to this' }).click();
  await expect(page.getByText('1 voice')).toBeVisible();
}

/** Opens the first voice and its answer, by keyboard. */
async function openAnswer(page: Page) {
  await page.getByRole('list', { name: 'Voices' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('r');
  return page.getByLabel('Your answer');
}

test('a harsh word becomes an answer in its thread: refused in words, waiting through an outage and a restart, posted once', async ({
  openShell,
  far,
}) => {
  const { replies, state } = mastodon(far);
  const routes = { 'https://own.social': far.origin };
  const shell = await openShell({ routes });
  const { page, goTo } = shell;
  await pastWelcome(page);
  await goTo('/listening/sources');
  await look(page, '#larkfoot@own.social');
  await listenToTalk(page);
  await giveKey(page, 'Mastodon', { 'Your server': 'own.social', 'The access token': 'a-token' });

  await goTo('/listening');
  const answer = await openAnswer(page);
  await page.getByLabel('What is true in it?').fill('Tuesday’s bread is sold on Wednesday');
  await answer.fill('You should have told us!');
  await expect(page.getByText('sounds like blame')).toBeVisible();
  await answer.fill('You are right, Rosa, and we are sorry. The next loaf is on us.');
  await expect(page.getByText(/of 500 for Mastodon/)).toBeVisible();
  await expectUsable(page, 'an answer');

  state.status = 403;
  await answer.press('Control+Enter');
  await expect(page.getByText('This token may only read.')).toBeVisible();
  await expectUsable(page, 'an answer that did not go out');
  state.status = 503;
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.getByRole('heading', { name: 'Waits to be posted to Mastodon' })).toBeVisible();
  await expect(page.getByText(/has trouble of its own/)).toBeVisible();

  const again = await shell.startAgain({ routes });
  await again.goTo('/listening');
  await again.page.getByRole('link', { name: 'Rosa Rossi' }).click();
  state.status = 200;
  await again.page.getByRole('button', { name: 'Try again now' }).click();
  await expect(again.page.getByText('https://own.social/@shop/78')).toBeVisible();
  expect(replies).toMatchObject([
    {
      status: '@rosa You are right, Rosa, and we are sorry. The next loaf is on us.',
      in_reply_to_id: '77',
    },
  ]);
  await again.goTo('/listening?show=answered');
  await expect(again.page.getByText('nobody said sorry')).toBeVisible();
});

test('on Bluesky an answer is refused in words, waits while there is no network, and goes out by itself, once, in its thread', async ({
  openShell,
  far,
}) => {
  const { records, state } = bluesky(far);
  const network = { 'https://bsky.social': far.origin };
  // TCP finds no way to a multicast address (ENETUNREACH), as to any without a network.
  const noNetwork = { 'https://bsky.social': 'http://224.0.0.1' };
  const shell = await openShell({ routes: network });
  const { page, goTo } = shell;
  await pastWelcome(page);
  await goTo('/listening/sources');
  await giveKey(page, 'Bluesky', { 'Your handle': 'shop.test', 'The app password': 'a-b-c-d' });
  await look(page, 'bluesky: larkfoot');
  await listenToTalk(page);

  await goTo('/listening');
  const answer = await openAnswer(page);
  await answer.fill('You are right, Rosa, and we are sorry.');
  await expect(page.getByText(/of 300 for Bluesky/)).toBeVisible();
  state.takesThePassword = false;
  await answer.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'It did not go out' })).toBeVisible();
  await expect(page.getByText(/Bluesky does not take the key.*Your words are safe/)).toBeVisible();
  state.takesThePassword = true;

  const offline = await shell.startAgain({ routes: noNetwork });
  await offline.goTo('/listening');
  await offline.page.getByRole('link', { name: 'Rosa Rossi' }).click();
  await offline.page.getByRole('button', { name: 'Try again now' }).click();
  await expect(
    offline.page.getByRole('heading', { name: 'Waits to be posted to Bluesky' }),
  ).toBeVisible();
  await expect(offline.page.getByText(/There is no connection to the internet/)).toBeVisible();
  expect(records).toEqual([]);

  const again = await offline.startAgain({ routes: network, clock: '2026-03-02T08:10' });
  await again.goTo('/listening?show=answered');
  await openAnswer(again.page);
  await expect(again.page.getByText(/bsky\.app\/profile\/shop\.test\/post\//)).toBeVisible();
  expect(records).toMatchObject([
    {
      repo: 'did:plc:shop',
      record: { text: 'You are right, Rosa, and we are sorry.', reply: inThread },
    },
  ]);
});

test('whoever is bound to silence sees the ways that are open, and is stopped before the others', async ({
  openShell,
  context,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/settings');
  await page.getByLabel('What you do').selectOption('attorney');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await goTo('/listening');
  const answer = await openAnswer(page);
  await page.getByRole('button', { name: 'The plain sentence' }).click();
  await expect(answer).toHaveValue('Professional considerations do not allow us to respond here.');
  await answer.fill('You hired us, and your case was lost for good reasons.');
  await answer.press('Control+Enter');
  const stop = page.getByRole('dialog', { name: 'Stop for a moment' });
  await expect(stop).toContainText('“You hired”');
  await expectUsable(page, 'the stop');
  await stop.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByRole('button', { name: /It is out/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Invite a private word' }).click();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^Copy/ }).click();
  await page.getByRole('button', { name: 'It is out: answered' }).click();
  await expect(page.getByRole('region', { name: 'What you said' })).toContainText(
    'we would be glad to listen',
  );
});
