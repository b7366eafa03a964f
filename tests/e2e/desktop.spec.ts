import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { _electron as electron } from '@playwright/test';
import { findElectron } from '../../main/starting/electron-binary.ts';
import { projectFolder } from '../support/child.ts';
import { expect, test } from './support/stories.ts';

const binary = findElectron();
const display =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const obstacle = binary
  ? display
    ? undefined
    : 'there is no display for a window here'
  : "Electron's binary is not on this machine";

/** The same app in Electron itself, wherever there is one. */
test.describe('the desktop app', () => {
  test.beforeAll(() => {
    if (obstacle) process.stdout.write(`Skipped: the desktop app was not opened, ${obstacle}.\n`);
  });
  test.skip(Boolean(obstacle), obstacle);

  test('opens a window that reaches the core, and closes cleanly', async ({ dataFolder }) => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await electron.launch({
      executablePath: binary,
      args: [...asRoot, projectFolder, `--data=${dataFolder}`, '--clock=2026-03-02T08:00'],
    });
    const page = await app.firstWindow();
    await expect(page.locator('h1').first()).toBeVisible();
    expect(new URL(page.url()).protocol).toBe('porchlight-window:');
    const reachable = await page.evaluate(() => ({
      node: 'process' in window || 'require' in window,
      electron: 'electron' in window || 'ipcRenderer' in window,
    }));
    expect(reachable).toEqual({ node: false, electron: false });
    await app.close();
  });

  // Its fuses let nobody look inside, so that it is watched from without.
  test('opens its window as it was packed, and ends when it is asked to', async ({
    dataFolder,
  }) => {
    const packed = process.env.PORCHLIGHT_PACKED;
    test.skip(!packed, 'PORCHLIGHT_PACKED names no packed app');
    const app = spawn(resolve(packed ?? ''), [`--data=${dataFolder}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(app, 'close');
    let said = '';
    app.stdout.on('data', (part: Buffer) => {
      said += part;
    });
    await expect.poll(() => said, { timeout: 60_000 }).toContain('Porchlight is open');
    app.kill();
    await ended;
  });
});
