import { inOrder } from '../../main/core/today/choose.ts';
import type { Candidate, Facts } from '../../main/core/today/facts.ts';
import { candidateOf } from '../../main/core/today/reasons.ts';
import { isAtRest } from '../../main/core/today/rest.ts';
import { addDays } from '../../shared/dates.ts';
import { type Person, type Rule, type Shop, silentDays } from './shop.ts';
import { daysOfYear } from './year.ts';

const dayLength = 86_400_000;
const firstDay = '2026-01-01';
const earliest = -2 * daysOfYear;
const written = Array.from({ length: 5 * daysOfYear }, (_, index) =>
  addDays(firstDay, index + earliest),
);
const dayOf = (day: number) => written[day - earliest] ?? firstDay;
/** A promise is shown on its eve already, and a birthday these days ahead (the product's notice). */
const eve = 1;
const birthdayNotice = 3;

/** Ours: the rule of the product itself (`reasons`, `rest`, `weigh` and `choose`). */
export const porchlight: Rule = (shop) => chosen(shop, () => true);

/**
 * Our duties put before somebody else's rule: promises and complaints as we weigh them. With them
 * goes our peace for those who were tried in vain, so that only the choice among the rest differs.
 */
export function dutiesThen(rule: Rule): Rule {
  const isDuty = ({ reasons }: Candidate) =>
    reasons.some(
      (reason) =>
        reason.kind === 'promise' || (reason.kind === 'voice' && reason.tone === 'complaint'),
    );
  return (shop) => {
    const today = dayOf(shop.day);
    const people = shop.people.filter((person) => !isAtRest(factsOf(person, shop.day), today));
    return chosen(shop, isDuty) ?? rule({ ...shop, people });
  };
}

function chosen(shop: Shop, wanted: (candidate: Candidate) => boolean): Person | undefined {
  const today = dayOf(shop.day);
  const candidates = shop.people
    .filter((person) => mayHaveReason(person, shop.day))
    .map((person) => factsOf(person, shop.day))
    .filter((facts) => !isAtRest(facts, today))
    .map((facts) => candidateOf(facts, today))
    .filter(wanted);
  const [first] = inOrder(candidates, shop.load);
  return shop.people.find((person) => person.id === first?.customerId);
}

/** Only spares the work for those in whom the rule would find no reason at all. */
function mayHaveReason(person: Person, day: number): boolean {
  return (
    person.lastSpokeDay === null ||
    person.promises.length > 0 ||
    person.voices.length > 0 ||
    person.birthday !== null ||
    (person.rhythmDays !== null && silentDays(person, day) >= person.rhythmDays)
  );
}

/** The person as the database would tell of them to the rule. */
function factsOf(person: Person, day: number): Facts {
  return {
    customerId: person.id,
    circle: person.circle,
    rhythmDays: person.rhythmDays,
    addedDay: dayOf(person.addedDay),
    lastSpokeDay: person.lastSpokeDay === null ? null : dayOf(person.lastSpokeDay),
    attempts: person.attempts,
    lastAttempt:
      person.lastAttemptDay === null
        ? null
        : { day: dayOf(person.lastAttemptDay), at: person.lastAttemptDay * dayLength },
    putOffYesterday: false,
    promises: person.promises
      .filter((promise) => promise.dueDay <= day + eve)
      .map(({ id, madeDay, dueDay }) => ({
        followUpId: id,
        text: id,
        dueDay: dayOf(dueDay),
        wakeDay: dayOf(dueDay),
        madeAt: madeDay * dayLength,
      })),
    voices: person.voices.map(({ id, tone, day: said }) => ({
      mentionId: id,
      tone,
      saidAt: said * dayLength,
      saidDay: dayOf(said),
      excerpt: '',
      sourceName: '',
    })),
    dates: birthdayOf(person, day),
  };
}

/** A birthday within its notice; one that was wished well within it already is no reason again. */
function birthdayOf({ birthday, lastSpokeDay }: Person, day: number): Facts['dates'] {
  if (birthday === null) return [];
  const next = birthday >= day ? birthday : birthday + daysOfYear;
  const wished = lastSpokeDay !== null && next - lastSpokeDay <= birthdayNotice;
  if (next - day > birthdayNotice || wished) return [];
  return [{ label: '', kind: 'birthday', day: dayOf(next), years: null }];
}
