import { useEffect } from 'react';
import { client } from '../client.ts';

/** Milliseconds between two words to the core that somebody is there. */
const breath = 20_000;

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells the core that somebody is there, as long as they are, while `on`. */
export function useStirring(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    let told = Number.NEGATIVE_INFINITY;
    const stir = (event: Event) => {
      if (event.timeStamp - told < breath) return;
      told = event.timeStamp;
      // One that is lost is followed by another; a lock that came first shows itself.
      client.lock.stir().catch(() => undefined);
    };
    const how = { capture: true, passive: true };
    for (const sign of signs) window.addEventListener(sign, stir, how);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, stir, how);
    };
  }, [on]);
}
