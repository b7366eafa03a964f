import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildIfNeeded } from '../../main/starting/build.ts';
import { lockFolder } from '../../main/starting/folder-lock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { renewElectron } from './fresh-electron.ts';
import { openPage, startDesktop, theWindow } from './start-desktop.ts';

// The window's files are listed at the start, so they must be there.
beforeAll(() => buildIfNeeded(), 120_000);

beforeEach(() => {
  renewElectron();
});

describe('the desktop shell, with the real entry, preload and core', { timeout: 30_000 }, () => {
  it('answers a call that is made in the window', async () => {
    const { electron, folder } = await startDesktop();
    const { client } = await openPage(electron);
    expect((await client.house.now()).day).toBe('2026-03-02');
    expect((await client.house.about()).shell).toBe('desktop');
    expect((await client.house.about()).dataFolder).toBe(folder);

    const events = await client.events.listen();
    const told = events.next();
    await client.people.add({ givenName: 'Rosa' });
    expect((await told).value).toMatchObject({ type: 'changed' });
    await expect(client.people.get({ id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });

  it('opens links and keeps secrets through the main process', async () => {
    const { electron } = await startDesktop();
    const { client } = await openPage(electron);
    await client.house.open({ address: 'https://example.org/a b' });
    expect(electron.shell.opened).toEqual(['https://example.org/a%20b']);
    await expect(client.house.open({ address: 'javascript:alert(1)' })).rejects.toThrow(/Only web/);
  });

  it('gives a page that was loaded again a new way to the core', async () => {
    const { electron } = await startDesktop();
    const first = await openPage(electron);
    await first.client.people.add({ givenName: 'Rosa' });
    const second = await openPage(electron);
    expect((await second.client.people.list({})).total).toBe(1);
  });

  it('hands a page of another place nothing through the preload either', async () => {
    const { electron } = await startDesktop();
    const { connection } = await openPage(electron, 'https://evil.example/');
    const window = await theWindow(electron);
    window.webContents.postMessage('porchlight:port', null, [
      new electron.MessageChannelMain().port2,
    ]);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(connection.state).toBe('opening');
  });

  it('loads a page that fell over again, and says so in the log', async () => {
    const { electron, folder } = await startDesktop();
    const { webContents } = await theWindow(electron);
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(0);
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(1);
    const log = readFileSync(join(folder, 'desktop/logs/porchlight.log'), 'utf8');
    expect(log).toContain('The page of the window ended: crashed');
  });

  it('starts the core anew once when its process fails, with a sentence', async () => {
    const { electron } = await startDesktop();
    const { client } = await openPage(electron);
    await client.people.add({ givenName: 'Rosa' });

    await electron.utilityProcess.forked[0]?.worker.terminate();
    await vi.waitFor(async () => expect((await client.people.list({})).total).toBe(1), 10_000);
    expect(electron.dialog.shown).toEqual(['Porchlight stumbled and has started again.']);

    await electron.utilityProcess.forked[1]?.worker.terminate();
    await vi.waitFor(() => expect(electron.app.exits).toEqual([1]), 10_000);
    expect(electron.dialog.shown[1]).toContain('Porchlight has to close');
  });

  it('says in words that the folder is open elsewhere, and ends', async () => {
    const folder = temporaryFolder();
    const lock = lockFolder(folder);
    onTestFinished(() => lock.release());
    lock.say({ shell: 'command', process: 7 });
    const { electron } = await startDesktop(folder);
    await vi.waitFor(() => expect(electron.app.exits).toEqual([1]), 10_000);
    expect(electron.dialog.shown).toEqual([
      'Porchlight cannot open: A Porchlight command is at work in this folder (process 7). Try again when it is done.',
    ]);
  });

  it('closes the house cleanly before it ends', async () => {
    const { electron, folder } = await startDesktop();
    const { client } = await openPage(electron);
    await client.house.now();
    electron.app.emit('window-all-closed');
    if (process.platform === 'darwin') electron.app.quit();
    expect(electron.app.quits).toBe(0);
    await vi.waitFor(() => expect(electron.app.quits).toBe(1), 10_000);
    const log = readFileSync(join(folder, 'desktop/logs/porchlight.log'), 'utf8');
    expect(log).toMatch(/desktop closed\n$/);
    expect(electron.dialog.shown).toEqual([]);
  });

  it('is open once: a second start ends, and the first comes to the front', async () => {
    const { electron, folder } = await startDesktop();
    const window = await theWindow(electron);
    window.minimized = true;
    electron.app.emit('second-instance', {}, ['porchlight', '--x'], folder);
    expect(window.calls).toEqual(['restore', 'show', 'focus']);

    renewElectron();
    const second = await startDesktop(temporaryFolder(), { isFirst: false });
    expect(second.electron.app.exits).toEqual([0]);
    expect(second.electron.BrowserWindow.all).toEqual([]);
  });

  it('lives in its data folder, in the sandbox', async () => {
    const { electron, folder } = await startDesktop();
    await theWindow(electron);
    expect(electron.app.sandboxed).toBe(true);
    expect(electron.app.getPath('userData')).toBe(join(folder, 'desktop'));
    expect(electron.Menu.application).not.toHaveLength(0);
    expect(electron.protocol.schemes).toHaveLength(1);
  });

  it('opens where it was, unless that screen is gone', async () => {
    const folder = temporaryFolder();
    const first = await startDesktop(folder);
    (await theWindow(first.electron)).emit('close');

    renewElectron();
    const second = await startDesktop(folder);
    const window = await theWindow(second.electron);
    expect(window.options).toMatchObject({ x: 40, y: 30, width: 900, height: 700 });
    window.bounds = { x: 5000, y: 5000, width: 900, height: 700 };
    window.emit('close');

    renewElectron();
    const third = await startDesktop(folder);
    expect((await theWindow(third.electron)).options).not.toHaveProperty('x');
  });
});
