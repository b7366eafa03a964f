import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/stories.ts';

const screens = [
  '/today',
  '/people',
  '/listening',
  '/listening/sources',
  '/follow-ups',
  '/lessons',
  '/reflection',
  '/settings',
];
const sizes = [
  { width: 1024, height: 700 },
  { width: 1600, height: 1000 },
];

/** What axe finds wrong by WCAG 2.2 AA, in a line each. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(
    ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target).join(' ')}`,
  );
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen can be used by everybody, ${scheme}`, async ({ openShell }) => {
    test.setTimeout(180_000);
    const { page, goTo, complaints } = await openShell({ sample: true });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const screen of screens) {
        await goTo(screen);
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        expect(await violations(page)).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${screen} scrolls sideways at ${size.width}`).toBe(0);
      }
    }
    expect(complaints).toEqual([]);
  });

  test(`Welcome can be used by everybody, ${scheme}`, async ({ openShell }) => {
    const { page, goTo } = await openShell();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const step of ['', '?step=1', '?step=2', '?step=3']) {
      await goTo(`/welcome${step}`);
      expect(await violations(page)).toEqual([]);
    }
    for (const screen of screens.slice(1)) {
      await goTo(screen);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await violations(page), `${screen}, empty`).toEqual([]);
    }
  });
}

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
