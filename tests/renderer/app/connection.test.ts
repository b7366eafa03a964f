import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { os, type RouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Connection, ConnectionLost } from '../../../renderer/app/connection.ts';
import { connectByPort } from '../../../renderer/app/connection-port.ts';
import { connectBySocket, socketAddress } from '../../../renderer/app/connection-socket.ts';

/** A little core: one answer, one that never comes, one stream. */
const router = {
  greet: os.handler(() => 'good morning'),
  wait: os.handler(() => new Promise<string>(() => {})),
  listen: os.handler(async function* () {
    yield 'first';
    await new Promise(() => {});
  }),
};

/** As in a browser, an error that nobody listens to is no exception. */
class BrowserSocket extends WebSocket {
  constructor(address: string, protocols: string[]) {
    super(address, protocols);
    this.on('error', () => {});
  }
}

type Asked = RouterClient<typeof router>;

const ends: (() => unknown)[] = [];
let connection: Connection;
let core: Asked;

beforeEach(() => {
  connection = new Connection();
  core = createORPCClient(connection);
  vi.stubGlobal('WebSocket', BrowserSocket);
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  vi.unstubAllGlobals();
});

const becomes = (state: string) => vi.waitFor(() => expect(connection.state).toBe(state), 5000);

/** The browser shell's end, on a port of 127.0.0.1; `close` drops everybody. */
async function serve(port = 0): Promise<{ port: number; close: () => Promise<void> }> {
  const http = createHttpServer();
  const sockets = new WebSocketServer({ server: http, path: '/contract' });
  const handler = new SocketHandler(router);
  sockets.on('connection', (socket) => handler.upgrade(socket));
  await new Promise<void>((up) => http.listen(port, '127.0.0.1', up));
  const close = () =>
    new Promise<void>((down) => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.close(() => down());
    });
  return { port: (http.address() as AddressInfo).port, close };
}

function startPort(): { theirs: MessagePort } {
  const { port1: mine, port2: theirs } = new MessageChannel();
  new PortHandler(router).upgrade(theirs);
  theirs.start();
  const handed = new MessageEvent('message', { data: 'porchlight:port' });
  Object.defineProperties(handed, { ports: { value: [mine] }, source: { value: window } });
  window.dispatchEvent(handed);
  ends.push(() => theirs.close());
  return { theirs };
}

test('a call made before the way is open is answered once it is', async () => {
  const answer = core.greet();
  const server = await serve();
  ends.push(
    server.close,
    connectBySocket(connection, `ws://127.0.0.1:${server.port}/contract`, () => 'pass'),
  );
  expect(await answer).toBe('good morning');
});

test('a closed socket rejects what was open, and is found again by itself', async () => {
  const first = await serve();
  ends.push(connectBySocket(connection, `ws://127.0.0.1:${first.port}/contract`, () => 'pass'));
  const open = core.wait();
  const stream = (await core.listen())[Symbol.asyncIterator]();
  expect((await stream.next()).value).toBe('first');
  const next = stream.next();
  const [refused, ended] = [open, next].map((call) =>
    call.then(
      () => 'answered',
      () => 'refused',
    ),
  );
  await first.close();

  expect(await refused).toBe('refused');
  expect(await ended).toBe('refused');
  await becomes('lost');
  await expect(core.greet()).rejects.toBeInstanceOf(ConnectionLost);

  const second = await serve(first.port);
  ends.push(second.close);
  await becomes('open');
  expect(await core.greet()).toBe('good morning');
});

test('a core that is not there at first is lost, not waited for', async () => {
  const nobody: Server = createServer((socket: Socket) => socket.destroy());
  await new Promise<void>((up) => nobody.listen(0, '127.0.0.1', up));
  const { port } = nobody.address() as AddressInfo;
  ends.push(
    () => nobody.close(),
    connectBySocket(connection, `ws://127.0.0.1:${port}/contract`, () => 'pass'),
  );
  await expect(core.greet()).rejects.toBeInstanceOf(ConnectionLost);
});

test('a port handed over by the preload carries calls and streams', async () => {
  ends.push(connectByPort(connection));
  startPort();
  expect(await core.greet()).toBe('good morning');
  for await (const word of await core.listen()) {
    expect(word).toBe('first');
    break;
  }
});

test('a closed port rejects open calls; another port takes over', async () => {
  ends.push(connectByPort(connection));
  const { theirs } = startPort();
  const open = core.wait();
  await core.greet();
  theirs.close();
  await expect(open).rejects.toBeInstanceOf(ConnectionLost);
  expect(connection.state).toBe('lost');

  startPort();
  expect(connection.state).toBe('open');
  expect(await core.greet()).toBe('good morning');
});

test('a port from another window is not taken', () => {
  ends.push(connectByPort(connection));
  const { port1 } = new MessageChannel();
  ends.push(() => port1.close());
  const handed = new MessageEvent('message', { data: 'porchlight:port' });
  Object.defineProperties(handed, { ports: { value: [port1] }, source: { value: null } });
  window.dispatchEvent(handed);
  expect(connection.state).toBe('opening');
});

test('the preload is told that somebody listens', () => {
  const post = vi.spyOn(window, 'postMessage').mockImplementation(() => {});
  ends.push(connectByPort(connection), () => post.mockRestore());
  expect(post.mock.calls[0]?.[0]).toBe('porchlight:ready');
});

test('the socket keeps to the page: ws for http, wss for https', () => {
  expect(socketAddress({ protocol: 'http:', host: '127.0.0.1:4040' })).toBe(
    'ws://127.0.0.1:4040/contract',
  );
  expect(socketAddress({ protocol: 'https:', host: 'shop.local' })).toBe(
    'wss://shop.local/contract',
  );
});
