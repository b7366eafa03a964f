import type { Page } from '@playwright/test';
import { archive, takeoutReview } from '../core/listening/review-files/files.ts';
import { expectUsable } from './support/expect-usable.ts';
import { sourceCard } from './support/listening.ts';
import { pastWelcome } from './support/past-welcome.ts';
import { expect, test } from './support/stories.ts';

const json = (value: unknown) => JSON.stringify(value);

/** Lets a file go over the window, as a hand would. */
async function drop(page: Page, name: string, content: string | Buffer) {
  const base64 = Buffer.from(content).toString('base64');
  const data = await page.evaluateHandle(
    ([fileName, encoded]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      return transfer;
    },
    [name, base64] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Let go to see what is in this file')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('a Takeout archive dropped on the window becomes voices, once, and can be taken back', async ({
  openShell,
}) => {
  const reviews = [
    takeoutReview('a', {
      comment: '(Translated by Google) Good bread\n\n(Original)\nGutes Brot',
      reviewReply: { comment: 'Danke, Otto!', updateTime: '2026-02-02T08:00:00Z' },
    }),
    takeoutReview('b', { starRating: 'ONE', comment: 'Stale rye' }),
  ];
  const takeout = archive({
    'Takeout/Google Business Profile/account-1/location-7/reviews.json': json({ reviews }),
  });
  const { page, goTo, complaints } = await openShell({ sample: true });
  await goTo('/today');
  await drop(page, 'takeout.zip', takeout);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('takeout.zip holds 2 reviews');
  await expect(dialog).toContainText('Gutes Brot');
  await expect(dialog).toContainText('You answered: Danke, Otto!');
  await expectUsable(page, 'a Takeout archive');
  await dialog.getByRole('button', { name: 'Bring in 2 reviews' }).click();
  await expect(dialog).toContainText('2 reviews came in.');
  await dialog.getByRole('button', { name: 'See the voices' }).click();
  await expect(page.getByText('Stale rye').first()).toBeVisible();
  await page.getByText('Gutes Brot').first().click();
  await expect(page.getByRole('article')).toContainText('Danke, Otto!');

  await drop(page, 'takeout.zip', takeout);
  await expect(dialog).toContainText('of which 2 are here already');
  await dialog.getByRole('button', { name: 'Bring in 0 reviews' }).click();
  await expect(dialog).toContainText('0 reviews came in, 2 reviews had been here before.');
  await dialog.getByRole('button', { name: 'Good' }).click();

  await goTo('/listening/sources');
  await expect(sourceCard(page, 'Google reviews')).toContainText('2 voices');
  await drop(page, 'newer.json', json({ reviews: [takeoutReview('c')] }));
  await dialog.getByRole('button', { name: 'Bring in 1 review' }).click();
  await dialog.getByRole('button', { name: 'Undo this import' }).click();
  await expect(sourceCard(page, 'Google reviews')).toContainText('2 voices');
  expect(complaints).toEqual([]);
});

test('the reviews a person wrote themselves are refused kindly', async ({ openShell }) => {
  const { page, goTo } = await openShell();
  await pastWelcome(page);
  await goTo('/listening/sources');
  await drop(page, 'Reviews.json', json({ type: 'FeatureCollection', features: [] }));
  await expect(page.getByRole('dialog')).toContainText('you wrote yourself on Google Maps');
});

test('the columns of a table are put right on a sample, and remembered', async ({ openShell }) => {
  const table = 'Wer,Was,Wie viel\nOtto,Gutes Brot,8\nAda,Altes Brot,2\n';
  const { page, goTo, complaints } = await openShell();
  await pastWelcome(page);
  await goTo('/listening/sources');
  await drop(page, 'gaestebuch.csv', table);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('is a table');
  await dialog.getByRole('button', { name: 'Reviews' }).click();
  await dialog.getByLabel('Wer is').selectOption('who said it');
  await dialog.getByLabel('Was is').selectOption('what was said');
  await dialog.getByLabel('Wie viel is').selectOption('the rating');
  await expect(
    dialog.getByRole('img', { name: '8 out of 10' }).or(dialog.getByText('8 of 10')).first(),
  ).toBeVisible();
  await expectUsable(page, 'the columns');
  await dialog.getByLabel('Where these were said').fill('The guest book');
  await dialog.getByRole('button', { name: 'Bring in 2 reviews' }).click();
  await dialog.getByRole('button', { name: 'Good' }).click();
  await expect(sourceCard(page, 'The guest book')).toContainText('2 voices');

  await drop(page, 'april.csv', `${table}Umi,Sehr gut,10\n`);
  await expect(dialog).toContainText('As you said it for a file like this one.');
  await expect(dialog.getByLabel('Where these were said')).toHaveValue('The guest book');
  await dialog.getByRole('button', { name: 'Bring in 1 review' }).click();
  await dialog.getByRole('button', { name: 'Good' }).click();
  await expect(sourceCard(page, 'The guest book')).toContainText('3 voices');
  expect(complaints).toEqual([]);
});

test('a list of feeds and an address book find their way as well', async ({ openShell, feeds }) => {
  const feed = feeds.feed('/one.xml', 'The Lantern', [{ title: 'One' }]);
  const { page, goTo } = await openShell();
  await pastWelcome(page);
  await goTo('/people');
  await drop(
    page,
    'feeds.opml',
    `<opml version="2.0"><body><outline text="The Lantern" xmlUrl="${feed}"/></body></opml>`,
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The Lantern');
  await dialog.getByRole('button', { name: 'Listen to it' }).click();
  await expect(page.getByText('1 source added')).toBeVisible();
  await goTo('/listening/sources');
  await expect(sourceCard(page, 'The Lantern')).toBeVisible();
  await drop(page, 'rosa.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Rosa Rossi\nEND:VCARD\n');
  await expect(dialog).toContainText('Rosa Rossi');
  await dialog.getByRole('button', { name: 'Bring in 1 person' }).click();
  await expect(dialog).toContainText('1 person came in');
});
