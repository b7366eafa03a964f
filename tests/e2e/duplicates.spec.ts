import type { Page } from '@playwright/test';
import { expectUsable } from './support/expect-usable.ts';
import { givePicture } from './support/give-picture.ts';
import { expect, test } from './support/stories.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('link');
const notice = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words });
const line = (page: Page) => page.getByText(/may be here twice\./);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Here twice?' });

/** Adds somebody by the keyboard, as one would. */
async function add(page: Page, givenName: string, familyName: string) {
  await rows(page).first().waitFor();
  await page.keyboard.press('n');
  await expect(
    page.getByRole('dialog', { name: 'New customer' }).getByLabel('First name'),
  ).toBeFocused();
  await page.keyboard.type(givenName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(familyName);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: `${givenName} ${familyName}` }),
  ).toBeVisible();
}

async function write(page: Page, note: string) {
  await page.getByRole('button', { name: 'Write a note' }).click();
  await page.getByRole('textbox', { name: 'The note' }).fill(note);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Between you' }).getByText(note)).toBeVisible();
}

test('wish 6: somebody who is here twice is found, made one side by side, and it can be taken back', async ({
  openShell,
}) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/people');
  await rows(page).first().waitFor();
  await expect(line(page)).toHaveCount(0);

  await add(page, 'Rosa', 'Achterberg');
  await write(page, 'Wants the blue door');
  await goTo('/people');
  await expect(line(page)).toHaveText(/^One person may be here twice\./);
  await page.getByRole('button', { name: 'Have a look' }).click();
  await expect(dialog(page).getByRole('heading', { level: 3 })).toBeFocused();
  await expect(dialog(page)).toContainText('One first name may stand for the other');

  const firstName = dialog(page).getByRole('radiogroup', { name: 'First name' });
  await expect(firstName.getByRole('radio', { name: 'Rosalind' })).toBeChecked();
  await firstName.getByRole('radio', { name: 'Rosa', exact: true }).check();
  await expect(dialog(page)).toContainText('As one person they are Rosa Achterberg.');
  await firstName.getByRole('radio', { name: 'Rosalind' }).check();
  await page.screenshot({ path: test.info().outputPath('side-by-side.png') });
  await dialog(page)
    .getByRole('button', { name: /They are the same/ })
    .click();
  await expect(notice(page, 'Rosalind Achterberg is one person now')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Back to the people' }).click();
  await expect(line(page)).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Search people' }).fill('Achterberg');
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await expect(page.getByText('Wants the blue door')).toBeVisible();
  await goTo('/people/bin');
  await page.getByRole('list', { name: 'In the bin' }).locator('[data-row]').first().click();
  await expect(page.getByText('Merged into Rosalind Achterberg')).toBeVisible();
  await page.getByRole('link', { name: 'Rosalind Achterberg' }).click();

  await page.getByText('What was changed').click();
  await page.getByRole('button', { name: /^Undo: Merged/ }).click();
  const between = page.getByRole('region', { name: 'Between you' });
  await expect(between.getByText('Wants the blue door')).toHaveCount(0);
  await goTo('/people');
  await expect(line(page)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('by the keyboard alone: from the palette, a choice, and they are one', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  await add(page, 'Rosie', 'Achterberg');
  await goTo('/people');
  await expect(line(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('here twice');
  // Enter takes what stands first, so one looks before.
  await expect(page.getByRole('option', { selected: true })).toContainText(/here twice/i);
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('heading', { level: 3 })).toBeFocused();
  // The dialog may still be gathering the focus; whoever goes on by Tab comes there.
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(dialog(page).getByRole('radio', { name: 'Rosalind' })).toBeFocused({
      timeout: 500,
    });
  }).toPass();
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: 'Rosie' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, 'Rosie Achterberg is one person now')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Back to the people' })).toBeFocused();
});

test('two who only look alike are two, and are not asked about again', async ({ openShell }) => {
  const { page, goTo, startAgain } = await openShell({ sample: true });
  await goTo('/people');
  await add(page, 'Rosie', 'Achterberg');
  await goTo('/people');
  await page.getByRole('button', { name: 'Have a look' }).click();
  await dialog(page).getByRole('button', { name: 'Later' }).click();
  await expect(dialog(page)).toContainText('That is everybody for now');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Have a look' }).click();
  await dialog(page).getByRole('button', { name: 'Not the same' }).click();
  await expect(notice(page, 'Remembered: two people')).toBeVisible();
  await expect(dialog(page)).toContainText('Nobody is here twice');

  const again = await startAgain();
  await again.goTo('/people');
  await rows(again.page).first().waitFor();
  await expect(line(again.page)).toHaveCount(0);
});

test('somebody is merged with whoever one chooses, from their own page, with the photo one chooses', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  await add(page, 'Somebody', 'Else');
  await write(page, 'Never on a Thursday');
  await givePicture(page, 'paste', 40);
  const photo = page.getByRole('button', { name: /^Photo of/ }).locator('img');
  const pasted = (await photo.getAttribute('src')) ?? '';
  await goTo('/people');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('Rosalind Achterberg');
  await rows(page).filter({ hasText: 'Rosalind Achterberg' }).first().click();
  await page.getByRole('button', { name: 'Add a photo of Rosalind Achterberg' }).waitFor();
  await givePicture(page, 'drop', 220);
  await expect(photo).toBeVisible();
  expect(await photo.getAttribute('src')).not.toBe(pasted);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Merge with somebody/ }).click();
  const merging = page.getByRole('dialog', { name: 'Merge Rosalind Achterberg with somebody' });
  await merging.getByRole('combobox', { name: 'Who is the same person?' }).fill('Somebody');
  await page.getByRole('option', { name: /Somebody Else/ }).click();
  await expect(merging.getByRole('radiogroup', { name: 'Last name' })).toBeVisible();
  await merging
    .getByRole('radiogroup', { name: 'Photo' })
    .getByRole('radio', { name: 'That one' })
    .check();
  await page.screenshot({ path: test.info().outputPath('merge-with.png') });
  await merging.getByRole('button', { name: /They are the same/ }).click();
  await expect(merging).toHaveCount(0);
  await expect(page.getByText('Never on a Thursday')).toBeVisible();
  await expect(photo).toHaveAttribute('src', pasted);
  await notice(page, 'is one person now').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Never on a Thursday')).toHaveCount(0);
  await expect(photo).not.toHaveAttribute('src', pasted);
});

test("nothing stands in anybody's way where two are compared", async ({ openShell }) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/people');
  await add(page, 'Rosie', 'Achterberg');
  await goTo('/people');
  await expect(line(page)).toBeVisible();
  await expectUsable(page, 'the line that tells of two');
  await page.getByRole('button', { name: 'Have a look' }).click();
  await dialog(page).getByRole('radio').first().waitFor();
  await expectUsable(page, 'two side by side');
  await dialog(page).getByRole('button', { name: 'Later' }).click();
  await expect(dialog(page)).toContainText('That is everybody for now');
  await expectUsable(page, 'the end');
  expect(complaints).toEqual([]);
});
