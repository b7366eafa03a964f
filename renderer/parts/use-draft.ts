import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../app/client.ts';

const placeOf = (key: string) => `porchlight:draft:${key}`;

/** Lets go of what the page keeps of drafts about somebody who was forgotten. */
export function forgetDraftsOf(id: string): void {
  for (const place of Object.keys(sessionStorage)) {
    if (place.startsWith(placeOf('')) && place.includes(id)) sessionStorage.removeItem(place);
  }
}

export interface Draft {
  text: string;
  write: (text: string) => void;
  /** Forgets it: it was saved, or thrown away on purpose. */
  clear: () => void;
  /** False until what was typed earlier has been looked for. */
  ready: boolean;
}

/**
 * What is being typed under a key, kept at every stroke: in the page for a reload, and with the
 * core (a quarter of a second later) for a crash or the next start.
 */
export function useDraft(key: string): Draft {
  const [text, setText] = useState(() => sessionStorage.getItem(placeOf(key)) ?? '');
  const [ready, setReady] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsaved = useRef<string | null>(null);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const waiting = unsaved.current;
    if (waiting === null) return;
    unsaved.current = null;
    // A draft that could not be kept with the core is still in the page; the next stroke tries again.
    client.drafts.save({ key, text: waiting }).catch(() => {
      unsaved.current ??= waiting;
    });
  }, [key]);

  useEffect(() => {
    let here = true;
    const inPage = sessionStorage.getItem(placeOf(key));
    setText(inPage ?? '');
    setReady(inPage !== null);
    if (inPage === null) {
      client.drafts
        .get({ key })
        .then((kept) => {
          if (here && sessionStorage.getItem(placeOf(key)) === null) setText(kept.text);
        })
        .catch(() => undefined)
        .finally(() => here && setReady(true));
    }
    window.addEventListener('pagehide', save);
    return () => {
      here = false;
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [key, save]);

  const write = useCallback(
    (next: string) => {
      setText(next);
      sessionStorage.setItem(placeOf(key), next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, 250);
    },
    [key, save],
  );

  const clear = useCallback(() => {
    setText('');
    sessionStorage.removeItem(placeOf(key));
    unsaved.current = '';
    save();
  }, [key, save]);

  return { text, write, clear, ready };
}
