import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MentionRow } from '../../../shared/contract/contract.ts';
import type { PageAnswer } from '../../parts/pages.ts';

export interface Departures {
  /** Takes these off the list at once, while `work` is done; they come back when it fails. */
  during<T>(ids: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Whether this one is on its way off the list just now. */
  isLeaving(id: string): boolean;
  /** An answer without those that are on their way off the list. */
  without(ask: () => Promise<PageAnswer<MentionRow>>): Promise<PageAnswer<MentionRow>>;
}

/**
 * What has been dealt with leaves the list at the key's press and not when the core has answered,
 * so that the next key is for the next voice. An answer that was asked for earlier does not bring
 * it back.
 */
export function useDepartures(key: readonly unknown[]): Departures {
  const queries = useQueryClient();
  const question = JSON.stringify(key);
  return useMemo(() => {
    const queryKey = JSON.parse(question) as unknown[];
    /** When each was done, in moments of this list; `undefined` while it is being done. */
    const leaving = new Map<string, number | undefined>();
    let moment = 0;

    const takeOff = (ids: ReadonlySet<string>) => {
      const known = queries.getQueriesData<PageAnswer<MentionRow>>({ queryKey });
      const gone = known.reduce(
        (sum, [, page]) => sum + (page?.rows.filter(({ id }) => ids.has(id)).length ?? 0),
        0,
      );
      queries.setQueriesData<PageAnswer<MentionRow>>(
        { queryKey },
        (page) =>
          page && { total: page.total - gone, rows: page.rows.filter(({ id }) => !ids.has(id)) },
      );
    };

    return {
      async during(ids, work) {
        for (const id of ids) leaving.set(id, undefined);
        takeOff(new Set(ids));
        try {
          const done = await work();
          moment += 1;
          for (const id of ids) leaving.set(id, moment);
          return done;
        } catch (problem) {
          for (const id of ids) leaving.delete(id);
          void queries.invalidateQueries({ queryKey });
          throw problem;
        }
      },
      isLeaving: (id) => leaving.has(id) && leaving.get(id) === undefined,
      async without(ask) {
        moment += 1;
        const asked = moment;
        const page = await ask();
        const stays = ({ id }: MentionRow) => {
          if (!leaving.has(id)) return true;
          const done = leaving.get(id);
          return done !== undefined && done < asked;
        };
        const rows = page.rows.filter(stays);
        return { total: page.total - (page.rows.length - rows.length), rows };
      },
    };
  }, [queries, question]);
}
