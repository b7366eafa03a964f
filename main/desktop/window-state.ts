import { type BrowserWindow, type Rectangle, screen } from 'electron';
import Store from 'electron-store';
import { fitWindow } from './fit-window.ts';

interface Kept {
  window?: { bounds: Rectangle; maximized: boolean };
  zoom?: number;
  toldOfTray?: boolean;
}

/** Where the window was and how large its letters are, kept in the shell's own preferences. */
export interface WindowMemory {
  /** Its last place and size on a screen that is there, or the first one's. */
  bounds(): Partial<Rectangle> & { width: number; height: number };
  maximized(): boolean;
  /** Remembers a window's place from now on. */
  follow(window: BrowserWindow): void;
  /** Brings a window back on a screen when its own was taken away. */
  bringBack(window: BrowserWindow): void;
  /** How far it is zoomed, in steps of Chromium: 0 is the usual size, each step a fifth more. */
  zoom(): number;
  keepZoom(steps: number): void;
  /** Whether it is still to be told that the program stays in the tray; true once only. */
  tellOfTray(): boolean;
}

const first = { width: 1180, height: 860 };

const screens = () => screen.getAllDisplays().map(({ workArea }) => workArea);

export function createWindowMemory(): WindowMemory {
  const store = new Store<Kept>({ name: 'shell', clearInvalidConfig: true });
  return {
    bounds() {
      const bounds = store.get('window')?.bounds;
      return (bounds && fitWindow(bounds, screens())) ?? first;
    },
    maximized: () => store.get('window')?.maximized ?? false,
    follow(window) {
      window.on('close', () => {
        const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
        store.set('window', state);
      });
    },
    bringBack(window) {
      if (fitWindow(window.getNormalBounds(), screens())) return;
      window.setSize(first.width, first.height);
      window.center();
    },
    zoom: () => store.get('zoom') ?? 0,
    keepZoom: (steps) => store.set('zoom', steps),
    tellOfTray() {
      const told = store.get('toldOfTray') ?? false;
      if (!told) store.set('toldOfTray', true);
      return !told;
    },
  };
}
