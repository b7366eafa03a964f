import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which others get a turn: whoever types never waits. */
const longest = 12;

/** Goes through a long list, letting others in between; each item is seen once, in order. */
export async function unhurried<T>(
  items: Iterable<T>,
  see: (item: T, index: number) => void,
): Promise<void> {
  let since = performance.now();
  let index = 0;
  for (const item of items) {
    see(item, index);
    index += 1;
    if (performance.now() - since < longest) continue;
    await setImmediate();
    since = performance.now();
  }
}
