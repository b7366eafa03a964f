import type { Page } from '@playwright/test';
import { expect, type OpenShell, test } from './support/stories.ts';

declare global {
  interface Window {
    /** The notices that the browser was given by this page. */
    noticesShown: Notification[];
  }
}

/** Lets the browser show notices, and remembers in each page those that it showed. */
async function allowNotices({ page, origin }: Pick<OpenShell, 'page' | 'origin'>): Promise<void> {
  await page.context().grantPermissions(['notifications'], { origin });
}

const remember = () => {
  window.noticesShown = [];
  const Shown = window.Notification;
  window.Notification = class extends Shown {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      window.noticesShown.push(this);
    }
  };
};

const titles = (page: Page) => page.evaluate(() => window.noticesShown.map(({ title }) => title));

async function promise(page: Page, what: string, day: string, time: string): Promise<void> {
  await page.getByRole('button', { name: 'New follow-up' }).click();
  const form = page.getByRole('dialog', { name: 'A new follow-up' });
  await form.getByLabel('What is to be done').fill(what);
  await form.getByLabel('Day').fill(day);
  await form.getByLabel('Time').fill(time);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

test('wish 5: reminders really arrive: one comes once in two tabs and is done from it; one missed while closed is told at the next start', async ({
  openShell,
  context,
}) => {
  await context.addInitScript(remember);
  const morning = await openShell({ sample: true, clock: '2026-03-02T08:00' });
  await morning.goTo('/follow-ups');
  await promise(morning.page, 'Ring the printer', '2026-03-02', '09:00');
  await promise(morning.page, 'Order paper', '2026-03-02', '18:00');

  const open = await morning.startAgain({ sample: true, clock: '2026-03-02T08:59:50' });
  await allowNotices(open);
  await open.goTo('/follow-ups');
  const other = await context.newPage();
  await other.goto(open.page.url());
  const both = async () => (await Promise.all([open.page, other].map(titles))).flat();
  await expect.poll(both, { timeout: 60_000 }).toEqual(['Ring the printer']);

  const shown = (await titles(other)).length > 0 ? other : open.page;
  await shown.evaluate(() => window.noticesShown[0]?.dispatchEvent(new Event('click')));
  await shown.getByRole('button', { name: 'Done', exact: true }).click();
  for (const page of [open.page, other]) {
    await expect(page.getByRole('button', { name: 'Done: Ring the printer' })).toBeHidden();
  }
  expect(await both()).toEqual(['Ring the printer']);
  expect(open.complaints).toEqual([]);
  await other.close();

  const next = await open.startAgain({ sample: true, clock: '2026-03-03T10:00' });
  await allowNotices(next);
  const card = next.page.getByRole('region', { name: 'While you were away' });
  await expect(card.getByText('Order paper')).toBeVisible();
  await card.getByRole('button', { name: 'Done: Order paper' }).click();
  await expect(card.getByText('Order paper')).toBeHidden();
  await next.page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(card.getByText('Order paper')).toBeVisible();
  await card.getByRole('button', { name: 'Put away' }).click();
  await expect(card).toBeHidden();
  await next.page.reload();
  await expect(next.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(card).toBeHidden();
  expect(await titles(next.page)).toEqual([]);
});

test('follow-ups are gone through by the keyboard alone', async ({ openShell }) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/follow-ups');
  const list = page.getByRole('list', { name: 'Follow-ups' });
  await expect(list.getByText('Overdue')).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('j');
  await expect.poll(focused).toContain('Late');
  const atTop = list.getByRole('listitem').first();
  const first = await atTop.getByRole('button', { name: /^Done: / }).getAttribute('aria-label');
  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(page.getByRole('button', { name: first ?? '' })).toBeHidden();
  await expect.poll(focused).toContain('Late');

  await page.keyboard.press('s');
  const inMenu = () =>
    page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null);
  await expect.poll(inMenu).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list.getByText('Put off', { exact: true })).toBeVisible();

  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: 'Change this follow-up' });
  await form.getByLabel('Comes again').selectOption('weekdays');
  await page.keyboard.press('Control+Enter');
  await expect(list.getByText('every weekday')).toBeVisible();
});
