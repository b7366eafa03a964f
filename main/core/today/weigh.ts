import type { Reason } from '../../../shared/contract/contract.ts';
import type { Candidate } from './facts.ts';

type Voice = Extract<Reason, { kind: 'voice' }>;

/** Promises and complaints together never weigh more than this, for each person a day asked for. */
const mostForDuties = 8;
/** Other words and dates never weigh more than this. */
const mostForOccasions = 1.13;
/** Words that have waited longer than this are no longer pressing, only not forgotten. */
const pressingDays = 30;

/**
 * How much speaks for turning to somebody today. A pure sum, so that it can be explained:
 *
 *     weight = duties × load + the greater of silence and occasions ÷ load²
 *
 * - `load` is how many persons a day the circles ask for (Σ 1 ÷ rhythm), at least 1.
 * - duties: the heaviest promise (7 on its day, 4.4 on the eve of it; 6 when late, growing
 *   to 6.9) and the heaviest complaint (4.5, 5.25 on the day after, growing to 5.25), at most 8.
 * - occasions: the heaviest other words (question 1.1, else 1.07, growing by 0.03) or the nearest
 *   date (1.03, on its day 1.05). So they go before whoever has just become overdue, and give way to
 *   whoever waits clearly longer; the more so as the load grows (Today shows them all the same).
 * - silence: days since contact ÷ rhythm, without any upper end; below 1 for somebody new. So
 *   among the silent it is always the one whose rhythm is stretched the most.
 * - Whoever was put off yesterday counts half today, except for a promise.
 *
 * The bound on neglect. Let L be the load, N the people of the house, r somebody's rhythm. When
 * their stretch passes B = 8 L + 1.13, nobody is named before them who is not overdue too. Each other
 * person j named while their stretch is above B + 2 L has a stretch of at least 2 L, so was named
 * at most once in 2 L rⱼ days, and once at first: in x days x ≤ N + x Σ 1 ÷ (2 L rⱼ) ≤ N + x ÷ 2.
 * Hence, with one step on every day and whatever else comes in, nobody in a circle waits longer
 * than `longestNeglect` = r (10 L + 1.13) + 2 N days. That is the worst case of a house which drowns
 * in duties; where duties leave some days free, it is near r × L (tests/core/today).
 */
export function weigh(candidate: Candidate, load: number): number {
  const heaviest = (weights: number[]) => Math.max(0, ...weights);
  const { reasons } = candidate;
  const promise = heaviest(reasons.map(promiseWeight));
  const complaint = heaviest(reasons.map((reason) => (isComplaint(reason) ? due(reason) : 0)));
  const words = heaviest(reasons.map((reason) => (isComplaint(reason) ? 0 : wordsWeight(reason))));
  const date = heaviest(reasons.map(dateWeight));

  const duties = Math.min(mostForDuties, promise + complaint) * load;
  const occasions = Math.max(words, date) / load ** 2;
  const whole = duties + Math.max(occasions, candidate.stretch);
  if (!candidate.putOffYesterday) return whole;
  const promised = promise * load;
  return promised + (whole - promised) / 2;
}

/** The most days that somebody of a rhythm can wait; derived at `weigh`. */
export function longestNeglect(rhythmDays: number, load: number, people: number): number {
  return rhythmDays * ((mostForDuties + 2) * load + mostForOccasions) + 2 * people;
}

function promiseWeight(reason: Reason): number {
  if (reason.kind !== 'promise') return 0;
  if (reason.daysLate < 0) return 4.4;
  return reason.daysLate === 0 ? 7 : 6 + Math.min(reason.daysLate, 30) * 0.03;
}

function isComplaint(reason: Reason): reason is Voice {
  return (
    reason.kind === 'voice' && reason.tone === 'complaint' && reason.daysWaiting <= pressingDays
  );
}

/** A complaint of yesterday goes first: today is the last day on which the answer is prompt. */
function due(complaint: Voice): number {
  if (complaint.daysWaiting === 1) return 5.25;
  return 4.5 + complaint.daysWaiting / 40;
}

function wordsWeight(reason: Reason): number {
  if (reason.kind !== 'voice') return 0;
  return (reason.tone === 'question' ? 1.1 : 1.07) + Math.min(reason.daysWaiting, 15) / 500;
}

function dateWeight(reason: Reason): number {
  if (reason.kind !== 'date') return 0;
  return reason.inDays <= 0 ? 1.05 : 1.03;
}
