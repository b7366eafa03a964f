import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Refusal } from '../../shared/refusal.ts';
import { dataFolderOf } from '../starting/data-folder.ts';
import { FolderInUse } from '../starting/folder-lock.ts';
import { freshAddress } from '../starting/fresh-address.ts';
import { untilInterrupted } from '../starting/interruption.ts';
import { type OpenHouse, openHouse } from '../starting/open-house.ts';
import type { WindowOptions } from '../starting/options.ts';
import { windowFolder } from '../starting/program-folder.ts';
import { listWindowFiles, type WindowFiles } from '../starting/window-files.ts';
import { serveContract } from './contract-socket.ts';
import { createGuard, type Guard, newSecret } from './guard.ts';
import { createPlainHost } from './host.ts';
import { createPageServer } from './page-server.ts';
import { openWayIn } from './way-in-page.ts';

/**
 * The port that is tried first, so that a page left open finds its house again tomorrow:
 * "lamp" on the keys of a telephone.
 */
const usualPort = 5267;

/**
 * The browser shell: opens the house, serves it on 127.0.0.1, prints the address, and stays
 * until it is interrupted. Answers the exit code.
 */
export async function runBrowserShell(options: WindowOptions): Promise<number> {
  try {
    const files = builtWindow();
    const opened = await openHouse(options, {
      kind: 'browser',
      gathersByItself: true,
      hostIn: createPlainHost,
    });
    return await serve(opened, files, options);
  } catch (problem) {
    if (problem instanceof FolderInUse) return bringToFront(problem, options);
    if (!(problem instanceof Refusal)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 1;
  }
}

function builtWindow(): WindowFiles {
  if (existsSync(join(windowFolder, 'index.html'))) return listWindowFiles(windowFolder);
  throw new Refusal('not-found', 'The window has not been built yet; npm start builds it.');
}

async function serve(
  opened: OpenHouse,
  files: WindowFiles,
  options: WindowOptions,
): Promise<number> {
  const { house, log } = opened;
  const interrupted = untilInterrupted();
  const secret = newSecret();
  let guard: Guard | undefined;
  let wayIn: string | undefined;
  const currentGuard = () => {
    if (!guard) throw new Error('Nobody can ask before the port is known');
    return guard;
  };
  const server = createPageServer({ guard: currentGuard, files, secret, log });
  const contract = serveContract(server, { house, guard: currentGuard, log });
  try {
    guard = createGuard(await listen(server, options.port));
    opened.say({ address: guard.origin, secret });
    const address = guard.newAddress();
    process.stdout.write(`Porchlight is open at ${address}\n`);
    if (options.open) wayIn = await openWayIn(house.dataFolder, address);
    await interrupted;
    return 0;
  } finally {
    if (wayIn) rmSync(wayIn, { force: true });
    contract.close();
    server.close();
    server.closeAllConnections();
    await opened.close();
  }
}

/** Listens on the loopback; where the usual port is taken, on any that is free. */
async function listen(server: Server, wanted: number | undefined): Promise<number> {
  const at = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  try {
    return await at(wanted ?? usualPort);
  } catch (problem) {
    if (wanted === undefined) return at(0);
    throw new Refusal(
      'in-use',
      `Port ${wanted} cannot be used (${problem instanceof Error && 'code' in problem ? problem.code : 'unknown'}). Try another, or --port 0 for any free one.`,
    );
  }
}

/** The folder is open already: shows it in the browser where it is, or says where. */
async function bringToFront({ message, openAt }: FolderInUse, options: WindowOptions) {
  const address = openAt && (await freshAddress(openAt));
  if (address && options.open && (await openWayIn(dataFolderOf(options), address))) {
    process.stdout.write(`Porchlight was open already; here it is again: ${address}\n`);
    return 0;
  }
  process.stderr.write(`${message}\n`);
  if (address) process.stderr.write(`This opens it once more: ${address}\n`);
  return 1;
}
