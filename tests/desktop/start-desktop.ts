import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { onTestFinished, vi } from 'vitest';
import type { Client } from '../../shared/contract/contract.ts';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { loadPage } from './fake/page.ts';
import { home } from './fresh-electron.ts';

/** Runs the real entry of the desktop shell in Electron's place, on a folder of its own. */
export async function startDesktop(
  folder = temporaryFolder(),
  { isFirst = true, clock = '2026-03-02T08:00', more = [] as string[] } = {},
) {
  const electron = (await import('electron')) as unknown as typeof Fake;
  electron.app.isFirst = isFirst;
  const { argv } = process;
  process.argv = ['electron', '.', `--data=${folder}`, `--clock=${clock}`, '--no-sandbox', ...more];
  onTestFinished(async () => {
    process.argv = argv;
    const { forked } = electron.utilityProcess;
    // The shell starts a core that ended anew, once: that one is not to outlive its folder.
    for (let ended = 0; ended < forked.length; ) {
      ended = forked.length;
      await Promise.all(forked.map(({ worker }) => worker.terminate()));
    }
  });
  const entry = '../../main/desktop/main.ts';
  await import(/* @vite-ignore */ entry);
  return { electron, folder };
}

/** The window, once it is there. */
export async function theWindow(electron: typeof Fake): Promise<Fake.BrowserWindow> {
  return vi.waitFor(() => {
    const window = electron.BrowserWindow.all.at(-1);
    if (!window) throw new Error('No window yet');
    return window;
  });
}

type Connection = ClientLink<ClientContext> & { state: 'opening' | 'open' | 'lost' };

/** The window's own side; named by path alone, because its types are of the page's world. */
async function loadRenderer(): Promise<{
  Connection: new () => Connection;
  connectByPort(connection: Connection): () => void;
}> {
  const [connection, port] = ['connection', 'connection-port'];
  return {
    ...(await import(/* @vite-ignore */ `../../renderer/app/${connection}.ts`)),
    ...(await import(/* @vite-ignore */ `../../renderer/app/${port}.ts`)),
  };
}

/** The real way of the window's page to the core, over the real preload. */
export async function openPage(electron: typeof Fake, address = home) {
  await loadPage(await theWindow(electron), address);
  const { Connection, connectByPort } = await loadRenderer();
  const connection = new Connection();
  onTestFinished(connectByPort(connection));
  const client: Client = createORPCClient(connection);
  return { connection, client };
}
