import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';

export interface TimeWatch {
  /** The machine has woken: looks at once, and rings, because all alarms may be late. */
  woke(): void;
  stop(): void;
}

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
): TimeWatch {
  const look = () => ({
    day: clock.today(),
    zone: clock.zone(),
    ahead: clock.now() - elapsed(),
  });
  let known = look();
  const compare = (woke: boolean) => {
    const present = look();
    const before = known;
    known = present;
    if (present.day !== before.day) bell.ring({ type: 'day-turned', day: present.day });
    const isOther = present.zone !== before.zone || Math.abs(present.ahead - before.ahead) > drift;
    if (woke || isOther) bell.ring({ type: 'changed', topics: ['clock'] });
  };
  const timer = setInterval(() => compare(false), every);
  timer.unref();
  return { stop: () => clearInterval(timer), woke: () => compare(true) };
}
