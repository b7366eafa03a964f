import { app, globalShortcut } from 'electron';

/**
 * The keys that open the composer from anywhere on the machine. Gives what takes them: none for an
 * empty text; false when another program has them, or they are none that can be had.
 */
export function createComposerKeys(pressed: () => void): (keys: string) => boolean {
  let held = '';
  const letGo = () => {
    if (held) globalShortcut.unregister(held);
    held = '';
  };
  app.on('will-quit', letGo);
  return (keys) => {
    letGo();
    if (keys === '') return true;
    try {
      if (!globalShortcut.register(keys, pressed)) return false;
    } catch {
      // Electron throws at what it cannot read as keys.
      return false;
    }
    held = keys;
    return true;
  };
}
