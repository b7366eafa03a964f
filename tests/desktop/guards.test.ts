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
      habits: vi.fn(),
      newVersion: vi.fn(),
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
