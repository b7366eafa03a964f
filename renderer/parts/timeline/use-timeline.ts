import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { TimelineEntry, TimelineFilter } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';

/** Entries that are asked for at a time; a page that has grown since is fetched whole. */
const pageSize = 100;
const mostOfPage = 1000;

export interface TimelinePages {
  /** What was read so far, newest first; undefined until the first answer. */
  entries: readonly TimelineEntry[] | undefined;
  /** Whether there is more, and how to have it. */
  more: boolean;
  readOn: () => void;
  /** Says which entries are looked at, by their places: only what is near is kept fresh. */
  look: (first: number, last: number) => void;
  /** What is shown answers an earlier question. */
  isOld: boolean;
  error: unknown;
  refetch: () => void;
}

/**
 * A timeline, read page by page from its newest entry on. Each page is asked for by both its ends,
 * so that what is added or taken away later moves nothing across from one to another; pages far
 * from what is looked at stay as they are until somebody comes back to them.
 */
export function useTimeline(filter: TimelineFilter): TimelinePages {
  const question = JSON.stringify(filter);
  const [read, setRead] = useState({ question, ends: [] as string[], near: 0 });
  const { ends, near }: Pick<typeof read, 'ends' | 'near'> =
    read.question === question ? read : { ends: [], near: 0 };
  const known = useRef(ends);
  known.current = ends;

  const key = api.timeline.list.key({ input: filter });
  const answers = useQueries({
    queries: [null, ...ends].map((after, index) => ({
      queryKey: [...key, 'page', after],
      queryFn: () => {
        const until = known.current[index] ?? null;
        return client.timeline.list({
          ...filter,
          after,
          until,
          limit: until === null ? pageSize : mostOfPage,
        });
      },
      enabled: Math.abs(index - near) <= 1 || index === ends.length,
    })),
  });

  const sizes: number[] = [];
  const entries: TimelineEntry[] = [];
  for (const { data } of answers) {
    if (!data) break;
    entries.push(...data.entries);
    sizes.push(data.entries.length);
  }
  const first = answers[0]?.data;
  const next = answers.at(-1)?.data?.next ?? null;

  // While another question is on its way the last answer stays.
  const last = useRef<{ entries: TimelineEntry[]; more: boolean }>(undefined);
  const isOld = first === undefined && last.current !== undefined;
  useEffect(() => {
    if (first !== undefined) last.current = { entries, more: next !== null };
  });
  const shown = isOld ? last.current : first && { entries, more: next !== null };

  return {
    entries: shown?.entries,
    more: shown?.more ?? false,
    isOld,
    readOn: () => {
      if (next === null || ends.includes(next)) return;
      setRead({ question, ends: [...ends, next], near: ends.length + 1 });
    },
    look: (_, lastSeen) => {
      let page = 0;
      for (let seen = sizes[0] ?? 0; seen <= lastSeen && page < sizes.length - 1; page += 1) {
        seen += sizes[page + 1] ?? 0;
      }
      if (page !== near) setRead({ question, ends, near: page });
    },
    error: answers.find(({ error }) => error)?.error ?? null,
    refetch: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
}
