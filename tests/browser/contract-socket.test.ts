import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Client } from '../../shared/contract/contract.ts';
import { serveHouse } from './serve-house.ts';

type Served = Awaited<ReturnType<typeof serveHouse>>;

function socketTo({ port }: Served, headers: Record<string, string>, path = '/contract') {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  onTestFinished(() => {
    // One that was refused says so once more when it is ended.
    socket.on('error', () => undefined);
    socket.terminate();
  });
  return socket;
}

async function openSocket(served: Served): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${served.port}`;
  const socket = socketTo(served, { origin, cookie: await served.comeIn() });
  await once(socket, 'open');
  return socket;
}

/** The status with which an upgrade is refused. */
async function refusal(socket: WebSocket): Promise<number> {
  const [, answer] = await once(socket, 'unexpected-response');
  return answer.statusCode;
}

const clientOver = (socket: WebSocket): Client =>
  createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));

async function closing(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code;
}

describe('the contract over a socket', () => {
  it('answers a call, refuses in words, and tells what happens', async () => {
    const served = await serveHouse();
    const client = clientOver(await openSocket(served));
    const events = await client.events.listen();
    const told = events.next();
    await client.settings.save({ businessName: 'Forno Rosa' });
    expect((await client.settings.get()).businessName).toBe('Forno Rosa');
    expect((await told).value).toMatchObject({ type: 'changed' });
    await expect(client.house.open({ address: 'file:///etc/passwd' })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'Only web, mail and telephone links can be opened.',
    });
  });

  it('is refused without the cookie, from another site, under another name, elsewhere', async () => {
    const served = await serveHouse();
    const cookie = await served.comeIn();
    const origin = `http://127.0.0.1:${served.port}`;
    expect(await refusal(socketTo(served, { origin }))).toBe(401);
    expect(await refusal(socketTo(served, { origin: 'http://evil.example', cookie }))).toBe(403);
    expect(await refusal(socketTo(served, { cookie }))).toBe(403);
    const host = `evil.example:${served.port}`;
    expect(await refusal(socketTo(served, { origin, cookie, host }))).toBe(421);
    expect(await refusal(socketTo(served, { origin, cookie }, '/elsewhere'))).toBe(404);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['JSON that is no message', '[]'],
    ['a message to nobody', '{"i":{},"p":null}'],
    ['bytes', Buffer.from([0xff, 0x00, 0x80])],
  ])('survives %s', async (_what, message) => {
    const served = await serveHouse();
    const socket = await openSocket(served);
    const ended = closing(socket);
    socket.send(message);
    socket.close();
    await ended;
    const client = clientOver(await openSocket(served));
    expect((await client.house.now()).zone).toBe('Europe/Rome');
  });

  it('closes a socket whose frame is too large, and goes on', async () => {
    const served = await serveHouse();
    const socket = await openSocket(served);
    socket.on('error', () => undefined);
    const ended = closing(socket);
    socket.send(Buffer.alloc(65 * 1024 * 1024));
    expect([1006, 1009]).toContain(await ended);
    const client = clientOver(await openSocket(served));
    expect((await client.house.now()).zone).toBe('Europe/Rome');
  });

  it('keeps a bounded number of sockets', async () => {
    const served = await serveHouse();
    const origin = `http://127.0.0.1:${served.port}`;
    const cookie = await served.comeIn();
    for (let count = 0; count < 32; count++) {
      await once(socketTo(served, { origin, cookie }), 'open');
    }
    expect(await refusal(socketTo(served, { origin, cookie }))).toBe(503);
  });

  it('ends a socket that gives no sign of life', async () => {
    const served = await serveHouse({ heartbeat: 50 });
    const origin = `http://127.0.0.1:${served.port}`;
    const silent = new WebSocket(`ws://127.0.0.1:${served.port}/contract`, {
      autoPong: false,
      headers: { origin, cookie: await served.comeIn() },
    });
    onTestFinished(() => silent.terminate());
    const lively = await openSocket(served);
    expect(await closing(silent)).toBe(1006);
    expect(lively.readyState).toBe(WebSocket.OPEN);
  });
});
