import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FromShell } from '../../shared/from-shell.ts';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { freshElectron } from './fresh-electron.ts';

const id = '0195a1de-7c1e-7b6f-8a39-3b6f2f0c1d2e';
const person = { kind: 'go', place: `/people/${id}` };

let electron: typeof Fake;
beforeEach(async () => {
  electron = await freshElectron();
});

/** What the window is told, for a program that was started with these arguments. */
async function started(...args: string[]) {
  const { awaitArrivals } = await import('../../main/desktop/arrivals.ts');
  const arrivals = awaitArrivals(args);
  const told: (FromShell | undefined)[] = [];
  return { arrivals, told, meet: () => arrivals.meet((wanted) => told.push(wanted)) };
}

test('a link opens its person: at the start, at a second start, and from the system', async () => {
  const { told, meet } = await started('--no-sandbox', `porchlight://person/${id}`);
  const early = electron.preventable();
  electron.app.emit('open-url', early, `porchlight://person/${id}`);
  expect(early.defaultPrevented).toBe(true);
  expect(told).toEqual([]);
  meet();
  expect(told).toEqual([person, person]);

  const second = (...argv: string[]) => electron.app.emit('second-instance', {}, argv, '/');
  second('porchlight', '--', `porchlight://person/${id}`);
  // The window comes to the front, and then goes there.
  expect(told.splice(0)).toEqual([person, person, undefined, person]);
  second('porchlight', 'porchlight://people/all', '--data=/elsewhere', 'https://evil.example/');
  electron.app.emit('open-url', electron.preventable(), 'porchlight://person/../settings');
  expect(told).toEqual([undefined]);
});

test('a file that is opened with Porchlight is handed to the window', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Rosa.VCF'), 'BEGIN:VCARD');
  writeFileSync(join(folder, 'feeds.opml'), '<opml/>');
  writeFileSync(join(folder, 'letter.txt'), 'Dear Rosa');
  const { told, meet } = await started(join(folder, 'Rosa.VCF'), join(folder, 'letter.txt'));
  meet();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  electron.app.emit('second-instance', {}, ['porchlight', 'feeds.opml'], folder);
  electron.app.emit('open-file', electron.preventable(), join(folder, 'feeds.opml'));
  await vi.waitFor(() => expect(told).toHaveLength(4));
  const read = told.map((one) =>
    one?.kind === 'file' ? `${one.name}: ${Buffer.from(one.content)}` : one,
  );
  expect(read).toEqual([
    'Rosa.VCF: BEGIN:VCARD',
    undefined,
    'feeds.opml: <opml/>',
    'feeds.opml: <opml/>',
  ]);
  expect(electron.dialog.shown).toEqual([]);
});

test('a file may be chosen; what cannot be read is told in words', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder.vcf'));
  writeFileSync(join(folder, 'huge.vcf'), '');
  truncateSync(join(folder, 'huge.vcf'), 50_000_001);
  const { arrivals, told, meet } = await started();
  meet();
  for (const name of ['folder.vcf', 'huge.vcf', 'gone.vcf']) {
    electron.dialog.chosen = [join(folder, name)];
    await arrivals.choose();
  }
  await vi.waitFor(() => expect(electron.dialog.shown).toHaveLength(3));
  expect(electron.dialog.shown.toSorted()).toEqual([
    'This file was not opened: folder.vcf is not a file.',
    'This file was not opened: gone.vcf is not there any more.',
    'This file was not opened: huge.vcf is too large: more than 50 MB.',
  ]);
  expect(told).toEqual([]);
});
