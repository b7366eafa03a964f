import { type BrowserWindow, type Rectangle, screen } from 'electron';
import Store from 'electron-store';

interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
}

/** Where the window was, kept in the shell's own preferences. */
export interface WindowMemory {
  /** Its last place and size, or the first one's when its screen is gone. */
  bounds(): Partial<Rectangle> & { width: number; height: number };
  maximized(): boolean;
  /** Remembers a window's place from now on. */
  follow(window: BrowserWindow): void;
  /** Whether it is still to be told that the program stays in the tray; true once only. */
  tellOfTray(): boolean;
}

const first = { width: 1180, height: 860 };

export function createWindowMemory(): WindowMemory {
  const store = new Store<{ window?: WindowState; toldOfTray?: boolean }>({
    name: 'shell',
    clearInvalidConfig: true,
  });
  const remembered = () => store.get('window');
  return {
    bounds() {
      const bounds = remembered()?.bounds;
      return bounds && isOnAScreen(bounds) ? bounds : first;
    },
    maximized: () => remembered()?.maximized ?? false,
    tellOfTray() {
      const told = store.get('toldOfTray') ?? false;
      if (!told) store.set('toldOfTray', true);
      return !told;
    },
    follow(window) {
      window.on('close', () => {
        const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
        store.set('window', state);
      });
    },
  };
}

/** Whether enough of a window would be seen to take hold of it. */
function isOnAScreen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return across >= 120 && down >= 60;
  });
}
