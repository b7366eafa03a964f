import { createTurns } from './turns.ts';

/** How long one may hold a place before the next may have it, in milliseconds. */
const patience = 2000;

/** Places for those that work at the same time. */
export interface Places {
  /** Waits for a place and works in it. Whoever takes long works on without one. */
  work<T>(task: () => Promise<T>): Promise<T>;
}

/**
 * So many places, given in turn. One website that does not answer must not hold up the others, so
 * the slow give their place away; at most `mostSlow` of them, because each may hold a whole answer
 * in memory.
 */
export function createPlaces(count: number, mostSlow: number): Places {
  const turns = createTurns(count);
  let slow = 0;

  return {
    async work(task) {
      await turns.take();
      let isSlow = false;
      const timer = setTimeout(() => {
        if (slow >= mostSlow) return;
        isSlow = true;
        slow++;
        turns.give();
      }, patience);
      try {
        return await task();
      } finally {
        clearTimeout(timer);
        if (isSlow) slow--;
        else turns.give();
      }
    },
  };
}
