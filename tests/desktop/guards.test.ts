import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { freshElectron, home } from './fresh-electron.ts';

let electron: typeof Fake;

beforeEach(async () => {
  electron = await freshElectron();
});

/** Calls the handler that the shell has set under that name. */
function asked(from: { handlers: Map<string, (...given: never[]) => unknown> }, name: string) {
  const handler = from.handlers.get(name) as ((...given: unknown[]) => unknown) | undefined;
  if (!handler) throw new Error(`Nobody handles ${name}`);
  return handler;
}

async function guardedPage(): Promise<Fake.WebContents> {
  const { setUpGuards } = await import('../../main/desktop/guards.ts');
  setUpGuards();
  const contents = new electron.WebContents();
  contents.mainFrame = { url: home };
  electron.app.emit('web-contents-created', {}, contents);
  return contents;
}

describe('a page of the desktop shell', () => {
  it.each([
    ['https://example.org/', ['https://example.org/']],
    ['mailto:rosa@example.org', ['mailto:rosa@example.org']],
    ['tel:+39055123', ['tel:+39055123']],
    ['file:///etc/passwd', []],
    ['javascript:alert(1)', []],
    ['smb://server/share', []],
    ['ms-settings:privacy', []],
    ['https://name:word@example.org/', []],
    ['porchlight-window://evil/', []],
    ['porchlight-window://porchlight.evil/', []],
    ['not an address', []],
  ])('does not go to %s, and opens outside only what may be', async (url, opened) => {
    const page = await guardedPage();
    const event = { ...electron.preventable(), url };
    page.emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(true);
    expect(asked(page, 'window-open')({ url })).toEqual({ action: 'deny' });
    expect(electron.shell.opened).toEqual([...opened, ...opened]);
  });

  it('may be loaded again at its own address', async () => {
    const page = await guardedPage();
    const event = { ...electron.preventable(), url: `${home}people` };
    page.emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('gets no web view, no frame that goes anywhere, and follows no redirection', async () => {
    const page = await guardedPage();
    const view = electron.preventable();
    page.emit('will-attach-webview', view);
    const frame = { ...electron.preventable(), isMainFrame: false, url: home };
    page.emit('will-frame-navigate', frame);
    const redirect = { ...electron.preventable(), url: 'https://evil.example/' };
    page.emit('will-redirect', redirect);
    for (const event of [view, frame, redirect]) expect(event.defaultPrevented).toBe(true);
  });

  it('is given no permission but to copy, and no device', async () => {
    const page = await guardedPage();
    const from = electron.session.defaultSession;
    const answers = (permission: string, url: string) => {
      const answer = vi.fn();
      asked(from, 'permission-request')({ getURL: () => url }, permission, answer);
      expect(asked(from, 'permission-check')(page, permission, url)).toBe(
        answer.mock.calls[0]?.[0],
      );
      return answer.mock.calls[0]?.[0];
    };
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'usb']) {
      expect(answers(permission, home), permission).toBe(false);
    }
    expect(answers('clipboard-sanitized-write', home)).toBe(true);
    expect(answers('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
    expect(answers('clipboard-read', home)).toBe(false);
    expect(asked(from, 'device-permission')()).toBe(false);
  });

  it('loads nothing from anywhere else, and saves only what it made itself', async () => {
    await guardedPage();
    const from = electron.session.defaultSession;
    const cancelled = (url: string) => {
      const answer = vi.fn();
      asked(from, 'before-request')({ url }, answer);
      return answer.mock.calls[0]?.[0].cancel;
    };
    expect(cancelled(`${home}assets/start.js`)).toBe(false);
    for (const url of ['https://evil.example/p.png', 'http://127.0.0.1/', 'ws://a/', 'file:///x']) {
      expect(cancelled(url), url).toBe(true);
    }
    const saved = (url: string) => {
      const event = electron.preventable();
      from.emit('will-download', event, { getURL: () => url });
      return !event.defaultPrevented;
    };
    expect(saved('blob:porchlight-window://porchlight/1')).toBe(true);
    expect(saved('https://evil.example/x.exe')).toBe(false);
  });
});

describe("the window's own protocol", () => {
  async function protocol() {
    const folder = join(temporaryFolder(), 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), 'the window');
    writeFileSync(join(folder, '../secret.html'), 'a secret');
    const { setUpProtocol } = await import('../../main/desktop/protocol.ts');
    setUpProtocol(folder);
    const handler = electron.protocol.handlers.get('porchlight-window');
    if (!handler) throw new Error('The scheme is not handled');
    return (url: string, method = 'GET') => handler({ url, method } as Request);
  }

  it('serves the page with its policy at every screen', async () => {
    const ask = await protocol();
    for (const path of ['', 'today', 'people/0195a1de-7c1e-7b6f-8a39-3b6f2f0c1d2e']) {
      const answer = await ask(home + path);
      expect(await answer.text()).toBe('the window');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    `${home}../secret.html`,
    `${home}..%2fsecret.html`,
    `${home}assets/..%2f..%2fsecret.html`,
    `${home}assets/..\\..\\secret.html`,
    `${home}%00`,
    'porchlight-window://evil/index.html',
    'porchlight-window://porchlight:80/index.html',
    'porchlight-window:index.html',
    'nonsense',
  ])('has nothing at %s', async (url) => {
    const ask = await protocol();
    expect((await ask(url)).status).toBe(404);
  });

  it('only gives', async () => {
    const ask = await protocol();
    expect((await ask(home, 'POST')).status).toBe(404);
  });
});

describe('what the core asks of the machine', () => {
  it('is a secret that the keychain wraps, a notice, a link that was parsed', async () => {
    const { createMachine } = await import('../../main/desktop/host-in-main.ts');
    const { createHostInCore } = await import('../../main/desktop/host-in-core.ts');
    const machine = createMachine({
      dataFolder: temporaryFolder(),
      clicked: vi.fn(),
      chosen: vi.fn(),
      standing: vi.fn(),
      takeShortcut: vi.fn(),
    });
    const core = createHostInCore((message) => {
      if (message.kind !== 'host') return;
      const { id, call } = message;
      Promise.resolve()
        .then(() => machine(call))
        .then(
          (value) => core.answered({ kind: 'answer', id, value }),
          (problem: Error) => core.answered({ kind: 'answer', id, problem: problem.message }),
        );
    });
    const host = core.speaking('', vi.fn());

    await host.secrets.keep('mastodon', 'a key');
    expect(await host.secrets.read('mastodon')).toBe('a key');
    await host.secrets.forget('mastodon');
    expect(await host.secrets.read('mastodon')).toBeUndefined();
    electron.safeStorage.available = false;
    await expect(host.secrets.keep('mastodon', 'a key')).rejects.toThrow('keychain');

    expect(await host.openLink('https://example.org')).toBe(true);
    expect(await host.openLink('file:///etc/passwd')).toBe(false);
    expect(electron.shell.opened).toEqual(['https://example.org/']);
    const notice = { title: 'Good morning', body: 'Rosa today', place: '/today' };
    expect(await host.notify(notice, vi.fn())).toBe(true);
    expect(electron.Notification.shown).toMatchObject([
      { title: 'Good morning', body: 'Rosa today' },
    ]);
  });
});
