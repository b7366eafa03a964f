import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../shared/from-shell.ts';
import type { Zoom } from './zoom.ts';

type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  /** Has an action of the palette done in the window. */
  act(action: MenuAction): void;
  /** Lets a person choose a file to look into. */
  chooseFile(): void;
  zoom: Zoom;
}

const separator: Item = { type: 'separator' };

/**
 * The menu as each platform has it, with its own shortcuts. What is done in the house goes the same
 * way as from the palette; the tools for developers are there only in a clone.
 */
export function setUpMenu(options: MenuOptions): void {
  const onMac = process.platform === 'darwin';
  const sections = [
    ...(onMac ? [ofProgram(options)] : []),
    ofFiles(options, onMac),
    ofEditing(options),
    ofView(options),
    { role: 'windowMenu' } as const,
    ofHelp(options, onMac),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(sections));
}

type Act = MenuOptions['act'];

function doing(act: Act, action: MenuAction, label: string, accelerator?: string): Item {
  return { label, ...(accelerator && { accelerator }), click: () => act(action) };
}

const settings = (act: Act) => doing(act, '/settings', 'Settings…', 'CommandOrControl+,');
const about = (act: Act) => doing(act, '/settings?about=1', 'About Porchlight');

/** A Mac's first menu, of the program itself. */
function ofProgram({ act }: MenuOptions): Item {
  return {
    label: app.name,
    submenu: [
      about(act),
      separator,
      settings(act),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function ofFiles({ act, chooseFile }: MenuOptions, onMac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      doing(act, 'new', 'New customer', 'CommandOrControl+N'),
      doing(act, 'log', 'Log a conversation', 'CommandOrControl+L'),
      { label: 'Bring in a file…', accelerator: 'CommandOrControl+O', click: chooseFile },
      doing(act, 'gather', 'Gather now'),
      separator,
      doing(act, 'print', 'Print…', 'CommandOrControl+P'),
      separator,
      ...(onMac ? [] : [settings(act), separator]),
      onMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

function ofEditing({ act }: MenuOptions): Item {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      { role: 'selectAll' },
      separator,
      doing(act, 'undo', 'Take back the last step'),
      // The page has these keys itself; on a Mac the menu is asked only for what the page leaves.
      {
        ...doing(act, 'find', 'Find or do anything', 'CommandOrControl+K'),
        registerAccelerator: false,
      },
    ],
  };
}

const places = [
  ['/today', 'Today'],
  ['/street', 'The street'],
  ['/people', 'People'],
  ['/said', 'Everything said'],
  ['/listening', 'Listening'],
  ['/follow-ups', 'Follow-ups'],
  ['/lessons', 'Lessons'],
  ['/reflection', 'Reflection'],
] as const;

function ofView({ act, zoom }: MenuOptions): Item {
  const tools: Item[] = app.isPackaged
    ? []
    : [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: '&View',
    submenu: [
      ...places.map(([place, label], index) =>
        doing(act, place, label, `CommandOrControl+${index + 1}`),
      ),
      separator,
      { label: 'Usual size', accelerator: 'CommandOrControl+0', click: () => zoom.usual() },
      { label: 'Larger', accelerator: 'CommandOrControl+Plus', click: () => zoom.in() },
      // The same without Shift, where plus and equals share a key.
      {
        label: 'Larger',
        accelerator: 'CommandOrControl+=',
        click: () => zoom.in(),
        visible: false,
        acceleratorWorksWhenHidden: true,
      },
      { label: 'Smaller', accelerator: 'CommandOrControl+-', click: () => zoom.out() },
      separator,
      { role: 'togglefullscreen' },
      ...tools,
    ],
  };
}

function ofHelp({ act }: MenuOptions, onMac: boolean): Item {
  return {
    role: 'help',
    submenu: [doing(act, 'keys', 'Shortcuts'), ...(onMac ? [] : [separator, about(act)])],
  };
}
