import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type MenuAction, menuActions } from '../../shared/from-shell.ts';
import type * as Fake from './fake/electron.ts';
import { freshElectron } from './fresh-electron.ts';

let electron: typeof Fake;
beforeEach(async () => {
  electron = await freshElectron();
});

async function theMenu(platform: NodeJS.Platform) {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
  const { setUpMenu } = await import('../../main/desktop/menu.ts');
  const acted: MenuAction[] = [];
  const zoom = { in: vi.fn(), out: vi.fn(), usual: vi.fn(), follow: vi.fn() };
  const chooseFile = vi.fn();
  setUpMenu({ act: (action) => void acted.push(action), chooseFile, zoom });
  vi.restoreAllMocks();
  const menu = electron.Menu.application;
  return { menu, acted, items: menu.flatMap(({ submenu = [] }) => submenu), chooseFile, zoom };
}

const names = (items: Fake.MenuItem[] = []) => items.map(({ label, role }) => label ?? role);

describe('the menu of the program', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('has everything once on %s', async (platform) => {
    const { menu, items, acted, chooseFile, zoom } = await theMenu(platform);
    expect(names(menu)).toEqual([
      ...(platform === 'darwin' ? ['Porchlight'] : []),
      ...['&File', '&Edit', '&View', 'windowMenu', 'help'],
    ]);
    for (const { click } of items) click?.();
    expect(acted.toSorted()).toEqual([...menuActions].toSorted());
    expect(chooseFile).toHaveBeenCalledOnce();
    expect([zoom.in, zoom.out, zoom.usual].map(({ mock }) => mock.calls.length)).toEqual([2, 1, 1]);
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('CommandOrControl+P');
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen']) {
      expect(names(items), role).toContain(role);
    }
  });

  it('quits from File, and on a Mac from the menu of the program', async () => {
    const windows = await theMenu('win32');
    expect(names(windows.menu[0]?.submenu).at(-1)).toBe('quit');
    electron = await freshElectron();
    const mac = await theMenu('darwin');
    expect(names(mac.menu[0]?.submenu)).toEqual(expect.arrayContaining(['hide', 'quit']));
    expect(names(mac.menu[1]?.submenu)).not.toContain('quit');
  });

  it('has tools for developers in a clone only', async () => {
    expect(names((await theMenu('linux')).items)).toContain('toggleDevTools');
    electron = await freshElectron();
    electron.app.isPackaged = true;
    const { items } = await theMenu('linux');
    expect(names(items)).not.toContain('toggleDevTools');
    expect(names(items)).not.toContain('reload');
  });
});

describe('the menu under the right mouse button', () => {
  const usual = {
    misspelledWord: '',
    dictionarySuggestions: [],
    linkURL: '',
    isEditable: false,
    selectionText: '',
    editFlags: { canCut: true, canCopy: true, canPaste: true, canSelectAll: true },
  };

  async function clicked(given: Partial<typeof usual> | Record<string, unknown>) {
    const { setUpContextMenu } = await import('../../main/desktop/context-menu.ts');
    const page = new electron.WebContents();
    setUpContextMenu(page as never);
    page.emit('context-menu', {}, { ...usual, ...given });
    const menu = electron.Menu.popped.at(-1) ?? [];
    return {
      page,
      menu,
      choose: (label: string) => menu.find((one) => one.label === label)?.click?.(),
    };
  }

  it('mends a word, or learns it', async () => {
    const { page, menu, choose } = await clicked({
      isEditable: true,
      misspelledWord: 'brekfast',
      dictionarySuggestions: ['breakfast'],
    });
    expect(names(menu).slice(0, 2)).toEqual(['breakfast', 'This is spelt right']);
    choose('breakfast');
    choose('This is spelt right');
    expect(page.spelt).toEqual(['breakfast', '+brekfast']);
  });

  it('opens and copies a link that may be opened, and no other', async () => {
    const { choose } = await clicked({ linkURL: 'https://example.org/a b' });
    choose('Open the link');
    choose('Copy the link');
    expect(electron.shell.opened).toEqual(['https://example.org/a%20b']);
    expect(electron.clipboard.text).toBe('https://example.org/a%20b');
    for (const linkURL of ['javascript:alert(1)', 'file:///etc/passwd', 'porchlight-window://x/']) {
      await clicked({ linkURL });
    }
    expect(electron.Menu.popped).toHaveLength(1);
  });

  it('pastes words alone, into fields', async () => {
    const { menu } = await clicked({ isEditable: true });
    expect(menu.map(({ role }) => role)).toEqual([
      'cut',
      'copy',
      'pasteAndMatchStyle',
      'selectAll',
    ]);
    expect((await clicked({ selectionText: 'Rosa' })).menu.map(({ role }) => role)).toEqual([
      'copy',
    ]);
  });
});

describe('the size of the letters', () => {
  it('is kept for every page, changes by menu and wheel, and has its limits', async () => {
    const { createZoom } = await import('../../main/desktop/zoom.ts');
    let kept = 2;
    const keepZoom = (steps: number) => {
      kept = steps;
    };
    const zoom = createZoom({ zoom: () => kept, keepZoom });
    const window = new electron.BrowserWindow({ webPreferences: {} });
    zoom.follow(window as never);
    window.webContents.emit('did-finish-load');
    expect(window.webContents.zoom).toBe(2);
    window.webContents.emit('zoom-changed', {}, 'in');
    expect(window.webContents.zoom).toBe(3);
    for (let times = 0; times < 10; times += 1) zoom.in();
    expect(kept).toBe(5);
    for (let times = 0; times < 20; times += 1) zoom.out();
    expect(kept).toBe(-4);
    window.emit('closed');
    zoom.usual();
    expect(kept).toBe(0);
    expect(window.webContents.zoom).toBe(-4);
  });
});
