import type { Candidate } from './facts.ts';
import type { Pace } from './pace.ts';
import { turnOf } from './turn.ts';

/**
 * Those who have a reason, in the order in which they would be named: by their turn, then the most
 * of their rhythm used up, then the longest silence, then the id, so that the same facts always
 * give the same order.
 */
export function inOrder(candidates: readonly Candidate[], pace: Pace): Candidate[] {
  return candidates
    .filter((candidate) => candidate.reasons.length > 0)
    .map((candidate) => ({ candidate, turn: turnOf(candidate, pace) }))
    .sort(
      (one, other) =>
        one.turn.place - other.turn.place ||
        other.turn.urgency - one.turn.urgency ||
        other.candidate.stretch - one.candidate.stretch ||
        other.candidate.silentDays - one.candidate.silentDays ||
        (one.candidate.customerId < other.candidate.customerId ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}
