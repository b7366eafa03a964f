import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { hashKey, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useActions } from '../actions.ts';
import { api, client } from '../client.ts';
import { forgetGathering } from '../gathering.ts';
import { useShortcut } from '../keyboard.ts';
import { showNotice, showProblem } from '../notices.tsx';
import { LockScreen } from './lock-screen.tsx';
import { useStirring } from './stirring.ts';

/** Shows what is inside; while the window is locked a screen that knows of nothing but the lock. */
export function Lockable({ children }: { children: ReactNode }) {
  const { data, isPending } = useQuery(api.lock.state.queryOptions());
  const queries = useQueryClient();
  const isLocked = data?.isLocked ?? false;
  useStirring(data !== undefined && !isLocked && data.idleMinutes > 0);
  useEffect(() => {
    if (isLocked) forgetAll(queries);
  }, [isLocked, queries]);
  // Nothing is asked before it is known whether it will be answered.
  if (isPending) return null;
  return data?.isLocked ? <LockScreen {...data} /> : children;
}

/** What the window was told before is not to be found in it either. */
function forgetAll(queries: QueryClient): void {
  const ofLock = hashKey(api.lock.state.queryKey());
  queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== ofLock });
  queries.getMutationCache().clear();
  forgetGathering();
  modals.closeAll();
  notifications.clean();
}

/** Locking from everywhere, for the frame; where there is no lock yet it leads to where one is made. */
export function useLocking(): void {
  const { data } = useQuery(api.lock.state.queryOptions());
  const [, navigate] = useLocation();
  const lock = () => {
    if (data?.isSet) return void client.lock.now().catch(showProblem);
    navigate('/settings');
    showNotice('Choose a passphrase first, under “A lock for the window”.');
  };
  useShortcut({ keys: 'shift+l', label: 'Lock now', run: lock, while: data?.isSet ?? false });
  useActions([
    {
      id: 'lock',
      label: 'Lock now',
      words: 'passphrase hide away close',
      keys: data?.isSet ? 'shift+l' : undefined,
      run: lock,
    },
  ]);
}
