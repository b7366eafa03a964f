import { inOrder } from '../../main/core/today/choose.ts';
import type { Candidate } from '../../main/core/today/facts.ts';
import { paceOf } from '../../main/core/today/pace.ts';
import { candidateOf, silenceFrom } from '../../main/core/today/reasons.ts';
import { isAtRest } from '../../main/core/today/rest.ts';
import { isDuty } from '../../main/core/today/turn.ts';
import { daysToBirthday, factsOf, writtenDay } from './facts.ts';
import { type Morning, type Named, type Person, type Rule, silentDays } from './morning.ts';

/** Ours: the very functions by which the app chooses (main/core/today: pace, rest, reasons, turn, choose). */
export const porchlight: Rule = (morning) => chosen(morning, (candidate) => candidate);

/**
 * Our duties put before somebody else's rule: promises and complaints, in the order in which we
 * take them. With them goes our peace for those who were tried in vain, which belongs to the house
 * and not to a rule; so only the choice among the rest differs.
 */
export function dutiesThen(rule: Rule): Rule {
  const dutiesOf = (candidate: Candidate) => ({
    ...candidate,
    reasons: candidate.reasons.filter(isDuty),
  });
  return (morning) =>
    chosen(morning, dutiesOf) ??
    rule({ ...morning, people: morning.people.filter((one) => !isInPeace(one, morning.day)) });
}

/** Whether somebody is left in peace on a day, because they were tried in vain. */
export function isInPeace(person: Person, day: number): boolean {
  return person.attempts > 0 && isAtRest(factsOf(person, day), writtenDay(day));
}

function chosen(morning: Morning, seen: (candidate: Candidate) => Candidate): Named | undefined {
  const { day, people, perDay } = morning;
  const today = writtenDay(day);
  const pace = paceOf(perDay);
  const candidates = people
    .filter((person) => mayHaveReason(person, day))
    .map((person) => factsOf(person, day))
    .filter((facts) => !isAtRest(facts, today))
    .map((facts) => seen(candidateOf(facts, today)));
  const [first] = inOrder(candidates, pace);
  const person = people.find(({ id }) => id === first?.customerId);
  return first && person && { person, reasons: first.reasons };
}

/** Only spares the work for those in whom the rule would find no reason at all. */
function mayHaveReason(person: Person, day: number): boolean {
  const { rhythmDays } = person;
  return (
    person.promises.length > 0 ||
    person.voices.length > 0 ||
    (daysToBirthday(person, day) ?? Number.POSITIVE_INFINITY) <= 3 ||
    (rhythmDays !== null &&
      (person.lastSpokeDay === null || silentDays(person, day) >= rhythmDays * silenceFrom))
  );
}
