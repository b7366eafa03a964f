/** Turns that are taken one after the other. */
export interface Turns {
  take(): Promise<void>;
  give(): void;
}

/** So many turns at a time; who comes later waits until one is given back. */
export function createTurns(count: number): Turns {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async take() {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    give() {
      const next = waiting.shift();
      if (next) next();
      else free++;
    },
  };
}
