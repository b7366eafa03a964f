import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';

/** Rings when the local day has turned, also after the machine has slept over midnight. */
export function createDayWatch(clock: Clock, bell: Bell, everyMilliseconds = 20_000) {
  let known = clock.today();
  const timer = setInterval(() => {
    const day = clock.today();
    if (day === known) return;
    known = day;
    bell.ring({ type: 'day-turned', day });
  }, everyMilliseconds);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
