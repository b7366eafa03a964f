import type { Page } from '@playwright/test';
import { listenTo, sourceCard } from './support/listening.ts';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, test } from './support/stories.ts';

const voices = (page: Page) => page.getByRole('list', { name: 'Voices' }).getByRole('listitem');

test('a feed appears as voices, is asked politely again, and an edited one keeps what it said', async ({
  openShell,
  feeds,
}) => {
  const address = feeds.feed('/news.xml', 'The Wrenmouth News', [
    { id: 'one', title: 'A bakery opens', text: 'The rye is lovely.', author: 'Bea' },
    { id: 'two', title: 'Rain <script>alert(1)</script> today', text: 'Wet.', author: 'Sam' },
  ]);
  const { page, goTo, complaints } = await openShell();
  await pastWelcome(page, 'Rosa Rossi');
  await goTo('/listening/sources');
  await listenTo(page, address, 'The Wrenmouth News');
  await expect(page.getByText('2 voices')).toBeVisible();

  await goTo('/listening');
  await expect(voices(page)).toHaveCount(2);
  await expect(voices(page).filter({ hasText: 'A bakery opens' })).toContainText(
    'The rye is lovely',
  );

  await page.getByRole('button', { name: 'Listen now' }).click();
  await expect.poll(() => feeds.answered('/news.xml').at(-1)).toBe(304);
  await expect(page.getByRole('button', { name: 'Listen now' })).toBeVisible();
  await expect(voices(page)).toHaveCount(2);

  feeds.feed('/news.xml', 'The Wrenmouth News', [
    { id: 'one', title: 'A bakery opens', text: 'The rye is stale.', author: 'Bea' },
    { id: 'two', title: 'Rain today', text: 'Wet.', author: 'Sam' },
    { id: 'three', title: 'Snow', text: 'Cold.', author: 'Sam' },
  ]);
  await page.getByRole('button', { name: 'Listen now' }).click();
  await expect(voices(page)).toHaveCount(3);
  await voices(page).filter({ hasText: 'A bakery opens' }).getByRole('button').first().click();
  await expect(page.getByRole('article')).toContainText('The rye is stale.');
  await page.getByText('It was edited.').click();
  await expect(page.getByRole('article')).toContainText('The rye is lovely.');
  expect(complaints).toEqual([]);
});

test('a voice becomes a customer, and is theirs from then on', async ({ openShell, feeds }) => {
  const address = feeds.feed('/posts.xml', 'Town square', [
    { id: 'one', title: 'Best rye in town', author: 'Siobhán Kelly' },
  ]);
  const { page, goTo } = await openShell();
  await pastWelcome(page, 'Rosa Rossi');
  await goTo('/listening/sources');
  await listenTo(page, address, 'Town square');
  await goTo('/listening');
  await voices(page).first().getByRole('button').first().click();
  await page.getByRole('button', { name: 'Make a customer of them' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Siobhán Kelly');
  await expect(page.getByText('Best rye in town').first()).toBeVisible();

  await goTo('/listening?show=all');
  await voices(page).first().getByRole('button').first().click();
  await expect(page.getByRole('article')).toContainText('These are the words of Siobhán Kelly');
});

test('voices are sorted by the keyboard alone, each with its undo', async ({ openShell }) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/listening');
  await expect(voices(page).first()).toBeVisible();
  const row = voices(page).first().getByRole('button').first();
  const words = await row.innerText();
  await row.focus();
  await page.keyboard.press('a');
  await expect(page.getByRole('status').filter({ hasText: 'Answered' })).toBeVisible();
  await expect(voices(page).first().getByRole('button').first()).not.toHaveText(words);
  await page.locator('body').press('Control+z');
  await expect(voices(page).first().getByRole('button').first()).toHaveText(words, {
    useInnerText: true,
  });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeHidden();
});

test('what cannot be reached is said in words, and the rest is heard', async ({
  openShell,
  feeds,
}) => {
  const well = feeds.feed('/well.xml', 'Well', [{ title: 'Hello' }]);
  const broken = feeds.feed('/broken.xml', 'Breaks later', [{ title: 'Still here' }]);
  const { page, goTo } = await openShell();
  await pastWelcome(page, 'Rosa Rossi');
  await goTo('/listening/sources');
  await listenTo(page, well, 'Well');
  await listenTo(page, broken, 'Breaks later');
  await expect(sourceCard(page, 'Breaks later')).toContainText('1 voice');
  feeds.fault('/broken.xml', 'broken');
  await goTo('/listening');
  await page.getByRole('button', { name: 'Listen now' }).click();
  await expect.poll(() => feeds.answered('/broken.xml').at(-1)).toBe(500);
  await expect(page.getByRole('button', { name: 'Listen now' })).toBeVisible();
  await expect(voices(page)).toHaveCount(2);
  await goTo('/listening/sources');
  const card = page.getByRole('listitem').filter({ hasText: 'Breaks later' });
  await expect(card).not.toContainText('All is well');
  await expect(page.getByRole('listitem').filter({ hasText: 'Well' }).first()).toContainText(
    'All is well',
  );
});

test('an address that leads nowhere is refused in words', async ({ openShell, feeds }) => {
  const { page, goTo } = await openShell();
  await pastWelcome(page, 'Rosa Rossi');
  await goTo('/listening/sources');
  const look = async (address: string) => {
    await page.getByLabel('Add something to listen to').fill(address);
    await page.getByRole('button', { name: 'Look' }).click();
  };
  await look(feeds.fault('/nothing', 'no-feed'));
  await expect(page.getByText(/nothing to listen to|no feed/i).first()).toBeVisible();
  await look('http://127.0.0.1:9/closed');
  await expect(page.getByText(/does not accept connections/i).first()).toBeVisible();
  await look('not an address at all');
  await expect(page.getByText(/address|nothing/i).nth(1)).toBeVisible();
});

test('the window says when Porchlight was closed, and wakes up with it', async ({ openShell }) => {
  const { page, child } = await openShell({ sample: true });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today, turn to');
  await child.interrupt();
  await expect(page.getByText(/Porchlight has been closed/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today, turn to');
});

test('wish 11: offline: without the network the page says so, and everything at hand still works', async ({
  openShell,
  context,
}) => {
  const { page } = await openShell({ sample: true });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today, turn to');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
  });
  await expect(page.getByText(/There is no network just now/).first()).toBeVisible();
  await page.getByRole('textbox', { name: /What was said with/ }).fill('Talked at the counter');
  await page.getByRole('button', { name: /Save and done/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The light is on.');
  await context.setOffline(false);
});
