import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Habits } from '../../main/core/host.ts';
import type { MachineState } from '../../main/core/machine-state.ts';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { freshElectron } from './fresh-electron.ts';

let electron: typeof Fake;
beforeEach(async () => {
  electron = await freshElectron();
  electron.app.isPackaged = true;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const on = (platform: NodeJS.Platform) =>
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);

const usual: Habits = {
  startAtLogin: false,
  appearance: 'system',
  spelling: false,
  spellingLanguages: [],
  newVersions: 'ask',
};

async function take(habits: Partial<Habits>): Promise<void> {
  const { takeHabits } = await import('../../main/desktop/habits.ts');
  takeHabits({ ...usual, ...habits });
}

describe('the start with the machine', () => {
  it.each(['darwin', 'win32'] as const)('is asked of %s, without a window', async (platform) => {
    on(platform);
    await take({ startAtLogin: true });
    expect(electron.app.loginItem).toMatchObject({ openAtLogin: true, args: ['--hidden'] });
    await take({ startAtLogin: false });
    expect(electron.app.loginItem).toMatchObject({ openAtLogin: false });
  });

  it('is a file in the autostart folder of Linux', async () => {
    on('linux');
    const folder = temporaryFolder();
    vi.stubEnv('XDG_CONFIG_HOME', folder);
    vi.stubEnv('APPIMAGE', '/home/ada/My apps/100% "Porchlight".AppImage');
    const path = join(folder, 'autostart/porchlight.desktop');
    await take({ startAtLogin: true });
    expect(readFileSync(path, 'utf8')).toContain(
      'Exec="/home/ada/My apps/100%% \\\\"Porchlight\\\\".AppImage" --hidden\n',
    );
    await take({ startAtLogin: false });
    expect(existsSync(path)).toBe(false);
  });

  it('is never that of a clone', async () => {
    on('win32');
    electron.app.isPackaged = false;
    await take({ startAtLogin: true });
    expect(electron.app.loginItem.openAtLogin).toBe(false);
  });
});

describe('the spelling', () => {
  it('is looked through by nobody until it is asked for, then in the languages chosen', async () => {
    on('linux');
    const { beginWithoutSpelling, listSpellingLanguages } = await import(
      '../../main/desktop/habits.ts'
    );
    const { defaultSession: session } = electron.session;
    beginWithoutSpelling();
    expect(session).toMatchObject({ spelling: false, spellingLanguages: [] });
    expect(listSpellingLanguages()).toContain('it');
    await take({ spelling: true });
    expect(session.spelling).toBe(false);
    await take({ spelling: true, spellingLanguages: ['it', 'tlh', 'en-GB'] });
    expect(session.spelling).toBe(true);
    expect(session.spellingLanguages).toEqual(['it', 'en-GB']);
    await take({ spelling: false, spellingLanguages: ['it'] });
    expect(session).toMatchObject({ spelling: false, spellingLanguages: [] });
  });

  it('finds its languages out by itself on a Mac', async () => {
    on('darwin');
    const { listSpellingLanguages } = await import('../../main/desktop/habits.ts');
    expect(listSpellingLanguages()).toEqual([]);
    await take({ spelling: true });
    expect(electron.session.defaultSession.spelling).toBe(true);
  });
});

describe('the light', () => {
  it('of menus and of what is not painted yet follows the settings, and the system', async () => {
    await take({ appearance: 'evening' });
    expect(electron.nativeTheme.themeSource).toBe('dark');
    await take({});
    expect(electron.nativeTheme.themeSource).toBe('system');

    const { openWindow } = await import('../../main/desktop/window.ts');
    const { createWindowMemory } = await import('../../main/desktop/window-state.ts');
    electron.app.setPath('userData', temporaryFolder());
    openWindow({ preload: '', memory: createWindowMemory(), seen: () => undefined });
    const [window] = electron.BrowserWindow.all;
    expect(window?.options.backgroundColor).toBe('#FBF6EC');
    electron.nativeTheme.shouldUseDarkColors = true;
    electron.nativeTheme.emit('updated');
    expect(window?.calls).toEqual(['#1B212C']);
  });
});

describe('the machine', () => {
  it('tells of its sleep, and of a network that went and came', async () => {
    vi.useFakeTimers();
    const { watchMachine } = await import('../../main/desktop/machine-state.ts');
    const told: MachineState[] = [];
    watchMachine((state) => told.push(state));
    electron.powerMonitor.emit('suspend');
    electron.net.online = false;
    electron.powerMonitor.emit('resume');
    expect(told.splice(0)).toEqual(['sleeps', 'offline', 'wakes']);
    electron.net.online = true;
    vi.advanceTimersByTime(10_000);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual(['online']);
  });
});
