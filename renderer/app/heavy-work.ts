import { useSyncExternalStore } from 'react';
import type { HouseEvent } from '../../shared/contract/contract.ts';

/** How far something is that takes long: a large import, or its undoing. */
export type HeavyWork = Extract<HouseEvent, { type: 'heavy-work' }>;

let present: HeavyWork | null = null;
const watchers = new Set<() => void>();

/** Takes in what the core told; null when nothing is known any more. */
export function noteHeavyWork(event: HeavyWork | null): void {
  present = event?.stage === 'ended' ? null : event;
  for (const watcher of watchers) watcher();
}

/** How far the work is that takes long; null when there is none. */
export function useHeavyWork(): HeavyWork | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => present,
  );
}
