import type { Settings } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { isQuiet, type QuietHours } from '../../../shared/quiet.ts';
import { instantOf, localDay, localTime } from '../clock.ts';

type Hours = QuietHours & Pick<Settings, 'remindersPausedUntil'>;

/**
 * When reminders may be told again: the instant at which the quiet hours and the pause are over,
 * or null when they may be told at `now`. Quiet hours may go over midnight.
 */
export function quietUntil(now: number, zone: string, hours: Hours): number | null {
  const paused = hours.remindersPausedUntil;
  const isPaused = paused !== '' && localDay(now, zone) < paused;
  const from = isPaused ? instantOf(paused, '00:00', zone) : now;
  const end = quietEnd(from, zone, hours) ?? from;
  return end === now ? null : end;
}

/** The end of the quiet hours in which an instant lies; null when it lies in none. */
function quietEnd(now: number, zone: string, hours: Hours): number | null {
  const { quietFrom, quietUntil: until } = hours;
  const [day, time] = [localDay(now, zone), localTime(now, zone)];
  if (!isQuiet(time, hours)) return null;
  const endsTomorrow = quietFrom > until && time >= quietFrom;
  return instantOf(endsTomorrow ? addDays(day, 1) : day, until, zone);
}
