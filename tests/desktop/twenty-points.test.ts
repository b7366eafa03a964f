import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { projectFolder } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import type * as Fake from './fake/electron.ts';
import { loadPage } from './fake/page.ts';
import { freshElectron, home } from './fresh-electron.ts';

/**
 * Electron's security list (electronjs.org/docs/latest/tutorial/security), by its numbers. What
 * each point means for us is in CONTRIBUTING.md.
 */
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

/** The one window as the shell opens it, and whom it has handed a way to the core. */
async function openedWindow() {
  const { createTheWindow } = await import('../../main/desktop/the-window.ts');
  const { createWindowMemory } = await import('../../main/desktop/window-state.ts');
  electron.app.setPath('userData', temporaryFolder());
  const connect = vi.fn();
  createTheWindow({
    preload: '/preload.cjs',
    memory: createWindowMemory(),
    connect,
    log: vi.fn(),
    staysWhenClosed: () => false,
    changed: () => undefined,
  }).show();
  const [window] = electron.BrowserWindow.all;
  if (!window) throw new Error('No window');
  return { window, connect, preferences: window.options.webPreferences };
}

/** Every source of the window, joined. */
function windowSources(): string {
  return readdirSync(join(projectFolder, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|html)$/.test(path))
    .map((path) => readFileSync(join(projectFolder, 'renderer', path), 'utf8'))
    .join('\n');
}

const configuration = () => readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');

describe("Electron's security list", () => {
  it('1: loads nothing but its own files, and saves only what it made itself', async () => {
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

  it('2, 3, 4: the page is without Node, isolated, and in the sandbox', async () => {
    const { preferences } = await openedWindow();
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
    });
    expect(Object.keys(preferences)).not.toContain('nodeIntegrationInWorker');
    expect(Object.keys(preferences)).not.toContain('nodeIntegrationInSubFrames');
  });

  it('5: no permission is given but to copy, and no device', async () => {
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

  it('6, 8, 9, 10: what guards the page is switched off nowhere', async () => {
    const { preferences } = await openedWindow();
    for (const dangerous of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
    ]) {
      expect(preferences, dangerous).not.toHaveProperty(dangerous);
    }
  });

  it('7: the policy of the page allows its own scripts and connections, and nothing remote', async () => {
    const { contentPolicy } = await import('../../main/starting/window-files.ts');
    const policy = new Map(
      contentPolicy("'self'")
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    for (const refused of ['frame-ancestors', 'form-action', 'base-uri']) {
      expect(policy.get(refused), refused).toEqual(["'none'"]);
    }
    expect([...policy.values()].flat().join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('11, 12: there are no web views, and none can be put in', async () => {
    const { preferences } = await openedWindow();
    expect(preferences).toMatchObject({ webviewTag: false });
    const page = await guardedPage();
    const view = electron.preventable();
    page.emit('will-attach-webview', view);
    expect(view.defaultPrevented).toBe(true);
    expect(windowSources()).not.toMatch(/<webview|allowpopups/i);
  });

  it.each([
    ['https://example.org/', ['https://example.org/']],
    ['mailto:rosa@example.org', ['mailto:rosa@example.org']],
    ['tel:+39055123', ['tel:+39055123']],
    ['file:///etc/passwd', []],
    ['javascript:alert(1)', []],
    ['smb://server/share', []],
    ['ms-settings:privacy', []],
    ['porchlight://person/0195a1de-7c1e-7b6f-8a39-3b6f2f0c1d2e', []],
    ['https://name:word@example.org/', []],
    ['porchlight-window://evil/', []],
    ['porchlight-window://porchlight.evil/', []],
    ['not an address', []],
  ])(
    '13, 14, 15: the page does not go to %s, and only what may be is opened outside',
    async (url, opened) => {
      const page = await guardedPage();
      const event = { ...electron.preventable(), url };
      page.emit('will-navigate', event);
      expect(event.defaultPrevented).toBe(true);
      expect(asked(page, 'window-open')({ url })).toEqual({ action: 'deny' });
      expect(electron.shell.opened).toEqual([...opened, ...opened]);
    },
  );

  it('13: it may be loaded again at its own address; no frame goes anywhere, no redirection is followed', async () => {
    const page = await guardedPage();
    const again = { ...electron.preventable(), url: `${home}people` };
    page.emit('will-navigate', again);
    expect(again.defaultPrevented).toBe(false);
    const frame = { ...electron.preventable(), isMainFrame: false, url: home };
    page.emit('will-frame-navigate', frame);
    const redirect = { ...electron.preventable(), url: 'https://evil.example/' };
    page.emit('will-redirect', redirect);
    for (const event of [frame, redirect]) expect(event.defaultPrevented).toBe(true);
  });

  it('16: Electron is named by its exact version, so that it changes only on purpose', () => {
    const { devDependencies } = JSON.parse(
      readFileSync(join(projectFolder, 'package.json'), 'utf8'),
    ) as { devDependencies: Record<string, string> };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('17: only our own page in our own window is handed a way to the core', async () => {
    const { window, connect } = await openedWindow();
    const contents = window.webContents;
    const ask = (sender: unknown, senderFrame: unknown) =>
      electron.ipcMain.emit('porchlight:ready', { sender, senderFrame });
    for (const url of [
      'https://evil.example/',
      'porchlight-window://evil/',
      'porchlight-window://porchlight.evil.example/',
      'file:///porchlight-window://porchlight/',
      'about:blank',
    ]) {
      contents.mainFrame = { url };
      ask(contents, contents.mainFrame);
    }
    const own = { url: home };
    contents.mainFrame = own;
    ask(contents, { url: home });
    ask(contents, null);
    ask(new electron.WebContents(), own);
    expect(connect).not.toHaveBeenCalled();
    ask(contents, own);
    expect(connect).toHaveBeenCalledOnce();
  });

  it('18: the page comes over a protocol of its own, without the privileges of a file', async () => {
    const { window } = await openedWindow();
    expect(window.webContents.getURL()).toBe(home);
    const { announceProtocol } = await import('../../main/desktop/protocol.ts');
    announceProtocol();
    expect(electron.protocol.schemes).toEqual([
      {
        scheme: 'porchlight-window',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('19: the fuses are set; what they are in the binary is looked at when it is packed', () => {
    const fuses = /^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(configuration())?.[1] ?? '';
    expect(
      Object.fromEntries([...fuses.matchAll(/(\w+): (\w+)/g)].map(([, fuse, on]) => [fuse, on])),
    ).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
    });
  });

  it('20: the page is given nothing of Electron, only messages', async () => {
    const { window } = await openedWindow();
    const before = Object.keys(globalThis);
    const page = await loadPage(window, home);
    expect(Object.keys(page)).toEqual(['postMessage']);
    const added = Object.keys(globalThis).filter((name) => !before.includes(name));
    expect(added.filter((name) => name !== 'window' && name !== 'location')).toEqual([]);
  });

  it('besides: no field of the window takes more than plain words', () => {
    expect(windowSources()).not.toMatch(/contentEditable=|designMode|insertHTML/i);
  });
});
