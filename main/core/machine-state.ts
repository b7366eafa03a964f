import type { House } from './core.ts';

/** What a shell may know of the machine before the core can: its sleep, and its network. */
export type MachineState = 'sleeps' | 'wakes' | 'offline' | 'online';

/**
 * Heeds it: nothing is fetched by itself while there is no network, nor into a sleep, so that no
 * source is blamed for it; a window with a lock does not stand open over it; on waking it is looked at once for what the time has brought meanwhile.
 */
export function heedMachine(house: House, state: MachineState): void {
  const { gatherer, timeWatch, lock } = house;
  if (state === 'sleeps') {
    if (lock.isSet()) lock.lock();
    gatherer.rest('asleep', true);
    gatherer.cancel();
  }
  if (state === 'wakes') {
    gatherer.rest('asleep', false);
    timeWatch.woke();
  }
  if (state === 'offline' || state === 'online') gatherer.rest('offline', state === 'offline');
}
