import type { Page } from '@playwright/test';
import type { FeedItem, FeedServer } from '../support/feed-server.ts';
import { expectUsable } from './support/expect-usable.ts';
import { listenTo } from './support/listening.ts';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, type OpenShell, test } from './support/stories.ts';

const voices = (page: Page) => page.getByRole('list', { name: 'Voices' }).getByRole('listitem');
const focused = (page: Page) => page.locator('[data-row]:focus');

/** Past Welcome with one customer, and listening to these. */
async function hear(shell: OpenShell, feeds: FeedServer, items: FeedItem[], name = 'Town square') {
  const { page, goTo } = shell;
  await pastWelcome(page, 'Rosa Rossi');
  await goTo('/listening/sources');
  await listenTo(page, feeds.feed('/square.xml', name, items), name);
}

const ten: FeedItem[] = [
  { title: 'Stale rye', text: 'So disappointed, never again.', author: 'Kim Boateng' },
  { title: 'Rude at the till', text: 'Terrible, simply.', author: 'Ann Ash' },
  { title: 'Opening hours', text: 'Are you open on Sunday?', author: 'Bob Birch' },
  { title: 'Gluten', text: 'Is there bread without it?', author: 'Cem Cedar' },
  { title: 'The best', text: 'Thank you, wonderful.', author: 'Dee Date' },
  { title: 'Lovely', text: 'Excellent buns.', author: 'Eve Elm' },
  { title: 'The fair', text: 'It is on Monday.', author: 'Town Hall' },
  { title: 'The road', text: 'It is closed again.', author: 'Town Hall' },
  { title: 'The weather', text: 'It will snow.', author: 'Town Hall' },
  { title: 'The choir', text: 'It sings at eight.', author: 'Town Hall' },
].map((item, index) => ({
  ...item,
  published: `2026-02-2${index < 5 ? index + 3 : 8}T0${index}:00:00Z`,
}));

test('ten voices are sorted by the keyboard alone', async ({ openShell, feeds }) => {
  const shell = await openShell();
  const { page, goTo, complaints } = shell;
  await hear(shell, feeds, ten);
  await goTo('/listening');
  await expect(voices(page)).toHaveCount(10);
  const keys = page.keyboard;
  const notice = (words: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();

  await keys.press('j');
  await expect(focused(page)).toContainText('Stale rye');
  await keys.press('a');
  await expect(focused(page)).toContainText('Rude at the till');
  await notice('Answered');

  // As fast as keys can go: each is for the next voice.
  await keys.press('n');
  await keys.press('a');
  await expect(focused(page)).toContainText('Gluten');
  await expect(voices(page)).toHaveCount(7);
  await keys.press('Control+z');
  await expect(voices(page)).toHaveCount(8);
  await expect(focused(page)).toContainText('Gluten');
  await keys.press('k');
  await expect(focused(page)).toContainText('Opening hours');
  await keys.press('a');

  await expect(focused(page)).toContainText('Gluten');
  await keys.press('s');
  await expect(focused(page).getByRole('img', { name: 'Starred' })).toBeVisible();
  await keys.press('Enter');
  await expect(page.getByRole('article')).toContainText('Is there bread without it?');
  await keys.press('z');
  await notice('Put off');
  await expect(page.getByRole('article')).toContainText('Thank you, wonderful.');
  await keys.press('Escape');
  await expect(page.getByRole('article')).toBeHidden();

  await expect(focused(page)).toContainText('The best');
  await keys.press('4');
  await expect(voices(page).filter({ hasText: 'The best' })).not.toContainText('sounds pleased');
  await expect(focused(page)).toContainText('The best');
  await keys.press('Control+z');
  await expect(voices(page).filter({ hasText: 'The best' })).toContainText('sounds pleased?');
  await keys.press('n');
  await expect(focused(page)).toContainText('Lovely');
  await keys.press('n');

  await expect(focused(page)).toContainText('The fair');
  await keys.press('x');
  await keys.press('Shift+J');
  await keys.press('Shift+J');
  const chosen = page.getByRole('region', { name: 'Chosen voices' });
  await expect(chosen).toContainText('3 voices');
  await keys.press('x');
  await expect(chosen).toContainText('2 voices');
  await keys.press('l');
  await expect(voices(page)).toHaveCount(2);
  await notice('Let go: 2 voices');
  await expect(focused(page)).toContainText('The weather');
  await keys.press('l');
  await keys.press('l');
  await expect(page.getByText('All heard')).toBeVisible();
  await keys.press('?');
  await expect(page.getByRole('dialog')).toContainText('Put off until tomorrow');
  await expect(page.getByRole('dialog')).toContainText('It is meant as: a complaint');
  await keys.press('Escape');
  expect(complaints).toEqual([]);
});

test('two voices become one conversation, are parted, one is saved as a file, its picture shown', async ({
  openShell,
  feeds,
}) => {
  const shell = await openShell();
  const { page, goTo, complaints } = shell;
  feeds.picture('/rye.gif');
  const [rye, ...others] = ten.slice(0, 3);
  await hear(shell, feeds, [{ title: '', ...rye, picture: '/rye.gif' }, ...others]);
  await goTo('/listening');
  await expect(voices(page)).toHaveCount(3);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await expect(page.getByRole('region', { name: 'Chosen voices' })).toContainText('2 voices');
  await page.keyboard.press('m');
  await expect(voices(page)).toHaveCount(2);
  await expect(voices(page).first()).toContainText('2 in one conversation');
  await voices(page).first().getByRole('button').first().click();
  const conversation = page.getByRole('region', { name: 'The whole conversation' });
  await expect(conversation.getByRole('listitem')).toHaveCount(2);
  await expect(conversation).toContainText('Terrible, simply.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^voice-2026-02-\d\d-Kim-Boateng\.md$/);
  await conversation.getByRole('button', { name: /Ann Ash/ }).click();
  await expect(voices(page)).toHaveCount(3);

  // Its picture is fetched when somebody asks for it, and not before.
  await expect(page.getByRole('article')).toContainText('[picture: A picture]');
  expect(feeds.answered('/rye.gif')).toEqual([]);
  await page.getByRole('button', { name: /Show pictures from 127\.0\.0\.1/ }).click();
  await expect(page.getByRole('article').getByRole('img', { name: 'A picture' })).toBeVisible();
  expect(feeds.answered('/rye.gif')).toEqual([200]);
  expect(complaints).toEqual([]);
});

test('the same voice from two sources is one, in two places; an odd source is put right', async ({
  openShell,
  feeds,
}) => {
  const shell = await openShell();
  const { page, goTo } = shell;
  await hear(shell, feeds, ten.slice(0, 2));
  await listenTo(page, feeds.feed('/again.xml', 'News search', ten.slice(0, 1)), 'News search');
  await expect(page.getByText('1 voice').first()).toBeVisible();
  await goTo('/listening');
  await expect(voices(page)).toHaveCount(2);
  await expect(voices(page).first()).toContainText('heard in 2 places');
  await voices(page).first().getByRole('button').first().click();
  await expect(page.getByRole('article')).toContainText('also in News search');

  // What tells its voices apart is said on its card, and nothing comes anew by that.
  await goTo('/listening/sources');
  await page.getByRole('button', { name: 'Last requests of Town square' }).click();
  await page.getByLabel('What tells its voices apart').selectOption('words');
  await expect(page.getByRole('status').filter({ hasText: 'told apart so' })).toBeVisible();
  await goTo('/listening/sources');
  await page.getByRole('button', { name: 'Last requests of Town square' }).click();
  await expect(page.getByLabel('What tells its voices apart')).toHaveValue('words');
  await goTo('/listening');
  await page.getByRole('button', { name: 'Listen now' }).click();
  await expect.poll(() => feeds.answered('/square.xml').at(-1)).toBe(304);
  await expect(voices(page)).toHaveCount(2);
});

test('a rule is tried, kept, and does its work; a search is saved and found in the palette', async ({
  openShell,
  feeds,
}) => {
  const shell = await openShell();
  const { page, goTo } = shell;
  await hear(shell, feeds, ten);
  await goTo('/listening/rules');
  await page.getByLabel('by', { exact: true }).fill('Town Hall');
  await page.getByLabel('what is done').selectOption('let-go');
  await page.getByRole('button', { name: 'Try it on what is stored' }).click();
  const tried = page.getByRole('region', { name: 'What it would do' });
  await expect(tried).toContainText('It fits 4 voices that are stored.');
  await expect(tried).toContainText('The weather');
  await tried.getByRole('button', { name: 'Keep it, and do it with these 4' }).click();
  await expect(page.getByText('A voice by Town Hall: let it go.')).toBeVisible();

  await goTo('/listening');
  await expect(voices(page)).toHaveCount(6);
  await page.getByLabel('Search in what was said').fill('rye');
  await expect(voices(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page.getByRole('menuitem', { name: 'Save this search' }).click();
  await page.getByLabel('Name of the search').fill('About the rye');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'About the rye' })).toBeVisible();

  await goTo('/today');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('about the rye');
  await expect(page.getByText('Voices: About the rye')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(voices(page)).toHaveCount(1);
  await expect(page.getByLabel('Search in what was said')).toHaveValue('rye');
});

test('hearing can be used by everybody', async ({ openShell }) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/listening');
  await expect(voices(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await expectUsable(page, 'listening');
  await goTo('/listening/rules');
  await page.getByLabel('containing one of').fill('bread, rye');
  await page.getByRole('button', { name: 'Try it on what is stored' }).click();
  await expect(page.getByRole('region', { name: 'What it would do' })).toBeVisible();
  await expectUsable(page, 'rules');
  expect(complaints).toEqual([]);
});
