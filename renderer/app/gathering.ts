import { useSyncExternalStore } from 'react';
import type { HouseEvent } from '../../shared/contract/contract.ts';

type GatheringEvent = Extract<HouseEvent, { type: 'gathering' }>;

/** How the gathering of mentions goes, or went last. */
export interface Gathering {
  running: boolean;
  /** How it stands; null before the first one of this window. */
  state: GatheringEvent['state'] | null;
  /** Sources finished, and how many there are. */
  done: number;
  of: number;
  newMentions: number;
  failed: number;
  /** Each finished source of this gathering with its outcome, latest first. */
  sources: { id: string; name: string; ok: boolean; words: string }[];
}

const nothing: Gathering = {
  running: false,
  state: null,
  done: 0,
  of: 0,
  newMentions: 0,
  failed: 0,
  sources: [],
};

let present = nothing;
const watchers = new Set<() => void>();

function become(next: Gathering): void {
  present = next;
  for (const watcher of watchers) watcher();
}

/** Takes in what the core told about a gathering. */
export function noteGathering(event: GatheringEvent): void {
  const before = event.state === 'started' ? [] : present.sources;
  const { source } = event;
  become({
    running: event.state === 'started' || event.state === 'progress',
    state: event.state,
    done: event.done,
    of: event.of,
    newMentions: event.newMentions,
    failed: event.failed,
    sources: source ? [source, ...before.filter(({ id }) => id !== source.id)] : before,
  });
}

/** Forgets a gathering whose end can no longer be heard of. */
export function forgetGathering(): void {
  become(nothing);
}

/** How the gathering goes, for a screen to show. */
export function useGathering(): Gathering {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => present,
  );
}
