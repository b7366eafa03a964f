import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** Such as `mod+k` (Ctrl, or Command on a Mac), `shift+enter`, `/` or `?`. */
  keys: string;
  /** What it does, as the sheet of shortcuts says it. */
  label: string;
  run: () => void;
  /** Also while typing in a field. */
  inFields?: boolean;
  /** Also while a dialog is open. */
  inDialogs?: boolean;
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** One registry for the whole window: the newest comes first, so a screen can take a key over. */
let shortcuts: readonly Shortcut[] = [];
const watchers = new Set<() => void>();

function keep(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const watcher of watchers) watcher();
}

/** Adds a shortcut; gives back what removes it. */
function addShortcut(shortcut: Shortcut): () => void {
  keep([shortcut, ...shortcuts]);
  return () => keep(shortcuts.filter((other) => other !== shortcut));
}

/** A shortcut for as long as the component is there and `while` is not false. */
export function useShortcut(shortcut: Shortcut & { while?: boolean }): void {
  const { keys, label, inFields, inDialogs } = shortcut;
  const on = shortcut.while ?? true;
  const latest = useRef(shortcut.run);
  useEffect(() => {
    latest.current = shortcut.run;
  });
  useEffect(() => {
    if (!on) return undefined;
    return addShortcut({ keys, label, inFields, inDialogs, run: () => latest.current() });
  }, [keys, label, inFields, inDialogs, on]);
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** All shortcuts in force now, newest first, each set of keys once. */
export function useShortcuts(): readonly Shortcut[] {
  const all = useSyncExternalStore(watch, () => shortcuts);
  return all.filter((one, index) => all.findIndex(({ keys }) => keys === one.keys) === index);
}

const singleKeysPlace = 'porchlight:single-keys';

/** Whether shortcuts of one plain key are on (WCAG 2.1.4: they can be turned off). */
function singleKeysAreOn(): boolean {
  return window.localStorage.getItem(singleKeysPlace) !== 'off';
}

/** Turns shortcuts of one plain key on or off, on this machine. */
export function setSingleKeys(on: boolean): void {
  window.localStorage.setItem(singleKeysPlace, on ? 'on' : 'off');
  for (const watcher of watchers) watcher();
}

/** Whether shortcuts of one plain key are on, for the sheet that switches them. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(watch, singleKeysAreOn);
}

/** The keys of a shortcut, each by itself; the last is the one that is pressed. */
export const keysOf = (keys: string) => (keys.length === 1 ? [keys] : keys.split('+'));

const isSingleKey = (keys: string) => keysOf(keys).length === 1;

/** Whether the person is writing there. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') {
    return true;
  }
  if (!(target instanceof HTMLInputElement)) return false;
  return !['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file'].includes(
    target.type,
  );
}

/** Whether a key press is the one written in `keys`. */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keysOf(keys);
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  if (wants('mod') !== mod || otherMod || wants('alt') !== event.altKey) return false;
  // A sign such as `?` is itself typed with Shift on many keyboards.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  if (!isSign && wants('shift') !== event.shiftKey) return false;
  if (event.key.toLowerCase() === key) return true;
  // On a keyboard of another script Ctrl+K is where K is.
  const isLatin = event.key.length === 1 && event.key <= '~';
  return wants('mod') && !isLatin && event.code === `Key${key.toUpperCase()}`;
}

/** Hands a key press to the first shortcut it fits. */
function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const typing = isField(event.target);
  const inDialog = document.querySelector('[aria-modal="true"]') !== null;
  const found = shortcuts.find(
    (shortcut) =>
      matches(shortcut.keys, event) &&
      (!typing || shortcut.inFields) &&
      (!inDialog || shortcut.inDialogs) &&
      (!isSingleKey(shortcut.keys) || singleKeysAreOn()),
  );
  if (!found) return;
  event.preventDefault();
  found.run();
}

/** Listens to the keyboard; for the frame, once. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
