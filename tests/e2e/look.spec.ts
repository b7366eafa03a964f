import { expectUsable } from './support/expect-usable.ts';
import { expect, test } from './support/stories.ts';

const screens = [
  '/today',
  '/street',
  '/people',
  '/listening',
  '/listening/sources',
  '/follow-ups',
  '/lessons',
  '/reflection',
  '/settings',
];

test('every screen can be used by everybody', async ({ openShell }) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  for (const screen of screens) {
    await goTo(screen);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectUsable(page, screen);
  }
  expect(complaints).toEqual([]);
});

test('Welcome, and every screen while nobody is there, can be used by everybody', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell();
  for (const step of ['', '?step=1', '?step=2', '?step=3']) {
    await goTo(`/welcome${step}`);
    await expectUsable(page, `Welcome${step}`);
  }
  for (const screen of screens.slice(1)) {
    await goTo(screen);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectUsable(page, `${screen}, empty`);
  }
});

test('everything is reached from the palette', async ({ openShell }) => {
  const { page } = await openShell({ sample: true });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today, turn to');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await expect(palette).toBeVisible();
  await page.keyboard.type('rosalind');
  await expect(palette.getByText('Rosalind Achterberg').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rosalind Achterberg');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('follow-ups');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Follow-ups' })).toBeVisible();
});
