import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, type OpenShell, test } from './support/stories.ts';

/** The sample town with a backup of it, in Settings; gives the part that tells of backups. */
async function backedUp({ page, goTo }: OpenShell) {
  await goTo('/settings');
  const backups = page.getByRole('region', { name: 'Backups' });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(
    backups.getByText(/The newest is of Monday 2 March, 08:\d\d: 62 people/),
  ).toBeVisible();
  return backups;
}

test('an earlier state is brought back in Settings, and what was here is kept', async ({
  openShell,
}) => {
  const shell = await openShell({ sample: true });
  const { page } = shell;
  const backups = await backedUp(shell);

  await page.getByRole('button', { name: 'Remove the sample town' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('The sample town is gone')).toBeVisible();

  await backups.getByRole('button', { name: 'Bring an earlier state back …' }).click();
  await backups.getByRole('button', { name: /^Bring back/ }).click();
  const question = page.getByRole('dialog');
  await expect(question.getByRole('row', { name: 'people 0 62' })).toBeVisible();
  await expect(question.getByText('Took the sample town away')).toBeVisible();
  await question.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText(/^Everything is as it was on/)).toBeVisible();
  await expect(page.getByRole('link', { name: /People/ })).toContainText('62');
  await expect(backups.getByText(/before another was brought back/)).toBeVisible();
});

test('everything is saved as one file, and moves into an empty house elsewhere', async ({
  openShell,
  dataFolder,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/settings');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save everything as a file' }).click();
  const file = await (await download).path();

  const empty = await openShell({ dataFolder: `${dataFolder}-elsewhere` });
  await pastWelcome(empty.page);
  await empty.goTo('/settings');
  const chooser = empty.page.waitForEvent('filechooser');
  await empty.page.getByRole('button', { name: 'Move in from such a file …' }).click();
  await (await chooser).setFiles({
    name: 'everything.porchlight.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(file),
  });
  const question = empty.page.getByRole('dialog', { name: 'Move in from this file?' });
  await expect(question.getByText(/It was saved on .* 2 March, with 62 people/)).toBeVisible();
  await question.getByRole('button', { name: 'Move in', exact: true }).click();
  await expect(empty.page.getByText(/^Moved in: 62 people/)).toBeVisible();
  await expect(empty.page.getByRole('link', { name: /People/ })).toContainText('62');
});

test('damage at a start: the file is set aside, and everything comes back', async ({
  openShell,
}) => {
  const shell = await openShell({ sample: true, clock: '2026-03-02T08:00' });
  // The first start of the next day makes a backup.
  const next = await shell.startAgain({ sample: true, clock: '2026-03-03T08:00' });
  await next.goTo('/settings');
  await expect(next.page.getByText(/The newest is of Tuesday 3 March/)).toBeVisible();
  await next.page.getByLabel('Your name').fill('Marta');
  await next.page.getByLabel('Your name').press('Enter');
  await expect(next.page.getByText('Saved', { exact: true })).toBeVisible();
  await next.page.close();
  await next.child.interrupt();
  writeFileSync(join(`${next.dataFolder}-sample`, 'porchlight.db'), 'spoilt '.repeat(10_000));

  const again = await openShell({ sample: true, clock: '2026-03-03T09:00' });
  const { page } = again;
  await expect(
    page.getByRole('heading', { name: 'Something happened to your data' }),
  ).toBeVisible();
  await expect(page.getByText(/no longer holds what Porchlight wrote/)).toBeVisible();
  await page.getByRole('button', { name: /^Bring it back/ }).click();
  await expect(page.getByText(/^Everything is back: 62 people/)).toBeVisible();
  await again.goTo('/settings');
  await expect(page.getByLabel('Your name')).toHaveValue('Marta');
});

test('somebody is forgotten for good: told what goes, asked about backups, found nowhere after', async ({
  openShell,
}) => {
  const shell = await openShell({ sample: true });
  const { page, goTo } = shell;
  const backups = await backedUp(shell);

  await goTo('/people');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('Achterberg');
  await page
    .getByRole('list', { name: 'People' })
    .getByRole('link', { name: /Rosalind Achterberg/ })
    .click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Forget this person …' }).click();
  const question = page.getByRole('dialog', { name: 'Forget Rosalind Achterberg for good?' });
  await expect(question.getByText('28 conversations, 4 notes and 5 promises')).toBeVisible();
  await expect(question.getByText(/^One backup still knows them: Monday 2 March/)).toBeVisible();
  await question.getByRole('button', { name: 'Forget for good' }).click();

  await expect(page.getByText('Forgotten. Nothing of them is left here')).toBeVisible();
  await expect(page.getByRole('link', { name: /People/ })).toContainText('61');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('Achterberg');
  await expect(page.getByRole('heading', { name: 'Nobody by those words' })).toBeVisible();
  await goTo('/settings');
  await backups.getByRole('button', { name: 'Bring an earlier state back …' }).click();
  await expect(backups.getByText(/after somebody was forgotten/)).toBeVisible();
});

test('a report is read before it goes anywhere, and the app says whose work is in it', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/settings?about=1');
  const about = page.getByRole('region', { name: 'About Porchlight' });
  await expect(about).toBeInViewport();
  await about.getByRole('button', { name: /A report of a fault/ }).click();
  const report = page.getByRole('textbox', { name: 'The report' });
  await expect(report).toHaveValue(/customer: 62\n[\s\S]*browser opened/);
  await expect(report).not.toHaveValue(/Achterberg/);
  await page.keyboard.press('Escape');
  await about.getByRole('button', { name: /The work of others/ }).click();
  await page.getByText('better-sqlite3').click();
  await expect(
    page.getByText(/Permission is hereby granted/).filter({ visible: true }),
  ).toBeVisible();
});
