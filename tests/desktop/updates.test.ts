import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VersionState } from '../../shared/contract/contract.ts';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { freshElectron } from './fresh-electron.ts';

/** electron-updater as far as it is used, remembering what it was asked for. */
class Updater extends EventEmitter {
  autoDownload = true;
  autoInstallOnAppQuit = true;
  logger: unknown = 'console';
  requestHeaders: Record<string, string> = {};
  readonly asked: string[] = [];
  newer: { version: string; releaseNotes: unknown } | undefined;
  problem: Error | undefined;

  checkForUpdates = async () => {
    this.asked.push('look');
    if (this.problem) throw this.problem;
    this.emit(this.newer ? 'update-available' : 'update-not-available', this.newer);
  };
  downloadUpdate = async () => {
    this.asked.push('fetch');
    this.emit('download-progress', { percent: 41.6 });
    this.emit('update-downloaded', this.newer);
  };
  quitAndInstall = () => void this.asked.push('install');
}

let electron: typeof Fake;
let updater: Updater;
beforeEach(async () => {
  electron = await freshElectron();
  updater = new Updater();
  vi.doMock('electron-updater', () => ({ autoUpdater: updater }));
});
afterEach(() => vi.useRealTimers());

/** A program that was packed with a place to look at, unless it was not. */
async function packed(place = true) {
  const resources = temporaryFolder();
  electron.app.isPackaged = true;
  if (place) writeFileSync(join(resources, 'app-update.yml'), 'provider: generic');
  Object.assign(process, { resourcesPath: resources });
  const { createUpdates } = await import('../../main/desktop/updates.ts');
  const told: VersionState[] = [];
  const lines: string[] = [];
  const updates = createUpdates({
    told: (state) => told.push(state),
    closeFirst: async () => void updater.asked.push('close'),
    log: (line) => lines.push(line),
  });
  return { updates, lines, stages: () => told.splice(0).map(({ stage }) => stage), told };
}

test('nothing is looked for before it is wished, then once a day', async () => {
  vi.useFakeTimers();
  const { updates, stages } = await packed();
  updates.habit('ask');
  await vi.advanceTimersByTimeAsync(48 * 3_600_000);
  expect(updater.asked).toEqual([]);
  updates.habit('look');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(updater.asked).toEqual(['look']);
  await vi.advanceTimersByTimeAsync(48 * 3_600_000);
  expect(updater.asked).toHaveLength(3);
  updates.habit('never');
  await vi.advanceTimersByTimeAsync(48 * 3_600_000);
  expect(updater.asked).toHaveLength(3);
  expect(stages()).toContain('newest');
});

test('the request carries nothing that would tell one machine from another', async () => {
  const { updates } = await packed();
  await updates.step('look');
  expect(updater.requestHeaders).toEqual({ 'x-user-staging-id': '', 'User-Agent': 'Porchlight' });
  expect(updater.logger).toBeNull();
});

test('a newer one is told with what is new, fetched and put in only when asked for', async () => {
  updater.newer = {
    version: '0.2.0',
    releaseNotes: [
      { version: '0.2.0', note: 'Faster' },
      { version: '0.1.1', note: null },
    ],
  };
  const { updates, stages, told } = await packed();
  await updates.step('fetch');
  await updates.step('install');
  expect(updater.asked).toEqual([]);
  await updates.step('look');
  expect(told.at(-1)).toMatchObject({ version: '0.2.0', news: '0.2.0\nFaster\n\n0.1.1\n' });
  expect(stages()).toEqual(['looking', 'found']);
  expect(updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false });
  await updates.step('fetch');
  expect(stages()).toEqual(['fetching', 'fetching', 'fetched']);
  expect(updater.autoInstallOnAppQuit).toBe(true);
  await updates.step('install');
  expect(updater.asked).toEqual(['look', 'fetch', 'close', 'install']);
});

test('a failure is told, and it can be tried again', async () => {
  const { updates, stages, lines } = await packed();
  updater.problem = new Error('net::ERR_INTERNET_DISCONNECTED');
  await updates.step('look');
  expect(stages()).toEqual(['looking', 'failed']);
  expect(lines).toEqual(['A new version was not to be had']);
  updater.problem = undefined;
  await updates.step('look');
  expect(stages()).toEqual(['looking', 'newest']);
});

test('without a place to look at nothing is ever looked for', async () => {
  const { updates, stages } = await packed(false);
  updates.habit('look');
  await updates.step('look');
  expect(updater.asked).toEqual([]);
  expect(stages()).toEqual(['none']);
});
