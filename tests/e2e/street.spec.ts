import { expect, test } from './support/stories.ts';

test('the street is walked by keyboard and by mouse, and keeps how it was grouped', async ({
  openShell,
}) => {
  const { page, goTo, complaints } = await openShell({ sample: true });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today, turn to');
  await page.getByRole('link', { name: 'the whole street' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The street' })).toBeFocused();
  const today = page.getByRole('link', { name: /the lamp is lit at this door today/ });
  await expect(today).toBeAttached();

  // Whoever is found takes the focus where their house stands, in sight, and the sign tells more.
  await page.getByLabel('Find on the street').fill('rosalind');
  await page.keyboard.press('Enter');
  const rosalind = page.getByRole('link', { name: /Rosalind Achterberg/ });
  await expect(rosalind).toBeFocused();
  await expect(rosalind).toBeInViewport();
  await expect(page.getByRole('tooltip')).toContainText('You last spoke');
  expect(await rosalind.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');

  // The mouse finds the same house at the same place.
  const box = await rosalind.boundingBox();
  await page.getByLabel('Find on the street').fill('');
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 10);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rosalind Achterberg');

  await goTo('/street');
  await page.getByText('Tags', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'harbour' })).toBeVisible();
  await goTo('/street');
  await expect(page.getByRole('heading', { level: 2, name: 'harbour' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('on paper the street is whole: every page landscape, every name on it', async ({
  openShell,
}) => {
  const { page, goTo } = await openShell({ sample: true });
  await goTo('/street');
  await expect(page.locator('[data-picture] svg').first()).toBeVisible();
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const drawn = document.querySelectorAll('[data-picture] bdi').length;
      document.documentElement.dataset.names = String(drawn);
    });
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(sizes.length).toBeGreaterThan(0);
  for (const [, width, height] of sizes) expect(Number(width)).toBeGreaterThan(Number(height));
  const houses = await page.locator('[data-picture] li').count();
  expect(await page.locator('html').getAttribute('data-names')).toBe(String(houses));
});
