import { useEffect, useState, useSyncExternalStore } from 'react';

let waiting: readonly File[] = [];
const watchers = new Set<() => void>();

function keep(next: readonly File[]): void {
  waiting = next;
  for (const watcher of watchers) watcher();
}

/** Looks at these files, one after the other, as if they had been dropped. */
export function lookAtFiles(files: readonly File[]): void {
  keep([...waiting, ...files]);
}

/** The file that is looked at now, and how many wait behind it; `next` goes on to those. */
export function useDroppedFile(): { file: File | undefined; behind: number; next: () => void } {
  const files = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => waiting,
  );
  return { file: files[0], behind: files.length - 1, next: () => keep(waiting.slice(1)) };
}

/** Takes files that are dropped anywhere on the window; answers whether one is held over it. */
export function useFileDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child leaves its parent: only when all are left is the pointer gone.
    let depth = 0;
    const heard = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.type === 'dragenter') depth++;
      if (event.type === 'dragleave') depth--;
      if (event.type === 'drop') {
        depth = 0;
        lookAtFiles([...event.dataTransfer.files]);
      }
      setOver(depth > 0);
    };
    const kinds = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) window.addEventListener(kind, heard);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, heard);
    };
  }, []);
  return over;
}
