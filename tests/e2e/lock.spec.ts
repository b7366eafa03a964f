import { expectUsable } from './support/expect-usable.ts';
import { expect, test } from './support/stories.ts';

test('a window is locked, tells nothing, and opens with its passphrase only', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/settings');
  const lock = page.getByRole('region', { name: 'A lock for the window' });
  await lock.getByRole('button', { name: 'Choose a passphrase' }).click();
  await lock.getByLabel('The passphrase').fill('porch lamp');
  await lock.getByRole('button', { name: 'Keep it' }).click();
  await expect(lock.getByRole('button', { name: 'Remove the lock' })).toBeVisible();

  await goTo('/people');
  await expect(page.getByText('Ángel Ibáñez Nuñez').first()).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(new URL('/people', page.url()).href);
  await expect(other.getByText('Ángel Ibáñez Nuñez').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('lock now');
  await page.getByRole('option', { name: 'Lock now' }).click();

  // Every page of the house, not only the one from which it was locked.
  for (const each of [other, page]) {
    await expect(each.getByRole('heading', { name: 'Porchlight is locked' })).toBeVisible();
    await expect(each).toHaveTitle('Locked · Porchlight');
    expect(await each.content()).not.toContain('Ibáñez');
  }
  await other.close();
  await expectUsable(page, 'the lock');
  const field = page.getByLabel('Your passphrase');
  await expect(field).toBeFocused();
  await field.fill('porch lamb');
  await field.press('Enter');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await page.reload();
  await field.fill('porch lamp');
  await field.press('Enter');
  await expect(page.getByText('Ángel Ibáñez Nuñez').first()).toBeVisible();
});
