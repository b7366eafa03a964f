import { inOrder } from '../../../main/core/today/choose.ts';
import type { Facts } from '../../../main/core/today/facts.ts';
import { candidateOf } from '../../../main/core/today/reasons.ts';
import { isAtRest } from '../../../main/core/today/rest.ts';
import type { Rule } from './simulated-town.ts';

/** Ours: the rule of the product, as the house applies it. */
export const ours: Rule = (people, today, load) => {
  const candidates = people
    .filter((person) => !isAtRest(person, today))
    .map((person) => candidateOf(person, today));
  return inOrder(candidates, load)[0]?.customerId;
};

/** Promises, then complaints, then whoever has the highest value of something: a plain rival. */
export function dutiesThen(value: (person: Facts, today: string) => number): Rule {
  return (people, today) => {
    const awake = people.filter((person) => !isAtRest(person, today));
    const dueToday = awake.find((person) => person.promises.some((one) => one.dueDay === today));
    const promised = dueToday ?? awake.find((person) => person.promises.length > 0);
    if (promised) return promised.customerId;
    const unhappy = most(awake, (person) =>
      Math.max(
        ...person.voices.map((one) => (one.tone === 'complaint' ? 1 / (1 + one.saidAt) : -1)),
        -1,
      ),
    );
    if (unhappy?.voices.some((one) => one.tone === 'complaint')) return unhappy.customerId;
    return most(awake, (person) => value(person, today))?.customerId;
  };
}

/** How far somebody's rhythm is stretched today. */
export const stretchOf = (person: Facts, today: string) => candidateOf(person, today).stretch;

/** How long somebody has been silent today. */
export const silenceOf = (person: Facts, today: string) => candidateOf(person, today).silentDays;

function most(people: readonly Facts[], value: (person: Facts) => number): Facts | undefined {
  let best: Facts | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const person of people) {
    const worth = value(person);
    if (worth > highest) {
      highest = worth;
      best = person;
    }
  }
  return best;
}
