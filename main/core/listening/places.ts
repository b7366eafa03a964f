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
  const waiting: (() => void)[] = [];
  let free = count;
  let slow = 0;

  function give(): void {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }

  async function take(): Promise<void> {
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  return {
    async work(task) {
      await take();
      let isSlow = false;
      const timer = setTimeout(() => {
        if (slow >= mostSlow) return;
        isSlow = true;
        slow++;
        give();
      }, patience);
      try {
        return await task();
      } finally {
        clearTimeout(timer);
        if (isSlow) slow--;
        else give();
      }
    },
  };
}
