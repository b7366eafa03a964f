import { app, type BrowserWindow, ipcMain, type WebContents } from 'electron';
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
  /** There is another window now, or none. */
  changed(window: BrowserWindow | undefined): void;
}

/** The one window: shown, brought to the front, led to a place, hidden. */
export interface TheWindow {
  /** Shows it, at a place such as `/people/<id>` when one is given. */
  show(place?: string): void;
  current(): BrowserWindow | undefined;
}

export function createTheWindow(options: TheWindowOptions): TheWindow {
  let window: BrowserWindow | undefined;
  let quitting = false;
  /** Where the window is to go as soon as its page listens. */
  let wanted: string | undefined;
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
    if (wanted !== undefined) contents.send('porchlight:go', wanted);
    wanted = undefined;
  });

  function open(): void {
    const opened = openWindow({
      preload: options.preload,
      memory: options.memory,
      seen: () => process.stdout.write('Porchlight is open in its own window.\n'),
    });
    window = opened;
    listens = false;
    opened.on('close', (event) => {
      if (quitting || !options.staysWhenClosed()) return;
      event.preventDefault();
      opened.hide();
    });
    opened.once('closed', () => {
      window = undefined;
      options.changed(undefined);
    });
    options.changed(opened);
  }

  return {
    show(place) {
      if (place !== undefined) wanted = place;
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (wanted === undefined || !listens) return;
      window.webContents.send('porchlight:go', wanted);
      wanted = undefined;
    },
    current: () => window,
  };
}
