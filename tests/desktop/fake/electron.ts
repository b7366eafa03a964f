import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type MessagePort, Worker } from 'node:worker_threads';
import { MessageChannelMain } from './message-port-main.ts';

/** Electron's own API as far as the desktop shell uses it, remembering what it was asked for. */
type Handler = (...given: never[]) => unknown;

class Remembering extends EventEmitter {
  /** The handlers that were set, by the name of the method that set them. */
  readonly handlers = new Map<string, Handler>();

  protected handler(name: string) {
    return (handler: Handler) => void this.handlers.set(name, handler);
  }
}

class App extends Remembering {
  isPackaged = false;
  readonly paths = new Map<string, string>();
  readonly exits: number[] = [];
  quits = 0;
  sandboxed = false;
  isFirst = true;

  setPath = (name: string, path: string) => void this.paths.set(name, path);
  getPath = (name: string): string => {
    const path = this.paths.get(name) ?? '';
    if (path || name !== 'logs') return path;
    // As Electron does: whoever asks for the logs finds their folder.
    const logs = `${this.getPath('userData')}/logs`;
    mkdirSync(logs, { recursive: true });
    return logs;
  };
  getVersion = () => '0.0.0-test';
  enableSandbox = () => {
    this.sandboxed = true;
  };
  requestSingleInstanceLock = () => this.isFirst;
  whenReady = () => Promise.resolve();
  exit = (code = 0) => void this.exits.push(code);
  /** As Electron does: asks first, and ends when nobody minds. */
  badge = 0;
  setBadgeCount = (count: number) => {
    this.badge = count;
    return true;
  };
  /** The schemes that the system hands to the program, each with the arguments before a link. */
  readonly schemes = new Map<string, string[]>();
  setAsDefaultProtocolClient = (scheme: string, _path: string, args: string[]) =>
    void this.schemes.set(scheme, args);
  name = 'Porchlight';
  loginItem = { openAtLogin: false, wasOpenedAtLogin: false };
  getLoginItemSettings = () => this.loginItem;
  setLoginItemSettings = (item: { openAtLogin: boolean; args: string[] }) =>
    Object.assign(this.loginItem, item);
  setAppUserModelId = (id: string) => void this.paths.set('model', id);
  quit = () => {
    this.emit('before-quit', preventable());
    const event = preventable();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) {
      this.quits += 1;
      this.emit('quit');
    }
  };
}

class Session extends Remembering {
  setPermissionRequestHandler = this.handler('permission-request');
  setPermissionCheckHandler = this.handler('permission-check');
  setDevicePermissionHandler = this.handler('device-permission');
  readonly availableSpellCheckerLanguages = ['de', 'en-GB', 'en-US', 'it'];
  spelling = true;
  spellingLanguages = ['en-US'];
  setSpellCheckerEnabled = (on: boolean) => {
    this.spelling = on;
  };
  setSpellCheckerLanguages = (languages: string[]) => {
    this.spellingLanguages = languages;
  };
  webRequest = { onBeforeRequest: this.handler('before-request') };
}

export class WebContents extends Remembering {
  mainFrame = { url: 'about:blank' };
  /** Where messages for the page arrive: the preload's ipcRenderer. */
  readonly toPreload = new EventEmitter();
  setWindowOpenHandler = this.handler('window-open');
  reloads = 0;
  reload = () => {
    this.reloads += 1;
  };
  getURL = () => this.mainFrame.url;
  zoom = 0;
  setZoomLevel = (steps: number) => {
    this.zoom = steps;
  };
  /** What was done to the word under the mouse. */
  readonly spelt: string[] = [];
  replaceMisspelling = (word: string) => void this.spelt.push(word);
  session = { addWordToSpellCheckerDictionary: (word: string) => this.spelt.push(`+${word}`) };
  send = (channel: string, value: unknown) => void this.toPreload.emit(channel, {}, value);
  isDestroyed = () => false;
  postMessage = (channel: string, message: unknown, ports: { port: MessagePort }[] = []) => {
    this.toPreload.emit(channel, { ports: ports.map(({ port }) => port) }, message);
  };
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new WebContents();
  readonly calls: string[] = [];
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  bounds = { x: 40, y: 30, width: 900, height: 700 };
  minimized = false;

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL = async (url: string) => {
    this.webContents.mainFrame.url = url;
  };
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
  hide = () => void this.calls.push('hide');
  setOverlayIcon = (icon: unknown, words: string) =>
    void this.calls.push(`overlay ${icon ? 'lamp' : 'none'} ${words}`);
  restore = () => void this.calls.push('restore');
  maximize = () => void this.calls.push('maximize');
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  getNormalBounds = () => this.bounds;
  setSize = (width: number, height: number) => void this.calls.push(`size ${width}×${height}`);
  setBackgroundColor = (colour: string) => void this.calls.push(colour);
  center = () => void this.calls.push('center');
}

/** A thread in the place of Electron's process, with the real core's process in it. */
class UtilityProcess extends EventEmitter {
  readonly worker: Worker;
  readonly args: string[];

  constructor(args: string[], env: NodeJS.ProcessEnv) {
    super();
    this.args = args;
    const entry = new URL('./utility-process.ts', import.meta.url);
    this.worker = new Worker(entry, { argv: args, env });
    this.worker.on('message', (message) => this.emit('message', message));
    this.worker.on('error', () => undefined);
    this.worker.on('exit', (code) => this.emit('exit', code));
  }

  postMessage = (message: unknown, ports: { port: MessagePort }[] = []) => {
    const bare = ports.map(({ port }) => port);
    this.worker.postMessage({ message, ports: bare }, bare);
  };
  kill = () => void this.worker.terminate();
}

export const app = new App();
export const session = { defaultSession: new Session() };
export const ipcMain = new EventEmitter();
export const ipcRenderer = new EventEmitter() as EventEmitter & { send(channel: string): void };
interface Scheme {
  scheme: string;
  privileges: Record<string, boolean>;
}
type Serve = (request: Request) => Promise<Response>;
const schemes: Scheme[] = [];
const served = new Map<string, Serve>();
export const protocol = {
  schemes,
  handlers: served,
  registerSchemesAsPrivileged: (announced: Scheme[]) => void schemes.push(...announced),
  handle: (scheme: string, serve: Serve) => void served.set(scheme, serve),
};
export const utilityProcess = {
  forked: [] as UtilityProcess[],
  fork(_entry: string, args: string[], { env }: { env: NodeJS.ProcessEnv }) {
    const forked = new UtilityProcess(args, env);
    utilityProcess.forked.push(forked);
    return forked;
  },
};
export const shell = {
  opened: [] as string[],
  openExternal: async (address: string) => void shell.opened.push(address),
  openPath: async (path: string) => {
    shell.opened.push(path);
    return '';
  },
};
export const dialog = {
  shown: [] as string[],
  showErrorBox: (title: string, words: string) => void dialog.shown.push(`${title}: ${words}`),
  /** The files that a person chooses next. */
  chosen: [] as string[],
  showOpenDialog: async () => ({ filePaths: dialog.chosen }),
  showMessageBox: async ({ message }: { message: string }) => void dialog.shown.push(message),
};
export const safeStorage = {
  available: true,
  isAsyncEncryptionAvailable: async () => safeStorage.available,
  encryptStringAsync: async (text: string) => Buffer.from([...text].reverse().join('')),
  decryptStringAsync: async (wrapped: Buffer) => ({
    shouldReEncrypt: false,
    result: [...wrapped.toString()].reverse().join(''),
  }),
};
interface NoticeGiven {
  title: string;
  body: string;
  actions: { text: string }[];
}
export class Notification extends EventEmitter {
  static readonly all: Notification[] = [];
  static supported = true;
  static isSupported = () => Notification.supported;
  static get shown(): NoticeGiven[] {
    return Notification.all.map(({ notice }) => notice);
  }
  readonly notice: NoticeGiven;

  constructor(notice: NoticeGiven) {
    super();
    this.notice = notice;
  }

  show = () => void Notification.all.push(this);
}
export interface MenuItem {
  label?: string;
  role?: string;
  accelerator?: string;
  enabled?: boolean;
  click?: () => void;
  submenu?: MenuItem[];
}
export const Menu = {
  /** The menu of the program. */
  application: [] as MenuItem[],
  /** The menus that came up under the mouse. */
  popped: [] as MenuItem[][],
  buildFromTemplate: (template: MenuItem[]) =>
    Object.assign(template, { popup: () => void Menu.popped.push(template) }),
  setApplicationMenu: (menu: MenuItem[]) => {
    Menu.application = menu;
  },
};
export const clipboard = {
  text: '',
  writeText(text: string) {
    clipboard.text = text;
  },
};
export class Tray extends EventEmitter {
  static readonly all: Tray[] = [];
  toolTip = '';
  title = '';
  menu: MenuItem[] = [];

  constructor(_icon: unknown) {
    super();
    Tray.all.push(this);
  }

  setToolTip = (words: string) => {
    this.toolTip = words;
  };
  setTitle = (words: string) => {
    this.title = words;
  };
  setContextMenu = (menu: MenuItem[]) => {
    this.menu = menu;
  };
  /** Chooses from the menu. */
  choose = (label: string | RegExp) => {
    const item = this.menu.find((one) => one.label?.match(label));
    if (!item?.click) throw new Error(`The tray has no ${label}`);
    item.click();
  };
}
const image = { resize: () => image };
export const nativeImage = {
  createFromPath: (_path: string) => image,
  createFromBitmap: (_pixels: Buffer) => image,
};
export const globalShortcut = {
  held: new Map<string, () => void>(),
  /** Keys that another program has. */
  taken: new Set<string>(),
  register(keys: string, pressed: () => void) {
    if (keys === 'nonsense') throw new TypeError('conversion failure');
    if (globalShortcut.taken.has(keys)) return false;
    globalShortcut.held.set(keys, pressed);
    return true;
  },
  unregister: (keys: string) => void globalShortcut.held.delete(keys),
};
export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  getAllDisplays: () => screen.displays,
};
class NativeTheme extends EventEmitter {
  themeSource = 'system';
  shouldUseDarkColors = false;
}
export const nativeTheme = new NativeTheme();
export const powerMonitor = new EventEmitter();
export const net = { online: true, isOnline: () => net.online };
export { MessageChannelMain };

// What electron-store reads.
export default { app, ipcMain, shell };

export function preventable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
