import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';

/** Milliseconds by which a clock may run ahead or behind between two looks without having been set. */
const drift = 5_000;

/**
 * Rings when the local day has turned, and when the time is not what it ought to be: the machine
 * has slept, its clock was set, or it is in another zone now (`changed` with the topic `clock`).
 * `elapsed` counts the milliseconds that the machine was awake.
 */
export function createTimeWatch(
  clock: Clock,
  bell: Bell,
  { every = 20_000, elapsed = () => performance.now() } = {},
) {
  const look = () => ({
    day: clock.today(),
    zone: clock.zone(),
    ahead: clock.now() - elapsed(),
  });
  let known = look();
  const timer = setInterval(() => {
    const present = look();
    const before = known;
    known = present;
    if (present.day !== before.day) bell.ring({ type: 'day-turned', day: present.day });
    if (present.zone !== before.zone || Math.abs(present.ahead - before.ahead) > drift) {
      bell.ring({ type: 'changed', topics: ['clock'] });
    }
  }, every);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
