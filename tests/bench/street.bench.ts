import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { type Connection, run, transaction } from '../../main/core/database/connection.ts';
import { buildIfNeeded } from '../../main/starting/build.ts';
import { startChild } from '../support/child.ts';
import { chromiumArguments, getChromium } from '../support/find-chromium.ts';
import { openBenchCore } from './bench-house.ts';

/**
 * How quickly the street of 5,000 and of 20,000 houses is there, and how smooth it is: run with
 * `npm run bench -- street`. Milliseconds; of frames the median, the 95th of 100, and the worst.
 */
const say = (label: string, words: string) =>
  process.stdout.write(`${label.padEnd(44)} ${words}\n`);

let seed = 1;
function random(below: number): number {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
}

const circles = ['inner', 'regular', 'regular', 'wider', 'wider', 'wider', 'none'];
const tags = ['music', 'harbour', 'trade', 'market', 'school', 'garden'];
const uuid = (kind: number, index: number) =>
  `018f0000-0000-7${kind}00-8000-${String(index).padStart(12, '0')}`;

/** People straight into the tables, most of them spoken with in the last four months. */
function fill(connection: Connection, people: number, now: number): void {
  transaction(connection, () => {
    for (let index = 0; index < people; index += 1) {
      const name = `Neighbour ${index}`;
      run(
        connection,
        `INSERT INTO customer (id, display_name, sort_name, circle, added_at, added_day)
         VALUES (?, ?, ?, ?, ?, '2025-01-01')`,
        [uuid(0, index), name, name.toLowerCase(), circles[random(circles.length)] ?? '', now],
      );
      run(connection, 'INSERT INTO customer_tag (id, customer_id, tag) VALUES (?, ?, ?)', [
        uuid(1, index),
        uuid(0, index),
        tags[random(tags.length)] ?? '',
      ]);
      if (random(8) === 0) continue;
      const at = now - random(120) * 86_400_000;
      run(
        connection,
        `INSERT INTO conversation (id, medium, happened_at, happened_day, written_at)
         VALUES (?, 'phone', ?, ?, 1)`,
        [uuid(2, index), at, new Date(at).toISOString().slice(0, 10)],
      );
      run(connection, 'INSERT INTO conversation_customer VALUES (?, ?, ?)', [
        uuid(3, index),
        uuid(2, index),
        uuid(0, index),
      ]);
    }
    run(connection, `INSERT OR REPLACE INTO setting (id, value) VALUES ('welcomed', 'true')`);
  });
}

async function makeTown(dataFolder: string, people: number): Promise<void> {
  const core = await openBenchCore(dataFolder);
  fill(core.house.connection, people, core.house.clock.now());
  await core.close();
}

function summary(took: readonly number[]): string {
  const sorted = [...took].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5).padStart(8)} ${at(0.95).padStart(8)} ${at(1).padStart(8)}`;
}

/** Milliseconds between frames while the page scrolls down and up again. */
function framesOfScrolling(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const took: number[] = [];
        let last = performance.now();
        let left = 180;
        const frame = (now: number) => {
          took.push(now - last);
          last = now;
          window.scrollBy(0, left > 90 ? 40 : -40);
          left -= 1;
          if (left > 0) requestAnimationFrame(frame);
          else resolve(took.slice(1));
        };
        requestAnimationFrame(frame);
      }),
  );
}

/** Milliseconds from a key until what it brought is painted, for each of some keys. */
async function timesOf(page: Page, keys: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  for (const key of keys) {
    const painted = await page.evaluateHandle(() => ({
      after: new Promise<number>((resolve) => {
        const press = (event: KeyboardEvent) => {
          requestAnimationFrame(() =>
            setTimeout(() => resolve(performance.now() - event.timeStamp)),
          );
        };
        window.addEventListener('keydown', press, { once: true, capture: true });
      }),
    }));
    await page.keyboard.press(key);
    took.push(await painted.evaluate(({ after }) => after));
  }
  return took;
}

async function measure(people: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-street-'));
  const dataFolder = join(folder, 'data');
  await makeTown(dataFolder, people);
  const shell = startChild('main/starting/start.ts', [
    ...['--browser', '--no-open', '--port=0', `--data=${dataFolder}`],
  ]);
  const browser = await chromium.launch({
    executablePath: getChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumArguments,
  });
  try {
    const [, address = ''] = await shell.saying(/Porchlight is open at (\S+)/);
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.goto(address);
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const started = performance.now();
    await page.goto(new URL('/street', address).href);
    await page.locator('[data-picture] svg path').first().waitFor({ state: 'attached' });
    say(`${people} houses`, '  median  95 of 100  worst');
    say('  the page, until the first houses', (performance.now() - started).toFixed(0).padStart(8));
    say('  frames while scrolling', summary(await framesOfScrolling(page)));
    await page.getByLabel('Find on the street').click();
    say('  a letter of a name', summary(await timesOf(page, [...'neighbour 4'].map(keyOf))));
    await page.keyboard.press('Control+a');
    say('  everybody again', summary(await timesOf(page, ['Delete'])));
    await page.keyboard.press('Enter');
    const walk = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'End', 'Home'];
    say('  a step with the arrow keys', summary(await timesOf(page, [...walk, ...walk])));
    say('  nearer and farther', summary(await timesOf(page, ['+', '+', '-', '-', '+', '-'])));
  } finally {
    await browser.close();
    await shell.interrupt();
    rmSync(folder, { recursive: true, force: true });
  }
}

const keyOf = (letter: string) => (letter === ' ' ? 'Space' : letter);

await buildIfNeeded();
for (const people of [5_000, 20_000]) await measure(people);
