import { expectUsable } from './support/expect-usable.ts';
import { expect, test } from './support/stories.ts';

test('a complaint becomes a lesson, the lesson a change, and whoever taught it is told', async ({
  openShell,
}) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/listening');
  await page.getByRole('list', { name: 'Voices' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toContainText('Third time the same gears');
  await page.keyboard.press('r');
  await page.getByLabel('What is true in it?').fill('We repair gears without a ride up the hill');
  await page.getByRole('button', { name: 'Does it belong to a lesson?' }).click();
  await page.getByRole('menuitem', { name: /^A new lesson/ }).click();
  await expect(page.getByText('It belongs to the lesson')).toBeVisible();

  await goTo('/lessons');
  const lesson = page
    .getByRole('region', { name: 'Lessons' })
    .or(page.locator('main'))
    .locator('div', { has: page.getByText('We repair gears without a ride up the hill') })
    .filter({ has: page.getByRole('button', { name: 'We changed something' }) })
    .last();
  await lesson.getByText('Who else said something like it?').click();
  await lesson.getByRole('button', { name: 'We changed something' }).click();
  await page.getByLabel('What did you change?').fill('Every repair is ridden up the hill now');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Told 0 of 1 who taught us this')).toBeVisible();
  await expectUsable(page, 'a lesson that changed something');

  await goTo('/follow-ups');
  await expect(page.getByText(/Tell Derek what changed: Every repair is ridden/)).toBeVisible();
  await page.getByText(/Tell Derek what changed/).focus();
  await page
    .getByRole('button', { name: /^Done: Tell Derek|Mark .*Tell Derek.* done/ })
    .first()
    .click();
  await goTo('/lessons');
  await expect(page.getByText('Told 1 of 1 who taught us this')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('praise is kept as a story, and a name goes with it only by leave', async ({ openShell }) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/listening?words=straps');
  await page.getByText('Child seat fitted').first().click();
  await page.getByRole('button', { name: 'Keep as a story' }).click();
  await expect(page.getByText('Kept as a story')).toBeVisible();
  await goTo('/lessons');
  await expect(page.getByText('Without their leave no name goes with it.')).toBeVisible();
  await page.getByLabel('Their leave to show it').selectOption('given');
  await page.getByLabel('Under which name').fill('Ola');
  await page.getByLabel('Under which name').press('Tab');
  await expect(page.getByText('It is signed Ola.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as a picture' }).click();
  expect((await download).suggestedFilename()).toBe('story.png');
  await expectUsable(page, 'a story');
});
