import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { buildIfNeeded } from '../../main/starting/build.ts';
import { projectFolder, startChild } from '../support/child.ts';
import { chromiumArguments, getChromium } from '../support/find-chromium.ts';

/**
 * `npm run screenshots [-- <folder> [<screen>…]]`: the sample town on the morning of 2 March 2026.
 * Without a folder, the README's one picture; with one, every screen in both lights at two sizes,
 * or the screens that are named.
 */
const screens: Record<string, { path: string; open?: (page: Page) => Promise<void> }> = {
  today: { path: '/today' },
  street: { path: '/street' },
  people: { path: '/people' },
  'new-customer': { path: '/people?new=1' },
  person: { path: '/today', open: (page) => page.locator('h1 a').click() },
  listening: { path: '/listening' },
  voice: { path: '/listening', open: (page) => page.locator('[data-row]').first().click() },
  sources: { path: '/listening/sources' },
  rules: { path: '/listening/rules' },
  'follow-ups': { path: '/follow-ups' },
  lessons: { path: '/lessons' },
  reflection: { path: '/reflection' },
  settings: { path: '/settings' },
  welcome: { path: '/welcome' },
  'welcome-shop': { path: '/welcome?step=1' },
  'welcome-people': { path: '/welcome?step=2' },
  palette: { path: '/today', open: (page) => page.keyboard.press('Control+k') },
};
const modes = { day: 'light', evening: 'dark' } as const;
const sizes = [
  { width: 1024, height: 700 },
  { width: 1600, height: 1000 },
];

type ModeName = keyof typeof modes;

async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForURL((url) => url.search === '');
  return page;
}

/** Waits until nothing is asked for any more, and nothing has changed for a moment. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((quiet) => {
      let timer = setTimeout(quiet, 120);
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(quiet, 120);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  });
}

/** Goes to a screen within the window, as a link in it would. */
async function goTo(page: Page, name: string): Promise<void> {
  const screen = screens[name];
  if (!screen) throw new Error(`There is no screen "${name}": ${Object.keys(screens).join(', ')}.`);
  await page.keyboard.press('Escape');
  await page.evaluate((path) => {
    window.history.pushState(null, '', path);
    window.scrollTo(0, 0);
  }, screen.path);
  await settled(page);
  if (!screen.open) return;
  await screen.open(page);
  await settled(page);
}

async function takeAll(page: Page, folder: string, names: readonly string[]): Promise<void> {
  for (const mode of Object.keys(modes) as ModeName[]) {
    await page.emulateMedia({ colorScheme: modes[mode] });
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const name of names) {
        await goTo(page, name);
        const file = `${name}-${mode}-${size.width}x${size.height}.png`;
        await page.screenshot({ path: join(folder, file) });
        process.stdout.write(`${file}\n`);
      }
    }
  }
}

async function takeForReadme(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 860 });
  // The sample town sorts its older voices right after it moved in.
  await goTo(page, 'listening');
  await goTo(page, 'today');
  await page.screenshot({ path: join(projectFolder, 'assets', 'screenshot.png') });
  process.stdout.write('assets/screenshot.png\n');
}

await buildIfNeeded();
const dataFolder = mkdtempSync(join(tmpdir(), 'porchlight-screenshots-'));
const shell = startChild('main/starting/start.ts', [
  ...['--browser', '--no-open', `--data=${dataFolder}/data`, '--sample'],
  ...['--port=0', '--clock=2026-03-02T08:00'],
]);
const browser = await chromium.launch({
  executablePath: getChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: chromiumArguments,
});
try {
  const [, address = ''] = await shell.saying(/Porchlight is open at (\S+)/);
  const page = await openPage(browser, address);
  const [folder, ...names] = process.argv.slice(2);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await takeAll(page, folder, names.length > 0 ? names : Object.keys(screens));
  } else {
    await takeForReadme(page);
  }
} finally {
  await browser.close();
  await shell.interrupt();
  rmSync(dataFolder, { recursive: true, force: true });
}
