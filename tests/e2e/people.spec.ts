import type { Page } from '@playwright/test';
import { expectUsable } from './support/expect-usable.ts';
import { expect, test } from './support/stories.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('link');
const notice = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words });
/** How many people the list shows, in words. */
const total = (page: Page) => page.getByRole('region', { name: 'Find people' }).getByRole('status');
const between = (page: Page) => page.getByRole('region', { name: 'Between you' });

/** Goes to somebody of the town by their name, as one would. */
async function visit(page: Page, name: string) {
  await page.getByRole('searchbox', { name: 'Search people' }).fill(name);
  await rows(page).filter({ hasText: name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('five people are added in a minute, by the keyboard alone', async ({ openShell }) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/people');
  await rows(page).first().waitFor();
  const began = Date.now();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New customer' });
  await expect(dialog.getByLabel('First name')).toBeFocused();
  for (const [given, family] of [
    ['Amara', 'Obi'],
    ['Yūki', 'Tanaka'],
    ['محمد', 'الفاسي'],
    ['Zoë', ''],
  ]) {
    await page.keyboard.type(given ?? '');
    await page.keyboard.press('Tab');
    await page.keyboard.type(family ?? '');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByLabel('First name')).toHaveValue('');
    await expect(dialog.getByLabel('First name')).toBeFocused();
  }
  await page.keyboard.type('Ninth');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ninth' })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000);

  await goTo('/people?sort=added');
  await expect(rows(page).nth(0)).toContainText('Ninth');
  await expect(rows(page).nth(2)).toContainText('محمد الفاسي');
  expect(complaints).toEqual([]);
});

test('one line logs a talk: the rhythm begins anew, the promise waits, and it can be taken back', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  await visit(page, 'Rosalind Achterberg');
  await expect(page.getByText(/You last spoke/)).toContainText('overdue');

  await page.keyboard.press('l');
  const line = page.getByRole('textbox', { name: 'What was said with Rosalind Achterberg' });
  await expect(line).toBeFocused();
  await page.keyboard.type('Rang her, all is well, send the colour card friday');
  await expect(page.getByText(/Friday 6 March/).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, 'Logged with a follow-up')).toBeVisible();
  await expect(page.getByText(/You last spoke/)).toHaveText('You last spoke today.');
  await expect(page.getByRole('region', { name: 'Promised' })).toContainText('colour card');
  await expect(between(page).getByText('Rang her, all is well')).toBeVisible();
  await expect(line).toBeFocused();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(/You last spoke/)).toContainText('overdue');
  await expect(between(page).getByText('Rang her, all is well')).toHaveCount(0);
});

test('what is being typed outlives a reload', async ({ openShell }) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  await visit(page, 'Rosalind Achterberg');
  await page.getByRole('textbox', { name: /What was said with/ }).fill('Half a sentence abou');
  await page.getByRole('button', { name: 'Write a note' }).click();
  await page.getByRole('textbox', { name: 'The note' }).fill('Never on a Thursd');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /What was said with/ })).toHaveValue(
    'Half a sentence abou',
  );
  await page.getByRole('button', { name: 'Write a note' }).click();
  const note = page.getByRole('textbox', { name: 'The note' });
  await expect(note).toHaveValue('Never on a Thursd');
  await note.press('Control+Enter');
  await expect(between(page).getByText('Never on a Thursd')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write a note' })).toBeFocused();
});

test('a person is written in place, and every change can be taken back later', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  await visit(page, 'Biscuit');

  await page.getByRole('button', { name: 'Add a way to reach them' }).click();
  await page.getByLabel('Number, mail or name').fill('biscuit@harbour.example');
  await page.keyboard.press('Enter');
  const reach = page.getByRole('region', { name: 'Reach' });
  await expect(
    reach.getByRole('button', { name: 'biscuit@harbour.example', exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a way to reach them' })).toBeFocused();

  await page.getByRole('button', { name: 'Add a date' }).click();
  await page.getByLabel('Day', { exact: true }).fill('29');
  await page.getByLabel('Month').selectOption('February');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Dates' })).toContainText('29 February');

  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByLabel('How the name is said').fill('bis-kit');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('say “bis-kit”')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the name' })).toBeFocused();

  await page.getByText('What was changed').click();
  const changes = page.getByRole('button', { name: /^Undo: / });
  await expect(changes.first()).toBeVisible();
  await changes.first().click();
  await expect(page.getByText('say “bis-kit”')).toHaveCount(0);
});

test('wish 9: bulk delete: several go to the bin at once and come back; back finds the list as it was', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  await expect(total(page)).toHaveText(/^62 people/);
  await page.getByRole('checkbox', { name: 'Overdue only' }).check();
  await expect(page).toHaveURL(/overdue=1/);
  await expect(total(page)).not.toHaveText(/^62 people/);
  const before = await total(page).textContent();

  await rows(page).first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 people chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('combobox', { name: 'A tag for them' }).fill('Christmas cards');
  await page.keyboard.press('Enter');
  await expect(notice(page, '2 people tagged “Christmas cards”')).toBeVisible();
  await expect(rows(page).first()).toContainText('Christmas cards');
  await page.getByRole('button', { name: 'Put in the bin' }).click();
  await expect(total(page)).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Look in the bin' }).click();
  await expect(page.getByRole('list', { name: 'In the bin' }).getByRole('listitem')).toHaveCount(2);
  await expectUsable(page, 'the bin');
  await page.goBack();
  await expect(page).toHaveURL(/overdue=1/);
  await rows(page).first().waitFor();
  await page.keyboard.press('Control+z');
  await expect(total(page)).toHaveText(before ?? '');

  await rows(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('People');
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Overdue only' })).toBeChecked();
  await expect(total(page)).toHaveText(before ?? '');
});

test('a table of people comes in after a look at it, and goes again as one', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/people');
  const before = await total(page).textContent();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Bring people in/ }).click();
  await page.getByLabel('The file with the people').setInputFiles({
    name: 'neighbours.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Who they are,Ring them,Extra\nÅsa Ek,0201 555 001,likes rye\nBo Ek,0201 555 002,\n,,somebody\nRosalind Achterberg,01632 960114,\n',
    ),
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('holds 4 people; 1 of them cannot be taken');
  await expect(dialog).toContainText('Here already? Rosalind Achterberg');
  await dialog.getByRole('combobox', { name: 'Extra is' }).selectOption('a note');
  await expect(dialog.getByRole('region', { name: /Who would come in/ })).toContainText(
    'likes rye',
  );
  await dialog.getByRole('button', { name: 'Bring in 3 people' }).click();
  await expect(dialog).toContainText('2 people came in, 1 person stayed as they were.');
  await expect(dialog).toContainText('Row 3');
  await dialog.getByRole('button', { name: 'Undo this import' }).click();
  await expect(total(page)).toHaveText(before ?? '');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export everybody as vCard', exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/\.vcf$/);
});

test("nothing on the screens of people stands in anybody's way", async ({ openShell }) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/people');
  await rows(page).first().waitFor();
  await expectUsable(page, 'the list');
  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: 'New customer' }).waitFor();
  await expectUsable(page, 'a new customer');
  await page.keyboard.press('Escape');
  await visit(page, 'Rosalind Achterberg');
  await between(page).getByRole('article').first().waitFor();
  await expectUsable(page, 'a person');
  for (const opener of [
    'Change the name',
    'Change the circle',
    'Add a way to reach them',
    'Add family or a friend',
    'Add a date',
    'Change the tags',
    'Write a note',
  ]) {
    await page.getByRole('button', { name: opener }).click();
  }
  await expectUsable(page, 'a person, everything open');
  await goTo('/people/bin');
  await page.getByRole('heading', { name: 'The bin is empty' }).waitFor();
  expect(complaints).toEqual([]);
});
