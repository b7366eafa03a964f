import { vi } from 'vitest';
import type * as Fake from './fake/electron.ts';

/** Where the window's own page lives. */
export const home = 'porchlight-window://porchlight/';

/** A machine on which Electron was never started. */
export function renewElectron(): void {
  vi.resetModules();
  vi.doMock('electron', () => import('./fake/electron.ts'));
}

/** The same, with the Electron that modules loaded from now on will meet. */
export async function freshElectron(): Promise<typeof Fake> {
  renewElectron();
  return (await import('electron')) as unknown as typeof Fake;
}
