import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../../shared/refusal.ts';
import type { Clock } from '../clock.ts';

/** When a conversation was: as an instant in milliseconds, and as a local day. */
export interface Happened {
  at: number;
  day: string;
}

/**
 * When a conversation happened, from what was said of it: now when nothing was, noon when only
 * another day is known. Refuses what is still ahead.
 */
export function happened(clock: Clock, day?: string, time?: string): Happened {
  const today = clock.today();
  const onDay = day ?? today;
  if (onDay > today) refuse();
  if (onDay === today && time === undefined) return { at: clock.now(), day: today };
  const at = Temporal.PlainDate.from(onDay).toZonedDateTime({
    timeZone: clock.zone(),
    plainTime: time ?? '12:00',
  }).epochMilliseconds;
  if (at > clock.now()) refuse();
  return { at, day: onDay };
}

/** The same time of day on another day; now, when that would be later than now. */
export function movedTo(clock: Clock, at: number, day: string): Happened {
  if (day > clock.today()) refuse();
  const time = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(clock.zone())
    .toPlainTime();
  const moved = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: clock.zone(),
    plainTime: time,
  }).epochMilliseconds;
  return { at: Math.min(moved, clock.now()), day };
}

function refuse(): never {
  throw new Refusal(
    'invalid',
    'That is still ahead. Write a conversation down once you have had it.',
    'happenedDay',
  );
}
