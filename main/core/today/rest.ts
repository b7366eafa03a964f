import { daysBetween } from '../../../shared/dates.ts';
import type { Facts } from './facts.ts';

/** After an attempt that reached nobody: the days, its own among them, without being named. */
export const coolingDays = 2;
/** So many attempts in a row that reached nobody, and the person rests. */
export const attemptsUntilRest = 3;
/** How long the rest lasts, counted from the last attempt; no longer than their rhythm, though. */
export const restDays = 30;

/**
 * Whether somebody is to be left in peace today, because they were tried in vain. They are not,
 * whatever the attempts, when they have spoken since the last one or a promise has come due since;
 * nor, before they rest, on the last day on which a complaint can be answered promptly.
 */
export function isAtRest(facts: Facts, today: string): boolean {
  const { lastAttempt } = facts;
  if (!lastAttempt || facts.attempts === 0) return false;
  if (facts.voices.some((voice) => voice.saidAt > lastAttempt.at)) return false;
  if (facts.promises.some((promise) => promise.wakeDay > lastAttempt.day)) return false;
  if (facts.promises.some((promise) => promise.madeAt > lastAttempt.at)) return false;
  const lastChance = facts.voices.some(
    ({ tone, saidDay }) => tone === 'complaint' && daysBetween(saidDay, today) === 1,
  );
  if (lastChance && facts.attempts < attemptsUntilRest) return false;
  const since = daysBetween(lastAttempt.day, today);
  return (
    since < coolingDays ||
    (facts.attempts >= attemptsUntilRest &&
      since < Math.min(restDays, facts.rhythmDays ?? restDays))
  );
}
