import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { UpdateInfo } from 'electron-updater';
import type { VersionState } from '../../shared/contract/contract.ts';
import type { Habits, VersionStep } from '../core/host.ts';
import type { Log } from '../starting/log.ts';

/** When is looked for the first time after the start, and then again, in milliseconds. */
const [firstLook, lookEvery] = [30_000, 24 * 60 * 60 * 1000];
/** Characters of what is new; whatever is longer is read elsewhere. */
const mostNews = 20_000;

export interface UpdatesOptions {
  /** How it stands now. */
  told(state: VersionState): void;
  /** Closes the house cleanly before the program is exchanged. */
  closeFirst(): Promise<void>;
  log: Log;
}

/** New versions, through electron-updater. */
export interface Updates {
  /** Looks once a day, or not any more, as the settings say. */
  habit(wish: Habits['newVersions']): void;
  /** Does what a person has asked for. */
  step(step: VersionStep): Promise<void>;
}

/**
 * Looks for new versions when the person wishes so, fetches and puts in only what they ask for.
 * Nothing is sent but the request for the list of versions: no number of this machine, as
 * electron-updater would by itself.
 */
export function createUpdates({ told, closeFirst, log }: UpdatesOptions): Updates {
  // Only what was packed with a place to look at can look (electron-builder writes it).
  const can = app.isPackaged && existsSync(join(process.resourcesPath, 'app-update.yml'));
  const begin = can ? 'idle' : 'none';
  let state: VersionState = { stage: begin, version: '', news: '', percent: 0 };
  let updater: ReturnType<typeof loadUpdater> | undefined;
  let timers: NodeJS.Timeout[] = [];
  const set = (change: Partial<VersionState>) => {
    state = { ...state, ...change };
    told(state);
  };

  async function loadUpdater() {
    const { autoUpdater } = await import('electron-updater');
    autoUpdater.autoDownload = false;
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.logger = null;
    autoUpdater.requestHeaders = { 'x-user-staging-id': '', 'User-Agent': 'Porchlight' };
    autoUpdater.on('update-available', (info) =>
      set({ stage: 'found', version: info.version, news: newsOf(info) }),
    );
    autoUpdater.on('update-not-available', () => set({ stage: 'newest' }));
    autoUpdater.on('download-progress', ({ percent }) =>
      set({ stage: 'fetching', percent: Math.round(percent) }),
    );
    autoUpdater.on('update-downloaded', () => set({ stage: 'fetched', percent: 100 }));
    // Every failure is told by the call that met it as well.
    autoUpdater.on('error', () => undefined);
    return autoUpdater;
  }

  async function step(wanted: VersionStep): Promise<void> {
    if (!can) return;
    updater ??= loadUpdater();
    const using = await updater;
    try {
      if (wanted === 'look') {
        set({ stage: 'looking' });
        await using.checkForUpdates();
      } else if (wanted === 'fetch' && state.stage === 'found') {
        set({ stage: 'fetching', percent: 0 });
        // It was asked for: whoever does not start anew now has it at the next start.
        using.autoInstallOnAppQuit = true;
        await using.downloadUpdate();
      } else if (wanted === 'install' && state.stage === 'fetched') {
        await closeFirst();
        using.quitAndInstall(false, true);
      }
    } catch (problem) {
      log('A new version was not to be had', problem);
      set({ stage: 'failed' });
    }
  }

  return {
    step,
    habit(wish) {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      // A core that begins, or begins anew, does not know yet.
      told(state);
      if (!can || wish !== 'look') return;
      const look = () => void (isBusy(state) || step('look'));
      timers = [setTimeout(look, firstLook), setInterval(look, lookEvery)];
    },
  };
}

/** Whether a version is on its way already. */
function isBusy({ stage }: VersionState): boolean {
  return stage === 'looking' || stage === 'fetching' || stage === 'fetched';
}

function newsOf({ releaseNotes }: Pick<UpdateInfo, 'releaseNotes'>): string {
  const notes = Array.isArray(releaseNotes)
    ? releaseNotes.map(({ version, note }) => `${version}\n${note ?? ''}`).join('\n\n')
    : (releaseNotes ?? '');
  return notes.slice(0, mostNews);
}
