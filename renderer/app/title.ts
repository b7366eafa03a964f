import { useEffect, useSyncExternalStore } from 'react';

/** How many notices came up in this page while nobody saw it. */
let unseen = 0;
const watchers = new Set<() => void>();

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

function become(count: number): void {
  unseen = count;
  for (const watcher of watchers) watcher();
}

/** A notice came up in the page: until the page is looked at, its tab says how many. */
export function countUnseen(): void {
  if (document.visibilityState === 'visible') return;
  become(unseen + 1);
  const look = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', look);
    become(0);
  };
  if (unseen === 1) document.addEventListener('visibilitychange', look);
}

/** The title of the window: the screen's, and before it how many notices nobody has seen. */
export function useTitle(title: string): void {
  const count = useSyncExternalStore(watch, () => unseen);
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title} · Porchlight`;
  }, [title, count]);
}
