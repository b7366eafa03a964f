import { daysBetween } from '../../../shared/dates.ts';
import type { Facts } from './facts.ts';

/** After an attempt that reached nobody: the days, its own among them, without being named. */
export const coolingDays = 2;
/** After every so many attempts in a row that reached nobody, the person rests. */
export const attemptsUntilRest = 3;
/** A rest is a week; from the third one on twice as long as the last, and a season at most. */
export const shortestRest = 7;
export const longestRest = 91;

/** For how many days after the last of so many attempts in vain somebody is left in peace. */
export function restAfter(attempts: number): number {
  if (attempts === 0 || attempts % attemptsUntilRest !== 0) return coolingDays;
  const doubled = Math.max(0, attempts / attemptsUntilRest - 2);
  return Math.min(longestRest, shortestRest * 2 ** doubled);
}

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
  if (lastChance && facts.attempts % attemptsUntilRest !== 0) return false;
  return daysBetween(lastAttempt.day, today) < restAfter(facts.attempts);
}
