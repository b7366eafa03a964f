import type { Candidate } from './facts.ts';
import { weigh } from './weigh.ts';

/**
 * Those who have a reason, in the order in which they would be named: the heaviest first, then
 * the longest silence, then the id, so that the same facts always give the same order. `load` is
 * how many persons a day the circles ask for.
 */
export function inOrder(candidates: readonly Candidate[], load: number): Candidate[] {
  return candidates
    .filter((candidate) => candidate.reasons.length > 0)
    .map((candidate) => ({ candidate, weight: weigh(candidate, Math.max(1, load)) }))
    .sort(
      (one, other) =>
        other.weight - one.weight ||
        other.candidate.silentDays - one.candidate.silentDays ||
        (one.candidate.customerId < other.candidate.customerId ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}
