import { expectUsable } from './support/expect-usable.ts';
import { listenTo } from './support/listening.ts';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, test } from './support/stories.ts';

test('the week’s questions, and a worry that comes back after a season beside what people said', async ({
  openShell,
  feeds,
}) => {
  const spring = await openShell({ clock: '2026-03-06T08:00' });
  await pastWelcome(spring.page, 'Rosa Rossi', 'That we are too dear');
  await spring.goTo('/listening/sources');
  const said = { title: 'Lovely bread, and so friendly', published: '2026-03-20T10:00:00Z' };
  await listenTo(spring.page, feeds.feed('/said.xml', 'Town square', [said]), 'Town square');

  await spring.goTo('/reflection');
  await expect(spring.page.getByText('It comes back on Thursday 4 June')).toBeVisible();
  await spring.page.getByLabel('The day for the questions').selectOption('Every Friday');
  await expect(spring.page.getByRole('heading', { name: 'Today’s three questions' })).toBeVisible();
  const [answer] = await spring.page.getByRole('textbox').all();
  await answer?.fill('That Rosa was quieter than usual');
  await answer?.press('Control+Enter');
  await expect(spring.page.getByText('Kept, for you alone')).toBeVisible();

  // Three months later, on a Friday.
  const summer = await spring.startAgain({ clock: '2026-06-05T08:00' });
  const { page, goTo, complaints } = summer;
  await expect(page.getByRole('link', { name: 'Three questions, if you like' })).toBeVisible();
  await page.getByRole('link', { name: /The worry you named a season ago/ }).click();
  const worry = page.getByRole('region', { name: 'The worry you named, and what happened' });
  await expect(worry).toContainText('That we are too dear');
  await expect(worry).toContainText('1 voice came');
  await expectUsable(page, 'the reflection');

  await page.getByLabel('Search in what you wrote').fill('quiet');
  await expect(page.getByText('That Rosa was quieter than usual')).toBeVisible();
  await page.getByLabel('Search in what you wrote').fill('loud');
  await expect(page.getByText('Nothing of that.')).toBeVisible();

  await worry.getByRole('link', { name: /^1 voice came/ }).click();
  await expect(page.getByRole('list', { name: 'Voices heard' })).toContainText('Lovely bread');
  await expectUsable(page, 'those behind a number');
  await goTo('/reflection');
  await worry.getByRole('button', { name: 'Put it away' }).click();
  await expect(worry).toBeHidden();
  await expect(page.getByText('Worries put away')).toBeVisible();
  expect(complaints).toEqual([]);
});
