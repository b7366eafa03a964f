import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { buildIfNeeded } from '../../main/starting/build.ts';
import { projectFolder, startChild } from '../support/child.ts';
import { chromiumArguments, getChromium } from '../support/find-chromium.ts';

/**
 * `npm run screenshots [-- <folder>]`: the sample town on the morning of 2 March 2026. Without a
 * folder, the README's one picture; with one, every screen in both modes at two sizes.
 */
const screens = {
  today: '/today',
  people: '/people',
  person: '/people',
  listening: '/listening',
  sources: '/listening/sources',
  'follow-ups': '/follow-ups',
  lessons: '/lessons',
  reflection: '/reflection',
  settings: '/settings',
  welcome: '/welcome',
};
const modes = { day: 'light', evening: 'dark' } as const;
const sizes = [
  { width: 1024, height: 700 },
  { width: 1600, height: 1000 },
];

type ModeName = keyof typeof modes;

async function openPage(browser: Browser, mode: ModeName, address: string): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: modes[mode],
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForURL((url) => url.search === '');
  return page;
}

/** Goes to a screen and waits until nothing more arrives. */
async function goTo(page: Page, name: string, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.locator('h1').first().waitFor();
  if (name === 'person') {
    await page.locator('main a[href^="/people/"]').first().click();
    await page.waitForURL(/\/people\/.+/);
  }
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  // The street and the lights are drawn once their room is known.
  await page.waitForTimeout(400);
}

async function takeAll(browser: Browser, folder: string, newAddress: () => Promise<string>) {
  for (const mode of Object.keys(modes) as ModeName[]) {
    const page = await openPage(browser, mode, await newAddress());
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const [name, path] of Object.entries(screens)) {
        await goTo(page, name, path);
        const file = `${name}-${mode}-${size.width}x${size.height}.png`;
        await page.screenshot({ path: join(folder, file) });
        process.stdout.write(`${file}\n`);
      }
    }
  }
}

async function takeForReadme(browser: Browser, newAddress: () => Promise<string>) {
  const page = await openPage(browser, 'day', await newAddress());
  await page.setViewportSize({ width: 1280, height: 860 });
  await goTo(page, 'today', screens.today);
  await page.screenshot({ path: join(projectFolder, 'assets', 'screenshot.png') });
  process.stdout.write('assets/screenshot.png\n');
}

await buildIfNeeded();
const dataFolder = mkdtempSync(join(tmpdir(), 'porchlight-screenshots-'));
const shared = ['--browser', '--no-open', `--data=${dataFolder}/data`, '--sample'];
const shell = startChild('main/starting/start.ts', [
  ...[...shared, '--port=0', '--clock=2026-03-02T08:00'],
]);
const browser = await chromium.launch({
  executablePath: getChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: chromiumArguments,
});
try {
  const [, first = ''] = await shell.saying(/Porchlight is open at (\S+)/);
  let unused: string | undefined = first;
  const newAddress = async () => {
    const address = unused;
    unused = undefined;
    if (address) return address;
    const { err } = await startChild('main/starting/start.ts', shared).finished;
    return /once more: (\S+)/.exec(err)?.[1] ?? '';
  };
  const folder = process.argv[2];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await takeAll(browser, folder, newAddress);
  } else {
    await takeForReadme(browser, newAddress);
  }
} finally {
  await browser.close();
  await shell.interrupt();
  rmSync(dataFolder, { recursive: true, force: true });
}
