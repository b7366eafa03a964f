import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild, startChild } from '../support/child.ts';
import { expect, test } from './support/stories.ts';

test('opens in the browser, greets somebody new, and closes cleanly', async ({ openShell }) => {
  const { page, child, origin, dataFolder, complaints } = await openShell();
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page).toHaveTitle(/Porchlight/);
  expect(complaints).toEqual([]);
  expect(child.said().out).toMatch(
    /^Porchlight is open at http:\/\/127\.0\.0\.1:\d+\/\?key=\S+\n$/,
  );

  const { code, err } = await child.interrupt();
  expect({ code, err: err.replace(/^Building.*\n/, '') }).toEqual({ code: 0, err: '' });
  await expect(page.request.get(origin)).rejects.toThrow();
  const log = readFileSync(join(dataFolder, 'logs/porchlight.log'), 'utf8');
  expect(log).toMatch(/browser opened\n.*browser closed\n$/s);
});

test('is open once: a second start says where, and gives a new way in', async ({
  openShell,
  browser,
}) => {
  const { origin, dataFolder } = await openShell();
  const arguments_ = ['--browser', '--no-open', `--data=${dataFolder}`];
  const second = await runChild('main/starting/start.ts', arguments_);
  expect(second.code).toBe(1);
  expect(second.err).toContain(`in the browser at ${origin}`);
  const [, again = ''] = /once more: (\S+)/.exec(second.err) ?? [];

  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(again);
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page).toHaveTitle(/Porchlight/);
  await other.close();
});

test('lets a command in only when nobody else is there', async ({ openShell }) => {
  const { origin, dataFolder, child } = await openShell();
  const people = ['people', '--json', `--data=${dataFolder}`];
  const refused = await runChild('main/command/porchlight.ts', people);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(origin);
  expect(JSON.parse(refused.out).error).toMatchObject({ code: 'in-use' });
  await child.interrupt();
  expect((await runChild('main/command/porchlight.ts', people)).code).toBe(0);
});

test('opens after it was killed, and what was saved is there', async ({ openShell }) => {
  const first = await openShell({ sample: true });
  first.child.process.kill('SIGKILL');
  await first.child.finished;
  await first.page.close();
  const again = await openShell({ sample: true });
  await again.goTo('/people');
  await expect(again.page.getByText('Ángel Ibáñez Nuñez').first()).toBeVisible();
});

test('keeps its door shut for everybody else', async ({ openShell, browser }) => {
  const { origin, page } = await openShell();
  const stranger = await browser.newContext();
  const { request } = stranger;
  expect((await request.get(origin)).status()).toBe(401);
  expect((await request.get(`${origin}/?key=wrong`)).status()).toBe(401);
  const headers = { Origin: 'http://evil.example' };
  expect((await request.get(origin, { headers })).status()).toBe(403);
  expect((await request.get(origin, { headers: { Host: 'evil.example' } })).status()).toBe(421);

  // A page of another site, in the very browser that has the cookie.
  const knock = (protocols: string[]) =>
    page.evaluate(
      ([address = '', ...offered]) =>
        new Promise((resolve) => {
          const socket = new WebSocket(address, offered);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        }),
      [`${origin.replace('http', 'ws')}/contract`, ...protocols],
    );
  const pass = await page.evaluate(() => localStorage.getItem('porchlight:pass') ?? '');
  expect(await knock(['porchlight', pass])).toBe('open');
  expect(await knock(['porchlight'])).toBe('refused');
  expect(page.url()).not.toContain(pass);
  const foreign = await page.context().newPage();
  await foreign.route('http://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Evil</title>' }),
  );
  await foreign.goto('http://evil.example/');
  const result = await foreign.evaluate(
    async ([address, socketAddress]) => {
      const fetched = await fetch(address ?? '', { credentials: 'include' }).then(
        () => 'read',
        () => 'refused',
      );
      const socket = await new Promise((resolve) => {
        const made = new WebSocket(socketAddress ?? '');
        made.onopen = () => resolve('open');
        made.onerror = () => resolve('refused');
      });
      const frame = document.createElement('iframe');
      frame.src = address ?? '';
      document.body.append(frame);
      await new Promise((resolve) => {
        frame.onload = resolve;
      });
      return { fetched, socket, frames: frame.contentDocument };
    },
    [`${origin}/today`, `${origin.replace('http', 'ws')}/contract`],
  );
  expect(result).toEqual({ fetched: 'refused', socket: 'refused', frames: null });
  await stranger.close();
});

test('opens the browser with an address that nobody else can read', async ({ dataFolder }) => {
  test.skip(process.platform !== 'linux', 'stands in for a desktop of Linux');
  const programs = join(dataFolder, '..', 'programs');
  const said = join(programs, 'said');
  mkdirSync(programs);
  writeFileSync(
    join(programs, 'xdg-open'),
    `#!/bin/sh\necho "$@" > ${said}.new && mv ${said}.new ${said}\n`,
    { mode: 0o755 },
  );
  const environment = { DISPLAY: ':99', PATH: `${programs}:${process.env.PATH}` };
  const arguments_ = ['--browser', '--port=0', `--data=${dataFolder}`];
  const child = startChild('main/starting/start.ts', arguments_, environment);
  const [, address = ''] = await child.saying(/Porchlight is open at (\S+)/);
  await expect.poll(() => existsSync(said)).toBe(true);
  const path = readFileSync(said, 'utf8').trim();
  expect(path).toBe(join(dataFolder, `porchlight-${new URL(address).port}.html`));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toContain(`content="0; url=${address}"`);
  await child.interrupt();
  expect(existsSync(path)).toBe(false);
});

test('may run nothing but its own scripts', async ({ openShell }) => {
  const { page } = await openShell();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ran = true');
    image.src = '/none.png';
    document.body.append(image);
    return new Promise((resolve) =>
      setTimeout(() => resolve((window as unknown as { ran?: boolean }).ran ?? false), 200),
    );
  });
  expect(ran).toBe(false);
});

test('refuses wrong arguments with a usage line and code 2', async () => {
  const wrong = await runChild('main/starting/start.ts', ['--clock', 'tomorrow']);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('Usage: npm start');
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`npm start runs where there is no Electron, and ${signal} closes it cleanly`, async ({
    dataFolder,
  }) => {
    test.skip(process.platform !== 'linux', 'asks npm by its name on Linux');
    const npm = startChild(
      'tests/e2e/support/npm-start.ts',
      [`--data=${dataFolder}`, '--port=0', '--no-open'],
      { DISPLAY: '', WAYLAND_DISPLAY: '' },
    );
    await npm.saying(/Porchlight is open at http/);
    expect(npm.said().err).toMatch(/Porchlight opens as a page in your browser instead\./);
    npm.process.kill(signal);
    await npm.finished;
    const log = readFileSync(join(dataFolder, 'logs/porchlight.log'), 'utf8');
    expect(log).toMatch(/browser closed\n$/);
  });
}
