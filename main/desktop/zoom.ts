import type { BrowserWindow } from 'electron';
import type { WindowMemory } from './window-state.ts';

/** From half the usual size to about two and a half times it. */
const [smallest, largest] = [-4, 5];

/** How large the window's letters are: the menu's and the wheel's one way to change it, kept. */
export interface Zoom {
  in(): void;
  out(): void;
  usual(): void;
  /** Keeps a window at it: from its first page, and by Ctrl and the wheel. */
  follow(window: BrowserWindow): void;
}

export function createZoom(memory: Pick<WindowMemory, 'zoom' | 'keepZoom'>): Zoom {
  let followed: BrowserWindow | undefined;
  const set = (steps: number) => {
    memory.keepZoom(Math.max(smallest, Math.min(steps, largest)));
    followed?.webContents.setZoomLevel(memory.zoom());
  };
  const zoom: Zoom = {
    in: () => set(memory.zoom() + 1),
    out: () => set(memory.zoom() - 1),
    usual: () => set(0),
    follow(window) {
      followed = window;
      const { webContents } = window;
      webContents.on('did-finish-load', () => webContents.setZoomLevel(memory.zoom()));
      webContents.on('zoom-changed', (_event, direction) =>
        direction === 'in' ? zoom.in() : zoom.out(),
      );
      window.once('closed', () => {
        if (followed === window) followed = undefined;
      });
    },
  };
  return zoom;
}
