import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { clientOver, serveHouse } from './serve-house.ts';

/** The status with which an upgrade is refused. */
async function refusal(socket: WebSocket): Promise<number> {
  const [, answer] = await once(socket, 'unexpected-response');
  return answer.statusCode;
}

async function closing(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code;
}

describe('the contract over a socket', () => {
  it('answers a call, refuses in words, and tells what happens', async () => {
    const served = await serveHouse();
    const client = clientOver(await served.openSocket());
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
    expect(await refusal(served.socketTo({ origin }))).toBe(401);
    expect(await refusal(served.socketTo({ origin: 'http://evil.example', cookie }))).toBe(403);
    expect(await refusal(served.socketTo({ cookie }))).toBe(403);
    const host = `evil.example:${served.port}`;
    expect(await refusal(served.socketTo({ origin, cookie, host }))).toBe(421);
    expect(await refusal(served.socketTo({ origin, cookie }, '/elsewhere'))).toBe(404);
  });

  it('is refused to whoever has only the cookie, as a server on another port may', async () => {
    const served = await serveHouse();
    const headers = { origin: served.guard.origin, cookie: await served.comeIn() };
    for (const offered of [[], ['porchlight'], ['porchlight', 'wrong']]) {
      expect(await refusal(served.socketTo(headers, '/contract', offered))).toBe(401);
    }
    const socket = served.socketTo(headers);
    await once(socket, 'open');
    expect(socket.protocol).toBe('porchlight');
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['JSON that is no message', '[]'],
    ['a message to nobody', '{"i":{},"p":null}'],
    ['bytes', Buffer.from([0xff, 0x00, 0x80])],
    ['a bottomless nest', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
  ])('survives %s', async (_what, message) => {
    const served = await serveHouse();
    const socket = await served.openSocket();
    const ended = closing(socket);
    socket.send(message);
    socket.close();
    await ended;
    const client = clientOver(await served.openSocket());
    expect((await client.house.now()).zone).toBe('Europe/Rome');
  });

  it('answers what is written by hand without reaching inside, or telling of it', async () => {
    const served = await serveHouse();
    const socket = await served.openSocket();
    const ask = async (path: string, body: object = { json: {} }) => {
      const answered = once(socket, 'message');
      socket.send(JSON.stringify({ i: '1', p: { u: path, b: body } }));
      return String((await answered)[0]);
    };
    const polluting = { json: { id: 'x' }, meta: [[1, '__proto__', 'polluted']] };
    const answers = [
      await ask('/__proto__/toString'),
      await ask('/constructor/constructor'),
      await ask('/people/get/~orpc/handler'),
      await ask('/people/%00'),
      await ask('/people/get', polluting),
      await ask('/people/get', { json: { id: 'x' }, meta: [[1, 'constructor', 'prototype']] }),
      await ask('/people/get', { json: { id: '1' }, meta: [[0, 'id']] }),
    ];
    const statuses = answers.map((answer) => JSON.parse(answer).p.s);
    expect(statuses).toEqual([404, 404, 404, 404, 400, 400, 422]);
    expect('polluted' in {}).toBe(false);
    for (const answer of answers) expect(answer).not.toMatch(/node_modules|\.ts\b|\bat \w+ \(/);
  });

  it('keeps a bounded number of sockets', async () => {
    const served = await serveHouse();
    const origin = `http://127.0.0.1:${served.port}`;
    const cookie = await served.comeIn();
    for (let count = 0; count < 32; count++) {
      await once(served.socketTo({ origin, cookie }), 'open');
    }
    expect(await refusal(served.socketTo({ origin, cookie }))).toBe(503);
  });

  it('ends a socket that gives no sign of life', async () => {
    const served = await serveHouse({ heartbeat: 50 });
    const origin = `http://127.0.0.1:${served.port}`;
    const silent = served.socketTo({ origin, cookie: await served.comeIn() });
    silent.pong = () => undefined;
    const lively = await served.openSocket();
    expect(await closing(silent)).toBe(1006);
    expect(lively.readyState).toBe(WebSocket.OPEN);
  });
});
