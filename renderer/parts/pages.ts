import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How many rows are asked for at a time. */
const pageSize = 100;

export interface PageAsked {
  offset: number;
  limit: number;
}

export interface PageAnswer<Row> {
  total: number;
  rows: Row[];
}

/** A long list of which only the seen part is fetched. */
export interface Pages<Row> {
  /** Undefined until the first answer. */
  total: number | undefined;
  /** Undefined while that part is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Says which rows are being looked at. */
  want: (first: number, last: number) => void;
  /** What is shown answers an earlier question; the new answer is on its way. */
  isOld: boolean;
  error: unknown;
  refetch: () => void;
}

/**
 * A long list, fetched where it is looked at: twenty thousand rows cost as much as the screenful.
 * The key says what is asked (`api.people.list.key({ input })`); while the answer to another
 * question is awaited, the last one stays.
 */
export function usePages<Row>(
  key: readonly unknown[],
  ask: (page: PageAsked) => Promise<PageAnswer<Row>>,
): Pages<Row> {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const last = useRef<Pick<Pages<Row>, 'total' | 'rowAt'> | undefined>(undefined);
  const question = JSON.stringify(key);

  // Another question begins at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what it reacts to
  useEffect(() => setSeen({ first: 0, last: 0 }), [question]);

  const offsets = [0];
  for (let page = seen.first; page <= seen.last; page += 1) {
    if (page > 0) offsets.push(page * pageSize);
  }
  const answers = useQueries({
    queries: offsets.map((offset) => ({
      queryKey: [...key, 'page', offset],
      queryFn: () => ask({ offset, limit: pageSize }),
    })),
  });

  const want = useCallback((first: number, end: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(end / pageSize) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);

  const total = answers[0]?.data?.total;
  const rowAt = (index: number) => {
    const page = offsets.indexOf(Math.floor(index / pageSize) * pageSize);
    return answers[page]?.data?.rows[index % pageSize];
  };
  const fresh = { total, rowAt };
  const isOld = total === undefined && last.current !== undefined;
  useEffect(() => {
    if (total !== undefined) last.current = fresh;
  });
  return {
    ...((isOld && last.current) || fresh),
    want,
    isOld,
    error: answers.find(({ error }) => error)?.error ?? null,
    refetch: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
}
