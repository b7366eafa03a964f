import { isMac } from '../../app/keyboard.ts';

/** Keys by their place on the keyboard (UI Events, `code`), as Electron's accelerators name them. */
const named: Record<string, string> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
};

function keyOf(code: string): string | undefined {
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  return plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? named[code];
}

/**
 * The keys that were pressed, as an accelerator of Electron ("CommandOrControl+Shift+L"); null
 * while only Shift and the like are held, and for keys that would be missed when typing.
 */
export function acceleratorOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string | null {
  const key = keyOf(event.code);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (!key || !(mod || other || event.altKey)) return null;
  return [
    mod && 'CommandOrControl',
    other && (isMac ? 'Control' : 'Super'),
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** An accelerator as the keys of this machine are called: "Ctrl + Shift + L". */
export function acceleratorWords(accelerator: string): string {
  const words: Record<string, string> = isMac
    ? { CommandOrControl: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }
    : { CommandOrControl: 'Ctrl', Super: 'Windows key' };
  return accelerator
    .split('+')
    .map((part) => words[part] ?? part)
    .join(isMac ? ' ' : ' + ');
}
