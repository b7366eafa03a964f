import { vi } from 'vitest';
import type { BrowserWindow } from './electron.ts';

/** A page's own window: messages to it come back as events, with their ports. */
class PageWindow extends EventTarget {
  postMessage = (data: unknown, _origin: string, ports: unknown[] = []) => {
    const event = new Event('message');
    Object.assign(event, { data, ports });
    Object.defineProperty(event, 'source', { value: this });
    setImmediate(() => this.dispatchEvent(event));
  };
}

const ended: (() => void)[] = [];
let pages = 0;

/**
 * Loads the real preload beside a page at an address, as Electron does for a window: what the
 * preload sends arrives in the main process with its sender.
 */
export async function loadPage(window: BrowserWindow, address: string): Promise<PageWindow> {
  for (const end of ended.splice(0)) end();
  const electron = await import('electron');
  const { ipcRenderer, ipcMain } = electron as unknown as typeof import('./electron.ts');
  const contents = window.webContents;
  contents.mainFrame = { url: address };
  ipcRenderer.removeAllListeners();
  ipcRenderer.send = (channel) =>
    void ipcMain.emit(channel, { sender: contents, senderFrame: contents.mainFrame });
  const forward = (event: unknown) => ipcRenderer.emit('porchlight:port', event);
  const tell = (event: unknown, told: unknown) => ipcRenderer.emit('porchlight:shell', event, told);
  contents.toPreload.on('porchlight:port', forward);
  contents.toPreload.on('porchlight:shell', tell);
  ended.push(() => {
    contents.toPreload.off('porchlight:port', forward);
    contents.toPreload.off('porchlight:shell', tell);
  });

  const page = new PageWindow();
  const { protocol, origin } = new URL(address);
  vi.stubGlobal('window', page);
  // Node knows no origin for a scheme of our own, as Chromium does once it is announced.
  const own = origin === 'null' ? `${protocol}//${new URL(address).host}` : origin;
  vi.stubGlobal('location', { protocol, origin: own });
  pages += 1;
  // Each page has a preload of its own, so each must load it anew.
  await import(/* @vite-ignore */ `../../../preload/preload.ts?page=${pages}`);
  return page;
}
