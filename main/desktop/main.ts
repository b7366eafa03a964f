import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import { writeWayIn } from '../browser/way-in-page.ts';
import { isCommand } from '../command/arguments.ts';
import type { Standing } from '../core/host.ts';
import { dataFolderOf } from '../starting/data-folder.ts';
import { createLog } from '../starting/log.ts';
import {
  readWindowOptions,
  UsageProblem,
  type WindowOptions,
  windowUsage,
} from '../starting/options.ts';
import { programFolder, windowFolder } from '../starting/program-folder.ts';
import { awaitArrivals } from './arrivals.ts';
import { setBadge } from './badge.ts';
import { createComposerKeys } from './composer-keys.ts';
import { type CoreConnection, startCore } from './core-connection.ts';
import { setUpGuards } from './guards.ts';
import { beginWithoutSpelling, takeHabits } from './habits.ts';
import { createMachine } from './host-in-main.ts';
import { watchMachine } from './machine-state.ts';
import { setUpMenu } from './menu.ts';
import { announceProtocol, setUpProtocol } from './protocol.ts';
import { isStartedByMachine } from './start-at-login.ts';
import { createTheWindow } from './the-window.ts';
import { createTray } from './tray.ts';
import { createUpdates } from './updates.ts';
import { createWindowMemory } from './window-state.ts';
import { createZoom } from './zoom.ts';

// What the shell writes beside the house is for its owner's eyes alone too.
process.umask(0o077);
const args = process.argv.slice(app.isPackaged ? 1 : 2);
if (isCommand(args[0] ?? '')) void runCommand();
else {
  const options = understood();
  if (options) start(options);
}

/** Once installed, `porchlight today` is a command of this program; no window opens for it. */
async function runCommand(): Promise<void> {
  app.dock?.hide();
  const { porchlight } = await import('../command/program.ts');
  app.exit(await porchlight(args));
}

/** The options, or undefined when there is nothing more to do. */
function understood(): WindowOptions | undefined {
  try {
    const read = readWindowOptions(args, { lenient: true });
    if (!read.help) return read;
    process.stdout.write(`${windowUsage}\n`);
    app.exit(0);
  } catch (problem) {
    if (!(problem instanceof UsageProblem)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    app.exit(2);
  }
  return undefined;
}

function start(given: WindowOptions): void {
  const dataFolder = dataFolderOf(given);
  // One window a data folder: Electron keeps its lock, caches and preferences there.
  app.setPath('userData', join(dataFolder, 'desktop'));
  app.enableSandbox();
  announceProtocol();
  if (!app.requestSingleInstanceLock()) {
    process.stdout.write('Porchlight was open already; its window comes to the front.\n');
    app.exit(0);
    return;
  }
  const arrivals = awaitArrivals(args);
  // Awaiting readiness at the top level would never end in an ECMAScript module.
  app.whenReady().then(() => setUp(dataFolder, given, arrivals));
}

function setUp(
  dataFolder: string,
  { hidden }: WindowOptions,
  arrivals: ReturnType<typeof awaitArrivals>,
): void {
  const memory = createWindowMemory();
  const zoom = createZoom(memory);
  let standing: Standing | undefined;
  const logFolder = app.getPath('logs');
  // Windows shows notices only of a program that has said who it is.
  app.setAppUserModelId('io.github.porchlight.desktop');
  setUpGuards();
  beginWithoutSpelling();
  setUpProtocol(windowFolder);
  takeLinks();

  const log = createLog(logFolder);
  const window = createTheWindow({
    log,
    preload: join(programFolder, 'dist', 'preload', 'preload.cjs'),
    memory,
    connect: (page) => core.connect(page),
    staysWhenClosed,
    changed(opened) {
      setBadge(standing?.waiting ?? 0, opened);
      if (opened) zoom.follow(opened);
    },
  });
  const show = (place?: string) =>
    window.show(place === undefined ? undefined : { kind: 'go', place });
  setUpMenu({
    act: (action) => window.show({ kind: 'do', action }),
    chooseFile: () => void arrivals.choose(),
    zoom,
  });
  const tray = createTray({ show, pause: (on) => core.pause(on), quit: () => app.quit() });
  const machine = createMachine({
    dataFolder,
    clicked: show,
    chosen: (number, action) => core.chosen(number, action),
    habits(habits) {
      takeHabits(habits);
      updates.habit(habits.newVersions);
    },
    newVersion: (step) => updates.step(step),
    takeShortcut: createComposerKeys(() => show('?log=1')),
    standing(next) {
      standing = next;
      tray.stand(next);
      setBadge(next.waiting, window.current());
    },
  });
  const updates = createUpdates({
    told: (state) => core.version(state),
    closeFirst: () => ending(),
    log,
  });
  const core = startCore({
    entry: join(programFolder, 'dist', 'node', 'core-process.js'),
    args,
    logFolder,
    machine,
    refused: (sentence, address) => void refused(dataFolder, sentence, address),
    failed,
  });
  const ending = setUpEnding(core);
  app.on('activate', () => show());
  watchMachine(core.heed);
  if (!hidden && !isStartedByMachine()) show();
  arrivals.meet(window.show);

  /** A Mac keeps a program without windows anyway; elsewhere the person has a say. */
  function staysWhenClosed(): boolean {
    if (process.platform === 'darwin' || !standing?.closeToTray) return false;
    if (memory.tellOfTray()) {
      void machine({
        name: 'notify',
        given: [
          {
            number: 0,
            title: 'Porchlight stays in the tray',
            body: 'So that reminders arrive. To end it, choose Quit there; in Settings it can be changed.',
            place: '/settings',
          },
        ],
      });
    }
    return true;
  }
}

/** Has the system hand `porchlight://` links to the program; not to a clone, which may be gone soon. */
function takeLinks(): void {
  // After `--` nothing in a link can pass for an argument.
  if (app.isPackaged) app.setAsDefaultProtocolClient('porchlight', process.execPath, ['--']);
}

/** The database is closed cleanly before the program ends. Gives what closes it ahead of that. */
function setUpEnding(core: CoreConnection): () => Promise<void> {
  let closed = false;
  const close = () => {
    closed = true;
    return core.close();
  };
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().then(() => app.quit());
  });
  return close;
}

async function refused(dataFolder: string, sentence: string, address?: string): Promise<void> {
  // Where no page can be written, the sentence says where Porchlight is open.
  const wayIn = address && (await writeWayIn(dataFolder, address).catch(() => undefined));
  if (wayIn) await shell.openPath(wayIn);
  else dialog.showErrorBox('Porchlight cannot open', sentence);
  app.exit(1);
}

function failed(again: boolean): void {
  if (again) {
    void dialog.showMessageBox({
      type: 'info',
      message: 'Porchlight stumbled and has started again.',
      detail: 'Everything that was saved is still there.',
    });
    return;
  }
  dialog.showErrorBox(
    'Porchlight has to close',
    'It stumbled twice in a row. Everything that was saved is still there; please start it again.',
  );
  app.exit(1);
}
