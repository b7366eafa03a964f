import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { SavedSearch } from '../../shared/contract/contract.ts';
import { useActions } from './actions.ts';
import { api } from './client.ts';

/** Adds every saved search to the palette. */
export function useSavedSearchActions(): void {
  const [, navigate] = useLocation();
  const saved = useQuery(api.savedSearches.list.queryOptions());
  useActions(
    (saved.data ?? []).map((search) => ({
      id: `search:${search.id}`,
      label: `Voices: ${search.name}`,
      words: `saved search listening ${search.words}`,
      run: () => navigate(placeOfSearch(search)),
    })),
  );
}

/** Where a saved search is shown. */
function placeOfSearch({ show, words, sourceId }: SavedSearch): string {
  const place = new URLSearchParams();
  if (show !== 'new') place.set('show', show);
  if (words) place.set('words', words);
  if (sourceId) place.set('source', sourceId);
  return `/listening?${place}`;
}
