import type { ReactNode } from 'react';
import { LoadingState } from './loading-state.tsx';
import { ProblemState } from './problem-state.tsx';

/** What is needed of TanStack's useQuery result. */
interface Asked<Answer> {
  data: Answer | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<Answer> {
  query: Asked<Answer>;
  /** Shown while waiting, instead of the quiet lines. */
  loading?: ReactNode;
  children: (answer: Answer) => ReactNode;
}

/**
 * An answer of the core, once it is there; till then quiet lines, and on a failure its sentence
 * with a way to try again. An answer that is already shown stays when a later one fails.
 */
export function Loaded<Answer>({ query, loading, children }: LoadedProps<Answer>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemState problem={query.error} retry={() => query.refetch()} />;
  return loading ?? <LoadingState />;
}
