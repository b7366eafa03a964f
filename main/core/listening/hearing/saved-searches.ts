import type { SavedSearch } from '../../../../shared/contract/contract.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { all, type Connection, first } from '../../database/connection.ts';
import { newId } from '../../journal/new-id.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

/** Every saved search, by name. A source that is gone is left out of it. */
export function listSearches(connection: Connection): SavedSearch[] {
  return all<SavedSearch>(
    connection,
    `SELECT saved_search.id, saved_search.name, words, show, source.id AS sourceId
     FROM saved_search LEFT JOIN source ON source.id = source_id AND removed_at IS NULL
     ORDER BY saved_search.name COLLATE NOCASE, saved_search.id`,
  );
}

/** Keeps a search under a name; under a name that is taken, it takes that one's place. */
export function saveSearch(
  { connection, journal, clock }: Needs,
  search: Omit<SavedSearch, 'id'> & { id?: string | undefined },
): { id: string; step: string } {
  const known = first<{ id: string; made_at: number }>(
    connection,
    'SELECT id, made_at FROM saved_search WHERE id = ? OR name = ? COLLATE NOCASE ORDER BY id = ? DESC',
    [search.id ?? '', search.name, search.id ?? ''],
  );
  const id = known?.id ?? newId(clock);
  const { step } = journal.step(`Saved the search ${search.name}`, (write) =>
    write.put('saved_search', {
      id,
      made_at: known?.made_at ?? clock.now(),
      name: search.name,
      words: search.words,
      show: search.show,
      source_id: search.sourceId,
    }),
  );
  return { id, step };
}

/** Forgets a saved search. */
export function removeSearch({ connection, journal }: Needs, id: string): { step: string } {
  const found = first<{ name: string }>(connection, 'SELECT name FROM saved_search WHERE id = ?', [
    id,
  ]);
  if (!found) throw new Refusal('not-found', 'This search is not here any more.');
  const { step } = journal.step(`Forgot the search ${found.name}`, (write) =>
    write.remove('saved_search', id),
  );
  return { step };
}
