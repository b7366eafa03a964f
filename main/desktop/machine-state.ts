import { net, powerMonitor } from 'electron';
import type { MachineState } from '../core/machine-state.ts';

/** How often it is looked whether there is a network, in milliseconds. */
const lookEvery = 10_000;

/** Tells when the machine goes to sleep and wakes, and when its network goes and comes. */
export function watchMachine(tell: (state: MachineState) => void): void {
  let online = true;
  const look = () => {
    const now = net.isOnline();
    if (now !== online) tell(now ? 'online' : 'offline');
    online = now;
  };
  powerMonitor.on('suspend', () => tell('sleeps'));
  powerMonitor.on('resume', () => {
    look();
    tell('wakes');
  });
  look();
  setInterval(look, lookEvery).unref();
}
