import { expect, type Locator, type Page } from '@playwright/test';

/** The card of a source, on the screen of sources. */
export function sourceCard(page: Page, name: string): Locator {
  return page
    .getByRole('list', { name: 'Sources' })
    .getByRole('listitem')
    .filter({ hasText: name });
}

/** Types something into the one box, and looks what it would bring. */
export async function look(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Add something to listen to').fill(typed);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
}

/** Adds a feed through the one box, having seen that it is called so. */
export async function listenTo(page: Page, address: string, name: string): Promise<void> {
  await look(page, address);
  await expect(page.getByLabel('What you call it')).toHaveValue(name);
  await page.getByRole('button', { name: 'Listen to this' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByLabel('Add something to listen to')).toHaveValue('');
}
