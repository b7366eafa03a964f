import { useEffect, useSyncExternalStore } from 'react';
import { client } from '../../app/client.ts';

/** Pictures never change under their id: what was fetched once is kept, the latest of them. */
const known = new Map<string, string>();
const mostKnown = 300;
/** Milliseconds in which pictures are gathered into one question: a list shows many at once. */
const gather = 30;
const mostAsked = 40;

/** By how many parts each picture is shown that is not here yet. */
const wanted = new Map<string, number>();
const watchers = new Set<() => void>();
let asking = false;

/** The address under which a picture can be shown; undefined until it is here, or without an id. */
export function usePicture(id: string | null): string | undefined {
  const address = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => (id === null ? undefined : known.get(id)),
  );
  useEffect(() => {
    if (id === null || known.has(id)) return;
    wanted.set(id, (wanted.get(id) ?? 0) + 1);
    if (!asking) void fetchWanted();
    return () => {
      const left = (wanted.get(id) ?? 1) - 1;
      if (left > 0) wanted.set(id, left);
      else wanted.delete(id);
    };
  }, [id]);
  return address;
}

/** Asks until nothing is wanted; who has scrolled on is not asked for any more. */
async function fetchWanted(): Promise<void> {
  asking = true;
  const failed = new Set<string>();
  for (;;) {
    await new Promise((go) => setTimeout(go, gather));
    const ids = [...wanted.keys()].filter((id) => !failed.has(id)).slice(0, mostAsked);
    if (ids.length === 0) break;
    try {
      for (const { id, type, content } of await client.people.pictures({ ids })) {
        keep(id, `data:${type};base64,${content}`);
      }
    } catch {
      // Without its picture a name still stands there; the next look asks again.
    }
    for (const id of ids) {
      if (!known.has(id)) failed.add(id);
      wanted.delete(id);
    }
    for (const watcher of watchers) watcher();
  }
  asking = false;
}

function keep(id: string, address: string): void {
  known.set(id, address);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}
