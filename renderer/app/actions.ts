import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done from the palette (Ctrl or Command K). */
export interface Action {
  id: string;
  /** What it does: "Gather now". */
  label: string;
  /** Other words by which somebody may look for it. */
  words?: string;
  /** The shortcut that does the same, to show beside it. */
  keys?: string;
  /** Not in the palette itself, because that is where it leads. */
  elsewhere?: boolean;
  run: () => void;
}

let groups: readonly (readonly Action[])[] = [];
let all: readonly Action[] = [];
const watchers = new Set<() => void>();
/** What the desktop's menu wants done; kept until the frame is there. */
let wanted: string | undefined;

function keep(next: readonly (readonly Action[])[]): void {
  groups = next;
  all = groups.flat();
  for (const watcher of watchers) watcher();
  if (wanted !== undefined) runAction(wanted);
}

/** Does the action of that name, as soon as there is one. */
export function runAction(id: string): void {
  const found = all.find((action) => action.id === id);
  wanted = found ? undefined : id;
  found?.run();
}

/** Forgets what was wanted and could not be done yet: nobody expects it any more. */
export function forgetWanted(): void {
  wanted = undefined;
}

/** Adds actions to the palette for as long as the component is there. */
export function useActions(actions: readonly Action[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  // A new array on every render is usual; only what can be seen of it registers it anew.
  const seen = JSON.stringify(
    actions.map(({ id, label, words, keys, elsewhere }) => [id, label, words, keys, elsewhere]),
  );
  useEffect(() => {
    const shown = JSON.parse(seen) as [string, string, string?, string?, boolean?][];
    const mine = shown.map(([id, label, words, keys, elsewhere]) => ({
      id,
      label,
      words: words ?? undefined,
      keys: keys ?? undefined,
      elsewhere: elsewhere ?? undefined,
      run: () => latest.current.find((action) => action.id === id)?.run(),
    }));
    keep([mine, ...groups]);
    return () => keep(groups.filter((group) => group !== mine));
  }, [seen]);
}

/** Every action there is now: those of the screen first. */
export function useAllActions(): readonly Action[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => all,
  );
}

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The actions in which every typed word begins some word; all of them when nothing is typed. */
export function actionsFor(typed: string, actions: readonly Action[]): Action[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return actions.filter(({ label, words, elsewhere }) => {
    if (elsewhere) return false;
    const has = plain(`${label} ${words ?? ''}`).split(/\s+/);
    return wanted.every((start) => has.some((word) => word.startsWith(start)));
  });
}

/** Whether somebody who types several words means this action: they stand in its label as typed. */
export function isNamed(typed: string, { label }: Pick<Action, 'label'>): boolean {
  const phrase = plain(typed).trim();
  return /\s/.test(phrase) && plain(label).includes(phrase);
}
