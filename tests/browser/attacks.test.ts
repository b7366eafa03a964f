import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientOver, serveHouse } from './serve-house.ts';

type Served = Awaited<ReturnType<typeof serveHouse>>;

/** A bare connection, without anything of a browser's or a library's good manners. */
async function rawTo({ port }: Served): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** What is said on a connection until the other end closes it. */
function untilClosed(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (part) => {
    said += part.toString('latin1');
  });
  return new Promise((resolve) => socket.once('close', () => resolve(said)));
}

const many = (count: number, served: Served) =>
  Promise.all(Array.from({ length: count }, () => rawTo(served)));

/** Somebody at work: gives back what proves that they still are answered, old and new ways. */
async function atWork(served: Served) {
  const cookie = await served.comeIn();
  const client = clientOver(await served.openSocket());
  return async () => {
    expect((await served.ask('/today', { cookie })).status).toBe(200);
    expect((await client.house.now()).zone).toBe('Europe/Rome');
  };
}

/** What is sent, and the status it is answered with; 0 where the connection is only closed. */
const strangeRequests: [what: string, request: string, status: number][] = [
  ['a name of another site', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n', 421],
  ['no name', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['an address without end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: HOST\r\n\r\n`, 431],
  ['another site as a proxy would', 'GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n', 0],
  ['a path up and out', 'GET /../../package.json HTTP/1.1\r\nHost: HOST\r\n\r\n', 401],
  [
    'two lengths',
    'POST /again HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  [
    'a form of a page in a sandbox',
    'POST / HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1\r\n\r\na',
    403,
  ],
  [
    'an upgrade to something else',
    'GET /contract HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    401,
  ],
  ['no HTTP', '\x16\x03\x01\x00\xa5 nonsense\r\n\r\n', 400],
];

/** Bytes on an upgraded socket (RFC 6455, 5.2), and the code with which it is closed. */
const strangeFrames: [what: string, bytes: number[], code: number][] = [
  ['a bit that nobody agreed upon', [0xc1, 0x80, 0, 0, 0, 0], 1002],
  ['no mask', [0x81, 0x01, 0x61], 1002],
  ['a kind of frame that there is not', [0x83, 0x80, 0, 0, 0, 0], 1002],
  ['the end of what was not begun', [0x80, 0x80, 0, 0, 0, 0], 1002],
  ['a ping in pieces', [0x09, 0x80, 0, 0, 0, 0], 1002],
  ['a ping that is too long', [0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0], 1002],
  ['text that is no text', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe], 1007],
  ['a length of an exabyte', [0x81, 0xff, 0x0f, 255, 255, 255, 255, 255, 255, 255], 1009],
  ['a length just over the most', [0x81, 0xff, 0, 0, 0, 0, 0x04, 0, 0, 1], 1009],
];

describe('while somebody works in the browser', () => {
  it('a thousand silent connections change nothing for them', async () => {
    const served = await serveHouse();
    const works = await atWork(served);
    await many(1000, served);
    await works();
    // One more that was let in before is not the one to make room.
    await many(200, served);
    await works();
  });

  it('those who dawdle over their headers are let go', async () => {
    const served = await serveHouse({ patience: 200 });
    const works = await atWork(served);
    const slow = await many(50, served);
    const ended = slow.map(untilClosed);
    for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: 127');
    const drip = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('a');
    }, 20);
    onTestFinished(() => clearInterval(drip));
    await works();
    // Who goes on writing may miss the last words.
    for (const said of await Promise.all(ended)) expect(said).toMatch(/^(HTTP\/1.1 408 .*)?$/s);
    await works();
  });

  it('those who dawdle over a body are refused at once, and let go', async () => {
    const served = await serveHouse({ patience: 200 });
    const works = await atWork(served);
    const slow = await many(50, served);
    const ended = slow.map(untilClosed);
    for (const socket of slow) {
      socket.write(
        `POST /again HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nContent-Length: 1000000\r\n\r\na`,
      );
    }
    const drip = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write('a');
    }, 20);
    onTestFinished(() => clearInterval(drip));
    await works();
    for (const said of await Promise.all(ended)) expect(said).toMatch(/^HTTP\/1.1 401 /);
    await works();
  });

  it('a stranger who sends what no browser would is turned away', async () => {
    const served = await serveHouse({ patience: 200 });
    const works = await atWork(served);
    for (const [what, request, status] of strangeRequests) {
      const stranger = await rawTo(served);
      const ended = untilClosed(stranger);
      stranger.end(request.replace('HOST', `127.0.0.1:${served.port}`), 'latin1');
      const said = await ended;
      expect(said, what).toMatch(status ? new RegExp(`^HTTP/1.1 ${status} `) : /^$/);
      expect(said).not.toContain('The window');
      await works();
    }
  });

  it('a socket on which comes what is no frame is closed', async () => {
    const served = await serveHouse();
    const works = await atWork(served);
    for (const [what, frame, code] of strangeFrames) {
      const socket = await upgradedBy(served);
      const ended = untilClosed(socket);
      socket.write(Buffer.from(frame));
      // The last frame is the close, whose content begins with its code.
      const said = Buffer.from(await ended, 'latin1');
      expect([...said.subarray(0, 2), said.readUInt16BE(2)], what).toEqual([0x88, 2, code]);
      await works();
    }
  });
});

/** A socket of somebody who came in, from which on everything is sent by hand. */
async function upgradedBy(served: Served): Promise<Socket> {
  const socket = await rawTo(served);
  const { guard, port } = served;
  socket.write(
    [
      'GET /contract HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: ${guard.origin}`,
      `Cookie: ${await served.comeIn()}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Sec-WebSocket-Protocol: porchlight, ${guard.pass}`,
      '\r\n',
    ].join('\r\n'),
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 101 /);
  return socket;
}
