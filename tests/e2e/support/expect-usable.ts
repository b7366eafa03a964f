import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const sizes = [
  { width: 1024, height: 700 },
  { width: 1600, height: 1000 },
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Asserts that everybody can use what the page shows now: axe finds nothing by WCAG 2.2 AA, the
 * colours hold in the day's and in the evening's light, and nothing is wider than the window, be
 * it small or large. `name` says in a failure where it was.
 */
export async function expectUsable(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${name} scrolls sideways at ${size.width}`).toBe(0);
  }
  if (before) await page.setViewportSize(before);
  await light(page, 'light');
  await expectNothing(new AxeBuilder({ page }).withTags(rules), `${name}, by day`);
  await light(page, 'dark');
  // Only the colours differ in the evening.
  await expectNothing(new AxeBuilder({ page }).withRules('color-contrast'), `${name}, by evening`);
  await light(page, 'light');
}

async function light(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
}

async function expectNothing(axe: AxeBuilder, name: string): Promise<void> {
  const { violations } = await axe.analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`,
  );
  expect(told, name).toEqual([]);
}
