import { useSearchParams } from 'wouter';
import type { Filter } from './states.ts';

export type Change = Partial<Record<'show' | 'source' | 'words' | 'mention', string | undefined>>;

/** What the screen shows, as its address says it. */
export function usePlace() {
  const [place, setPlace] = useSearchParams();
  return {
    filter: (place.get('show') ?? 'new') as Filter,
    words: place.get('words') ?? '',
    sourceId: place.get('source') ?? undefined,
    open: place.get('mention') ?? undefined,
    put: (changes: Change, replace = false) =>
      setPlace(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace },
      ),
  };
}

export type Place = ReturnType<typeof usePlace>;
