import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildIfNeeded } from '../../main/starting/build.ts';
import type { Client } from '../../shared/contract/contract.ts';
import type { FromShell } from '../../shared/from-shell.ts';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { renewElectron } from './fresh-electron.ts';
import { openPage, startDesktop, theWindow } from './start-desktop.ts';

beforeAll(() => buildIfNeeded(), 120_000);

beforeEach(() => {
  renewElectron();
});

/** What the core's own process does in its time. */
const eventually = <T>(work: () => T | Promise<T>) => vi.waitFor(work, 15_000);

/** The desktop app with its page open, and where the page was sent to. */
async function open(folder?: string, clock?: string) {
  const { electron } = await startDesktop(folder, { clock });
  const page = await openPage(electron);
  const window = await theWindow(electron);
  const gone: string[] = [];
  window.webContents.toPreload.on('porchlight:shell', (_event: unknown, told: FromShell) => {
    if (told.kind === 'go') gone.push(told.place);
  });
  return { electron, window, gone, ...page };
}

const tray = (electron: typeof Fake) => {
  const [only] = electron.Tray.all;
  if (!only) throw new Error('No tray');
  return only;
};

/** Ends the program as Quit does, and waits until the house is closed. */
async function quit(electron: typeof Fake): Promise<void> {
  electron.app.quit();
  await eventually(() => expect(electron.app.quits).toBe(1));
}

const ringAt = (client: Client, dueTime: string) =>
  client.followUps.add({ text: 'Ring & ask', dueDay: '2026-03-02', dueTime });

describe('a reminder in the desktop app', { timeout: 60_000 }, () => {
  it('is a notice of the platform, done from its button, and leads to what it is about', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    const { id } = await ringAt(first.client, '09:00');
    await quit(first.electron);

    renewElectron();
    const { electron, window, gone, client } = await open(folder, '2026-03-02T10:00');
    await eventually(() => expect(electron.Notification.shown).toHaveLength(1));
    const [notice] = electron.Notification.all;
    expect(notice?.notice).toMatchObject({ title: 'Ring & ask', body: 'Due today at 09:00' });
    expect(notice?.notice.actions.map(({ text }) => text)).toEqual([
      'Done',
      'In an hour',
      'Tomorrow',
    ]);
    notice?.emit('click');
    expect(window.calls).toContain('focus');
    expect(gone).toEqual([`/follow-ups?follow-up=${id}`]);

    notice?.emit('action', { actionIndex: 0 });
    await eventually(async () => expect((await client.followUps.get({ id })).state).toBe('done'));
    expect(await client.reminders.take()).toEqual([]);
  });

  it('comes up in the window where the platform shows none', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    await ringAt(first.client, '09:00');
    await quit(first.electron);

    renewElectron();
    const electron = (await import('electron')) as unknown as typeof Fake;
    electron.Notification.supported = false;
    const { client } = await open(folder, '2026-03-02T10:00');
    await eventually(async () =>
      expect(await client.reminders.take()).toMatchObject([{ title: 'Ring & ask' }]),
    );
  });
});

describe('the tray', { timeout: 60_000 }, () => {
  it('says whom the day names and what waits, leads there, and pauses the reminders', async () => {
    const { electron, client, gone } = await open();
    const { id: rosa } = await client.people.add({ givenName: 'Rosa', circle: 'inner' });
    const { id } = await client.followUps.add({
      text: 'Send the quote',
      customerId: rosa,
      dueDay: '2026-03-02',
    });
    await eventually(() =>
      expect(tray(electron).toolTip).toBe('Porchlight · today Rosa · 1 follow-up waits'),
    );
    if (process.platform === 'linux') expect(electron.app.badge).toBe(1);
    tray(electron).choose('Today: Rosa');
    tray(electron).choose(/Rosa: Send the quote/);
    tray(electron).choose('1 follow-up waits');
    tray(electron).choose('Log a conversation');
    expect(gone).toEqual([
      `/people/${rosa}`,
      `/follow-ups?follow-up=${id}`,
      '/follow-ups',
      '?log=1',
    ]);
    await client.followUps.done({ id });
    await eventually(() => expect(electron.app.badge).toBe(0));
    const paused = async () => (await client.settings.get()).remindersPausedUntil;
    await eventually(() => tray(electron).choose('No reminders until tomorrow'));
    await eventually(async () => expect(await paused()).toBe('2026-03-03'));
    await eventually(() => tray(electron).choose('Remind me again'));
    await eventually(async () => expect(await paused()).toBe(''));
  });

  it('is all there is when the machine has started the program; the settings are taken up', async () => {
    const { electron } = await startDesktop(undefined, { more: ['--hidden'] });
    await vi.waitFor(() => tray(electron));
    expect(electron.BrowserWindow.all).toEqual([]);
    tray(electron).choose('Open Porchlight');
    const { client } = await openPage(electron);
    await client.settings.save({
      appearance: 'evening',
      spelling: true,
      spellingLanguages: ['it'],
    });
    await eventually(() => expect(electron.nativeTheme.themeSource).toBe('dark'));
    expect(electron.session.defaultSession.spellingLanguages).toEqual(['it']);
    expect((await client.settings.spellingLanguages()).languages).toContain('it');
    expect((await client.versions.state()).stage).toBe('none');
    electron.powerMonitor.emit('suspend');
    electron.powerMonitor.emit('resume');
    expect((await client.house.about()).installed).toBe(false);
  });

  it.skipIf(process.platform === 'darwin')(
    'keeps the program when its window is closed, saying so once, unless that is not wanted',
    async () => {
      const { electron, client, window } = await open();
      const close = () => {
        const event = electron.preventable();
        window.emit('close', event);
        return event.defaultPrevented;
      };
      await eventually(() => expect(close()).toBe(true));
      expect(close()).toBe(true);
      expect(window.calls.filter((call) => call === 'hide')).toHaveLength(2);
      expect(electron.Notification.shown.map(({ title }) => title)).toEqual([
        'Porchlight stays in the tray',
      ]);
      tray(electron).choose('Open Porchlight');
      expect(window.calls.slice(-2)).toEqual(['show', 'focus']);

      await client.settings.save({ closeToTray: false });
      await eventually(() => expect(close()).toBe(false));
      await client.settings.save({ closeToTray: true });
      await eventually(() => expect(close()).toBe(true));
      tray(electron).choose('Quit');
      expect(close()).toBe(false);
      await eventually(() => expect(electron.app.quits).toBe(1));
    },
  );
});

describe('the keys of the composer', { timeout: 60_000 }, () => {
  const usual = 'CommandOrControl+Shift+L';

  it('open the line to log from anywhere; others can be chosen, or none; those that cannot be had are told', async () => {
    const { electron, client, gone } = await open();
    const { held, taken } = electron.globalShortcut;
    await eventually(() => expect([...held.keys()]).toEqual([usual]));
    held.get(usual)?.();
    expect(gone).toEqual(['?log=1']);
    const state = async () => (await client.settings.shortcut()).state;
    await eventually(async () => expect(await state()).toBe('works'));
    await client.settings.save({ composerShortcut: 'Alt+Shift+P' });
    await eventually(() => expect([...held.keys()]).toEqual(['Alt+Shift+P']));
    await client.settings.save({ composerShortcut: '' });
    await eventually(async () => expect(await state()).toBe('off'));
    expect(held.size).toBe(0);

    taken.add('Alt+P');
    await client.settings.save({ composerShortcut: 'Alt+P' });
    await eventually(async () => expect(await state()).toBe('taken'));
    await client.settings.save({ composerShortcut: usual });
    await eventually(async () => expect(await state()).toBe('works'));
    await client.settings.save({ composerShortcut: 'nonsense' });
    await eventually(async () => expect(await state()).toBe('taken'));
  });
});
