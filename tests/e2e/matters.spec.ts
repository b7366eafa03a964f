import { expectUsable } from './support/expect-usable.ts';
import { expect, test } from './support/stories.ts';

test('an attorney opens a matter, is told who is known, and keeps a look-up on it', async ({
  openShell,
}) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/settings');
  await page.getByLabel('What you do').selectOption('attorney');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await goTo('/people?words=Okafor');
  await page.locator('[data-row]').first().press('Enter');
  await page.getByRole('button', { name: 'Add a matter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is about').fill('The fence');
  await dialog.getByLabel('Name', { exact: true }).fill('Achterberk, Rosalind');
  await expect(dialog.getByText('Known here')).toContainText('Rosalind Achterberg, a customer');
  await expectUsable(page, 'a new matter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Matters' })).toContainText('The fence open');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find somebody or something' }).fill('conflicts');
  await page.getByRole('option', { name: 'Check a name for conflicts' }).click();
  await page.getByLabel('The name of a person or a business').fill('Achterberg');
  const found = page.getByRole('listitem').filter({ hasText: 'Rosalind Achterberg' });
  await expect(found.first()).toContainText('All of it is in this name');
  await expect(page.getByText('Other side in “The fence”, open')).toBeVisible();
  await page.getByRole('combobox', { name: 'Whose matter' }).fill('Okafor');
  await page.getByRole('option', { name: /Okafor/ }).click();
  await page.getByRole('button', { name: 'Keep as a dated note' }).click();
  await expect(page.getByText('Kept on “The fence”')).toBeVisible();
  await expectUsable(page, 'a look-up');
  expect(complaints).toEqual([]);
});
