import { app, type BrowserWindow, ipcMain, type WebContents } from 'electron';
import type { FromShell } from '../../shared/from-shell.ts';
import type { Log } from '../starting/log.ts';
import { isOurs } from './guards.ts';
import { openWindow } from './window.ts';
import type { WindowMemory } from './window-state.ts';

export interface TheWindowOptions {
  /** The built file of the preload. */
  preload: string;
  memory: WindowMemory;
  /** A page that is ours wants its way to the core. */
  connect(page: WebContents): void;
  /** The window is to be closed: answers whether it is only hidden, because the program stays. */
  staysWhenClosed(): boolean;
  log: Log;
  /** There is another window now, or none. */
  changed(window: BrowserWindow | undefined): void;
}

/** The one window: shown, brought to the front, told what to do, hidden. */
export interface TheWindow {
  /** Shows it, and tells it what is wanted as soon as its page listens. */
  show(wanted?: FromShell): void;
  current(): BrowserWindow | undefined;
}

/** How long a page has to live before it is loaded again by itself once more, in milliseconds. */
const reloadPause = 10_000;

export function createTheWindow(options: TheWindowOptions): TheWindow {
  let window: BrowserWindow | undefined;
  let quitting = false;
  /** What the page is to be told as soon as it listens. */
  let wanted: FromShell[] = [];
  let listens = false;

  app.on('before-quit', () => {
    quitting = true;
  });

  ipcMain.on('porchlight:ready', (event) => {
    const contents = window?.webContents;
    const isWindow = event.sender === contents && event.senderFrame === contents?.mainFrame;
    if (!contents || !isWindow || !isOurs(event.senderFrame?.url ?? '')) return;
    options.connect(contents);
    listens = true;
    tell(contents);
  });

  function tell(contents: WebContents): void {
    for (const told of wanted) contents.send('porchlight:shell', told);
    wanted = [];
  }

  function open(): void {
    const opened = openWindow({
      preload: options.preload,
      memory: options.memory,
      seen: () => process.stdout.write('Porchlight is open in its own window.\n'),
    });
    window = opened;
    listens = false;
    let reloadedAt = Number.NEGATIVE_INFINITY;
    opened.on('close', (event) => {
      if (quitting || !options.staysWhenClosed()) return;
      event.preventDefault();
      opened.hide();
    });
    // A page that fell over is opened anew; what was written in it is kept as a draft.
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      options.log(`The page of the window ended: ${reason}`);
      listens = false;
      // One that falls over as soon as it is there would do so for ever.
      if (performance.now() - reloadedAt < reloadPause) return;
      reloadedAt = performance.now();
      opened.webContents.reload();
    });
    opened.once('closed', () => {
      window = undefined;
      options.changed(undefined);
    });
    options.changed(opened);
  }

  return {
    show(told) {
      if (told) wanted.push(told);
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      options.memory.bringBack(window);
      window.show();
      window.focus();
      if (listens) tell(window.webContents);
    },
    current: () => window,
  };
}
