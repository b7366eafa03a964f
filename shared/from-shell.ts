/** What the desktop's menu can have done: actions of the palette, by their names there. */
export const menuActions = [
  'new',
  'log',
  'undo',
  'find',
  'gather',
  'print',
  'keys',
  '/today',
  '/street',
  '/people',
  '/said',
  '/listening',
  '/follow-ups',
  '/lessons',
  '/reflection',
  '/settings',
  '/settings?about=1',
] as const;

export type MenuAction = (typeof menuActions)[number];

/** What the desktop's shell tells its window through the preload. */
export type FromShell =
  /** Go to a place within the house: an address of ours, or only what is asked of the present one. */
  | { kind: 'go'; place: string }
  | { kind: 'do'; action: MenuAction }
  /** A file was opened with Porchlight: show what is in it. */
  | { kind: 'file'; name: string; content: Uint8Array };
