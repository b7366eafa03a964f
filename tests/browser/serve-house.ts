import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { serveContract } from '../../main/browser/contract-socket.ts';
import { createGuard, type Guard } from '../../main/browser/guard.ts';
import { createPageServer } from '../../main/browser/page-server.ts';
import { listWindowFiles } from '../../main/starting/window-files.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openHouse } from '../support/open-house.ts';

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The contract over a socket that is open. */
export const clientOver = (socket: WebSocket): Client =>
  createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));

/** A real house behind the real server and socket, with a page of the test's own. */
export async function serveHouse({
  heartbeat,
  patience,
}: {
  heartbeat?: number;
  patience?: number;
} = {}) {
  const { house } = await openHouse();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The window</title>');
  writeFileSync(join(folder, 'assets/start-x1.js'), 'export {};');

  let guard: Guard | undefined;
  const current = () => guard as Guard;
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const server = createPageServer({
    guard: current,
    files: listWindowFiles(folder),
    secret: 'quiet',
    log,
    patience,
  });
  const contract = serveContract(server, { house, guard: current, log, heartbeat });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  guard = createGuard(port);
  onTestFinished(() => {
    contract.close();
    server.close();
    server.closeAllConnections();
  });

  const ask = (
    path: string,
    headers: OutgoingHttpHeaders = {},
    method = 'GET',
  ): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        let body = '';
        answer.on('data', (part) => {
          body += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        );
      });
      asking.on('error', reject);
      asking.end();
    });

  /** Comes in as a browser does: the key is exchanged for the cookie. */
  const comeIn = async (): Promise<string> => {
    const { search } = new URL(current().newAddress());
    const { headers } = await ask(`/${search}`);
    return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  };

  /** A socket as a page opens it, with its pass; other headers and protocols make it another's. */
  const socketTo = (
    headers: Record<string, string>,
    path = '/contract',
    protocols = ['porchlight', current().pass],
  ): WebSocket => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers });
    onTestFinished(() => {
      // One that was refused says so once more when it is ended.
      socket.on('error', () => undefined);
      socket.terminate();
    });
    return socket;
  };

  /** The socket of somebody who came in. */
  const openSocket = async (): Promise<WebSocket> => {
    const socket = socketTo({ origin: current().origin, cookie: await comeIn() });
    await once(socket, 'open');
    return socket;
  };

  return { ask, comeIn, guard, port, lines, house, folder, socketTo, openSocket };
}
