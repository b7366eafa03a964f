import { expect, type Page } from '@playwright/test';

/** Past Welcome, as somebody in a hurry: without customers, or with these; and with a worry. */
export async function pastWelcome(page: Page, customers?: string, worry = ''): Promise<void> {
  await page.getByRole('button', { name: 'Begin: three small steps' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  if (customers) await page.getByLabel('A few of your customers').fill(customers);
  await page.getByRole('button', { name: customers ? 'Next' : 'Later' }).click();
  if (worry) await page.getByLabel('Is there something you fear people may say?').fill(worry);
  await page.getByRole('button', { name: 'Who is the first?' }).click();
  await page.waitForURL('**/today');
  if (customers) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Today, turn to');
  }
}
