import { text as bodyOf } from 'node:stream/consumers';
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
  await page.getByLabel('What you call it').fill('Talk of us');
  await page.getByRole('button', { name: 'Listen to this' }).click();
  await expect(page.getByText('1 voice')).toBeVisible();
  await page.getByRole('button', { name: 'Give a key: Search and answers on Mastodon' }).click();
  await page.getByLabel('Your server').fill('own.social');
  await page.getByLabel('The access token').fill('a-token');
  await page.getByRole('button', { name: 'Try it and keep it' }).click();
  await expect(page.getByText('A key is here').first()).toBeVisible();

  await goTo('/listening');
  await expect(page.getByText('nobody said sorry')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('r');
  await page.getByLabel('What is true in it?').fill('Tuesday’s bread is sold on Wednesday');
  const answer = page.getByLabel('Your answer');
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

test('whoever is bound to silence sees the ways that are open, and is stopped before the others', async ({
  openShell,
  context,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/settings');
  await page.getByLabel('What you do').selectOption('attorney');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await goTo('/listening');
  await page.getByRole('list', { name: 'Voices' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'The plain sentence' }).click();
  const answer = page.getByLabel('Your answer');
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
