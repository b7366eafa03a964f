import { MutationCache, QueryClient } from '@tanstack/react-query';
import { showProblem } from './notices.tsx';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** `shown` when the screen shows a failure itself, beside the field it is about. */
      problem?: 'shown';
    };
  }
}

/**
 * The window's memory of answers. Nothing grows old by itself: the core says when something
 * changed (events.ts). A failed change is told to the person, unless the screen does it.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        if (mutation.meta?.problem !== 'shown') showProblem(error);
      },
    }),
    defaultOptions: {
      // The core is on this machine: being offline must not hold anything back.
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
