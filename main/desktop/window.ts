import { BrowserWindow, nativeTheme } from 'electron';
import { setUpContextMenu } from './context-menu.ts';
import { windowOrigin } from './protocol.ts';
import type { WindowMemory } from './window-state.ts';

export interface WindowOptions {
  /** The built file of the preload. */
  preload: string;
  memory: WindowMemory;
  /** The page is there to be seen. */
  seen(): void;
}

/** The paper of the day or the evening, for where the page is not painted yet. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#1B212C' : '#FBF6EC');

/** Opens the one window, where it was last time, without a flash of another colour. */
export function openWindow({ preload, memory, seen }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...memory.bounds(),
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: 'Porchlight',
    backgroundColor: paper(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // Off all the same until a person asks for it: habits.ts.
      spellcheck: true,
    },
  });
  const paint = () => window.setBackgroundColor(paper());
  if (memory.maximized()) window.maximize();
  memory.follow(window);
  setUpContextMenu(window.webContents);
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
  window.once('ready-to-show', () => {
    window.show();
    seen();
  });
  void window.loadURL(`${windowOrigin}/`);
  return window;
}
