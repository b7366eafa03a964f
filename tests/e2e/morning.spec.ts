import type { Page } from '@playwright/test';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, test } from './support/stories.ts';

const line = (page: Page) => page.getByRole('textbox', { name: /What was said with/ });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Whom the day names. */
async function named(page: Page): Promise<string> {
  await expect(heading(page)).toContainText('Today, turn to');
  return (await heading(page).innerText()).replace('Today, turn to ', '').replace(/\s+/g, ' ');
}

test('from the first start to the first person named', async ({ openShell, feeds }) => {
  feeds.feed('/news.xml', 'The Wrenmouth News', [{ title: 'A new bakery on the square' }]);
  const shop = feeds.page('/', '/news.xml');
  const { page, complaints } = await openShell();

  await expect(heading(page)).toHaveText('Good morning, neighbour.');
  await page.getByRole('button', { name: 'Begin: three small steps' }).click();
  await page.getByLabel('Its name').fill('Marchetti & Daughters');
  await page.getByLabel('Its web page').fill(shop);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'The Wrenmouth News' })).toBeChecked();
  await page.getByRole('button', { name: 'Next' }).click();

  await page
    .getByLabel('A few of your customers')
    .fill('Rosa Rossi, her son has a bad knee\nNkem\n田中 花子');
  await expect(page.getByText('3 people so far.')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('We open at').fill('07:30');
  await page.getByRole('button', { name: 'Who is the first?' }).click();

  expect(['Rosa Rossi', 'Nkem', '田中 花子', '花子 田中']).toContain(await named(page));
  await page
    .getByRole('link', { name: /Listening/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Sources' }).click();
  await expect(page.getByRole('heading', { name: 'The Wrenmouth News' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the daily loop: talked, logged, promised; somebody else tomorrow; the promise when it is due', async ({
  openShell,
}) => {
  const monday = await openShell({ sample: true, clock: '2026-03-02T08:00' });
  const first = await named(monday.page);
  await line(monday.page).fill(
    'Rang about the order, all well. I will send the new quote thursday',
  );
  await expect(monday.page.getByText(/Thursday 5 March/).first()).toBeVisible();
  await line(monday.page).press('Control+Enter');
  await expect(heading(monday.page)).toHaveText('The light is on.');
  await expect(monday.page.getByText(first).first()).toBeVisible();

  const tuesday = await monday.startAgain({ sample: true, clock: '2026-03-03T08:00' });
  const second = await named(tuesday.page);
  expect(second).not.toBe(first);
  await tuesday.page.reload();
  expect(await named(tuesday.page)).toBe(second);
  await tuesday.page.getByRole('button', { name: 'Not today' }).click();
  await expect(heading(tuesday.page)).not.toContainText(second);
  expect(await named(tuesday.page)).not.toBe(first);

  const thursday = await tuesday.startAgain({ sample: true, clock: '2026-03-05T08:00' });
  await thursday.goTo('/follow-ups');
  const promise = thursday.page
    .getByRole('listitem')
    .filter({ hasText: /new quote/i })
    .first();
  await expect(promise).toContainText(first);
  await expect(promise).toContainText('today');
});

/** Clicks and key presses in a page since it was opened, as its window heard them. */
async function countPresses(page: Page): Promise<() => Promise<{ clicks: number; keys: number }>> {
  await page.evaluate(() => {
    const pressed = { clicks: 0, keys: 0 };
    Object.assign(window, { pressed });
    window.addEventListener('pointerdown', () => (pressed.clicks += 1), true);
    window.addEventListener('keydown', () => (pressed.keys += 1), true);
  });
  return () =>
    page.evaluate(
      () => (window as unknown as { pressed: { clicks: number; keys: number } }).pressed,
    );
}

test('wish 12: log from the first screen: a morning in at most five clicks, and again by keyboard alone with Ctrl+Enter', async ({
  openShell,
}) => {
  const said = 'Rang about the order, they move in june. I will send the new quote thursday';
  const promised = (page: Page) =>
    page.getByRole('listitem').filter({ hasText: 'Send the new quote' });

  const monday = await openShell({ sample: true, clock: '2026-03-02T08:00' });
  const first = await named(monday.page);
  await expect(line(monday.page)).toBeInViewport({ ratio: 1 });
  const byMouse = await countPresses(monday.page);
  await line(monday.page).click();
  await monday.page.keyboard.insertText(said);
  await expect(promised(monday.page)).toContainText('Thursday 5 March');
  await monday.page.getByRole('button', { name: /Save and done for today/ }).click();
  await expect(heading(monday.page)).toHaveText('The light is on.');
  expect((await byMouse()).clicks).toBeLessThanOrEqual(5);
  await monday.goTo('/follow-ups');
  await expect(promised(monday.page).first()).toContainText(first);

  const tuesday = await monday.startAgain({ sample: true, clock: '2026-03-03T08:00' });
  const second = await named(tuesday.page);
  const byKeys = await countPresses(tuesday.page);
  await tuesday.page.keyboard.press('l');
  await tuesday.page.keyboard.insertText(said);
  await expect(promised(tuesday.page)).toContainText('Thursday 5 March');
  await tuesday.page.keyboard.press('Control+Enter');
  await expect(heading(tuesday.page)).toHaveText('The light is on.');
  expect((await byKeys()).clicks).toBe(0);
  await tuesday.goTo('/follow-ups');
  await expect(promised(tuesday.page).filter({ hasText: second }).first()).toBeVisible();
});

test('wish also: many people in one entry: from the palette, with two customers, one of them new', async ({
  openShell,
}) => {
  const { page } = await openShell({ sample: true });
  await named(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('called Derek and Fiona Bell yesterday, ring back friday');
  await page.getByRole('option', { name: /^Log “called/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Log a conversation' });
  await dialog.getByRole('button', { name: 'Fiona Bell: a new customer?' }).click();
  await expect(dialog.getByRole('button', { name: 'Not with Derek Applegarth' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.goto(new URL('/people', page.url()).href);
  await page.getByRole('searchbox', { name: 'Search people' }).fill('Fiona Bell');
  await page
    .getByRole('list', { name: 'People' })
    .getByRole('link')
    .filter({ hasText: 'Fiona Bell' })
    .click();
  await expect(heading(page)).toHaveText('Fiona Bell');
  await expect(page.getByText('Phone call, with Derek Applegarth')).toBeVisible();
});

test('undo brings the day back: the talk is taken back with one key', async ({ openShell }) => {
  const { page } = await openShell({ sample: true });
  const first = await named(page);
  await line(page).fill('Talked at the counter, all well');
  await page.getByRole('button', { name: /Save and done for today/ }).click();
  await expect(heading(page)).toHaveText('The light is on.');
  await page.locator('body').press('Control+z');
  expect(await named(page)).toBe(first);

  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(heading(page)).not.toContainText(first);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(heading(page)).toContainText(first);
});

test('a reload in the middle of typing loses nothing, nor does a crash', async ({
  openShell,
  context,
}) => {
  const first = await openShell({ sample: true });
  await named(first.page);
  const typed = 'Her son has had his knee seen to, and it went well';
  await line(first.page).pressSequentially(typed);
  await first.page.reload();
  await expect(line(first.page)).toHaveValue(typed);
  await first.page.getByLabel('How you spoke').selectOption('Letter');

  // A second window knows only what the core has kept.
  const second = await context.newPage();
  await expect(async () => {
    await second.goto(first.page.url());
    await expect(line(second)).toHaveValue(typed, { timeout: 2000 });
    await expect(second.getByLabel('How you spoke')).toHaveValue('letter', { timeout: 2000 });
  }).toPass();
  await second.close();
  await first.page.close();
  first.child.process.kill('SIGKILL');
  await first.child.finished;
  const again = await openShell({ sample: true });
  await expect(line(again.page)).toHaveValue(typed);
  await expect(again.page.getByLabel('How you spoke')).toHaveValue('letter');
});

test('wish 14: a missed call is not a conversation: an attempt that reached nobody is kept, and is no contact', async ({
  openShell,
}) => {
  const { page } = await openShell({ sample: true });
  const first = await named(page);
  await page.getByRole('button', { name: /Could not reach/ }).click();
  await expect(heading(page)).toHaveText('You tried. That is noted.');
  await page.getByRole('button', { name: 'Turn to somebody else today' }).click();
  expect(await named(page)).not.toBe(first);
  await page.goto(new URL('/people', page.url()).href);
  await page.getByRole('searchbox', { name: 'Search people' }).fill(first);
  // The list still shows everybody until the search has answered.
  await page
    .getByRole('list', { name: 'People' })
    .getByRole('link')
    .filter({ hasText: first })
    .first()
    .click();
  await expect(heading(page)).toContainText(first);
  await expect(page.getByText(/not reached|nobody/i).first()).toBeVisible();
});

test('a single person, and then the quiet that follows', async ({ openShell }) => {
  const { page, goTo } = await openShell();
  await pastWelcome(page);
  await expect(
    page.getByRole('heading', { name: 'Nobody lives on this street yet' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Add the first person' }).click();
  await expect(page.getByRole('dialog', { name: 'New customer' })).toBeVisible();
  await page.getByLabel('First name').fill('Nkem');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Nkem');
  await goTo('/today');
  expect(await named(page)).toBe('Nkem');
  await line(page).fill('Came in for bread, said hello');
  await line(page).press('Control+Enter');
  await expect(heading(page)).toHaveText('The light is on.');
});
