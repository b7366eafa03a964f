import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isField } from './keyboard.ts';

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

/** Who takes pictures on the screen that is shown, and what to say of it. */
let pictureTaker: { words: string; take: (file: File) => void } | null = null;

/** The first picture among files that were dropped, pasted or chosen. */
export function pictureAmong(files: Iterable<File> | null | undefined): File | undefined {
  return [...(files ?? [])].find((file) => file.type.startsWith('image/'));
}

/** For as long as the component is there, a picture dropped anywhere on the window is taken here. */
export function usePictureDrop(words: string, take: (file: File) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const mine = { words, take: (file: File) => latest.current(file) };
    pictureTaker = mine;
    return () => {
      if (pictureTaker === mine) pictureTaker = null;
    };
  }, [words]);
}

/** Takes files that are dropped anywhere on the window; what to say while one is held over it. */
export function useFileDrop(): string | null {
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => {
    // Entering a child leaves its parent: only when all are left is the pointer gone.
    let depth = 0;
    const heard = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) {
        // A link or a picture from elsewhere would lead the window away; into a field words may go.
        if (!isField(event.target)) event.preventDefault();
        return;
      }
      event.preventDefault();
      if (event.type === 'dragenter') depth++;
      if (event.type === 'dragleave') depth--;
      if (event.type === 'drop') {
        depth = 0;
        const picture = pictureTaker && pictureAmong(event.dataTransfer.files);
        if (picture) pictureTaker?.take(picture);
        else lookAtFiles([...event.dataTransfer.files]);
      }
      const isPicture = [...event.dataTransfer.items].some(({ type }) => /^image\//.test(type));
      const words = (isPicture && pictureTaker?.words) || 'Let go to see what is in this file';
      setOver(depth > 0 ? words : null);
    };
    const kinds = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) window.addEventListener(kind, heard);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, heard);
    };
  }, []);
  return over;
}
