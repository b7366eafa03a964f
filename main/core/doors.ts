/** Keeps everybody waiting outside while the database is exchanged. */
export interface Doors {
  /** Settles as soon as the house may be asked; undefined when that is now. */
  whenOpen(): Promise<void> | undefined;
  /** Shuts the doors for some work, and opens them whatever comes of it. */
  shutFor<T>(work: () => Promise<T>): Promise<T>;
}

export function createDoors(): Doors {
  let shut: Promise<void> | undefined;
  return {
    whenOpen: () => shut,
    async shutFor(work) {
      while (shut) await shut;
      let open = () => {};
      shut = new Promise((resolve) => {
        open = resolve;
      });
      try {
        return await work();
      } finally {
        shut = undefined;
        open();
      }
    },
  };
}
