import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveHouse } from './serve-house.ts';

describe('whoever asks the browser shell', () => {
  it('is let in once with the printed address, and stays in with the cookie', async () => {
    const { ask, guard } = await serveHouse();
    const { pathname, search } = new URL(guard.newAddress());
    const first = await ask(pathname + search);
    expect(first.status).toBe(200);
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(first.body).toContain(`url=/#pass=${guard.pass}`);
    const inside = { cookie: cookie.split(';')[0] };
    expect((await ask('/today', inside)).body).toContain('The window');
    expect((await ask(pathname + search)).status).toBe(401);
    const reloaded = await ask(pathname + search, inside);
    expect(reloaded.status).toBe(200);
    expect(reloaded.body).not.toContain(guard.pass);
  });

  it('is told how to come in when they have no key', async () => {
    const { ask } = await serveHouse();
    for (const path of [
      '/',
      '/today',
      '/assets/start-x1.js',
      '/?key=',
      '/?key=wrong',
      '/contract',
    ]) {
      const { status, body } = await ask(path);
      expect(status, path).toBe(401);
      expect(body).not.toContain('The window');
    }
  });

  it.each([
    ['no cookie of ours', 'other=1'],
    ['a wrong one', 'porchlight-PORT=wrong'],
    ['an empty one', 'porchlight-PORT='],
    ['one that nearly is', 'xporchlight-PORT=SESSION'],
  ])('is turned away with %s', async (_what, template) => {
    const { ask, comeIn, port } = await serveHouse();
    const session = (await comeIn()).split('=')[1] ?? '';
    const cookie = template.replace('PORT', String(port)).replace('SESSION', session);
    expect((await ask('/', { cookie })).status).toBe(401);
  });

  it('is turned away when a name was made to point here (DNS rebinding)', async () => {
    const { ask, comeIn, guard, port } = await serveHouse();
    const cookie = await comeIn();
    const { search } = new URL(guard.newAddress());
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `localhost:${port}`,
      `127.0.0.1:${port + 1}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      expect((await ask('/', { cookie, host })).status, host).toBe(421);
      expect((await ask(`/${search}`, { host })).status, host).toBe(421);
    }
  });

  it('is turned away when another site asks', async () => {
    const { ask, comeIn, port } = await serveHouse();
    const cookie = await comeIn();
    for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, '']) {
      expect((await ask('/', { cookie, origin })).status, origin).toBe(403);
    }
    expect((await ask('/', { cookie, origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  });

  it('can change nothing with a form of another site', async () => {
    const { ask, comeIn, port } = await serveHouse();
    const cookie = await comeIn();
    expect((await ask('/', { cookie, origin: 'http://evil.example' }, 'POST')).status).toBe(403);
    expect((await ask('/', { cookie }, 'POST')).status).toBe(405);
    const own = `http://127.0.0.1:${port}`;
    expect((await ask('/today', { cookie, origin: own }, 'PUT')).status).toBe(405);
  });

  it('finds nothing outside of the window, however the way is written', async () => {
    const { ask, comeIn } = await serveHouse();
    const cookie = await comeIn();
    for (const path of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/%252e%252e/package.json',
      '/assets/..;/..;/package.json',
      '/%c0%ae%c0%ae/package.json',
      '/%00',
      '/index.html%00.js',
      '//evil.example/',
      '/nothing',
    ]) {
      const { status, body } = await ask(path, { cookie });
      expect([400, 404], path).toContain(status);
      expect(body).not.toContain('The window');
    }
  });

  it('is told in words of a file that cannot be read, and asks for it again', async () => {
    const { ask, comeIn, folder } = await serveHouse();
    const cookie = await comeIn();
    rmSync(join(folder, 'assets/start-x1.js'));
    const { status, body, headers } = await ask('/assets/start-x1.js', { cookie });
    expect(status).toBe(500);
    expect(body).toContain('Porchlight stumbled over this page');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('may run no script but ours, in no frame, and is told on every answer', async () => {
    const { ask, comeIn } = await serveHouse();
    const cookie = await comeIn();
    for (const [path, headers] of [
      ['/today', { cookie }],
      ['/assets/start-x1.js', { cookie }],
      ['/', {}],
      ['/nothing', { cookie }],
    ] as const) {
      const answer = await ask(path, headers);
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('gets a fresh address with the secret of the first start, and with nothing else', async () => {
    const { ask } = await serveHouse();
    expect((await ask('/again', {}, 'POST')).status).toBe(401);
    expect((await ask('/again', { authorization: 'Bearer loud' }, 'POST')).status).toBe(401);
    const { status, body } = await ask('/again', { authorization: 'Bearer quiet' }, 'POST');
    expect(status).toBe(200);
    const { pathname, search } = new URL(body);
    expect((await ask(pathname + search)).status).toBe(200);
  });
});
