import type { Circle, Settings } from './contract/contract.ts';
import { daysBetween } from './dates.ts';

/** The days of each circle, as they are set. */
export type CircleDays = Pick<Settings, 'innerDays' | 'regularDays' | 'widerDays'>;

/** Over how many days a window dims for somebody who is kept without a rhythm. */
const dimsWithoutRhythm = 91;

/**
 * The rhythm in force, in days: a person's own before their circle's. Null for the circle
 * `none`, which waits until they speak or a promise is due, whatever was set before.
 */
export function rhythmInForce(
  circle: Circle,
  ownDays: number | null,
  days: CircleDays,
): number | null {
  if (circle === 'none') return null;
  if (ownDays !== null) return ownDays;
  return { inner: days.innerDays, regular: days.regularDays, wider: days.widerDays }[circle];
}

/** A rhythm stretched by a factor, in whole weeks; never shorter than it was, two years at most. */
export function fitted(days: number, stretch: number): number {
  if (stretch <= 1) return days;
  return Math.max(days, Math.min(730, Math.ceil((days * stretch) / 7) * 7));
}

/** The circles' rhythms, each stretched by the same factor, so that one person a day does. */
export function fittedCircles(days: CircleDays, stretch: number): CircleDays {
  return {
    innerDays: fitted(days.innerDays, stretch),
    regularDays: fitted(days.regularDays, stretch),
    widerDays: fitted(days.widerDays, stretch),
  };
}

/** Days since you last spoke, or since they were added when you never did. Never negative. */
export function silence(lastSpokeDay: string | null, addedDay: string, today: string): number {
  return Math.max(0, daysBetween(lastSpokeDay ?? addedDay, today));
}

/** How far the rhythm is used up: above 1 is overdue. Null without a rhythm. */
export function stretch(silentDays: number, rhythmDays: number | null): number | null {
  return rhythmDays === null ? null : silentDays / rhythmDays;
}

/**
 * How warm their window is lit: 1 on the day you spoke, falling to 0 as the rhythm runs out.
 * Somebody you never spoke with is not lit; without a rhythm it dims as the wider circle does.
 */
export function warmth(
  lastSpokeDay: string | null,
  rhythmDays: number | null,
  today: string,
): number {
  if (lastSpokeDay === null) return 0;
  const silent = Math.max(0, daysBetween(lastSpokeDay, today));
  return Math.max(0, 1 - silent / (rhythmDays ?? dimsWithoutRhythm));
}

/**
 * The rhythm in which you really speak: the median gap, in whole days, between three or more
 * different days. Null when there are fewer, when there is no rhythm to compare it with, or when
 * it is near the one in force, or near the one that was proposed before and left (`isAnother`).
 */
export function seenRhythm(
  spokeDays: readonly string[],
  inForce: number | null,
  left: number | null = null,
): number | null {
  const days = [...new Set(spokeDays)].sort();
  if (inForce === null || days.length < 3) return null;
  const gaps = days
    .slice(1)
    .map((day, index) => daysBetween(days[index] ?? day, day))
    .sort((one, other) => one - other);
  const seen = Math.min(730, Math.max(1, Math.round(median(gaps))));
  const isNews = isAnother(seen, inForce) && (left === null || isAnother(seen, left));
  return isNews ? seen : null;
}

/** Clearly another rhythm: half as much again or less than two thirds, and three days off at least. */
function isAnother(seen: number, known: number): boolean {
  return (seen >= known * 1.5 || seen <= known / 1.5) && Math.abs(seen - known) >= 3;
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
