import { isMac, keysOf } from '../app/keyboard.ts';
import classes from './key-hint.module.css';

const onMac: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const elsewhere: Record<string, string> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
const signs: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
};

function written(key: string): string {
  const sign = (isMac ? onMac : elsewhere)[key] ?? signs[key];
  return sign ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** The keys of a shortcut, quietly: `mod+enter` reads "Ctrl ↵", on a Mac "⌘ ↵". */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd className={classes.keys}>{keysOf(keys).map(written).join(' ')}</kbd>;
}
