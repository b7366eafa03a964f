import { type CircleDays, rhythmInForce } from '../../shared/rhythm.ts';
import { seeded } from './seeded.ts';
import { type Person, type Rule, silentDays } from './shop.ts';
import { daysOfYear, usualCircles, type Year } from './year.ts';

/** What a year under a rule came to. Shares are between 0 and 1. */
export interface Outcome {
  /** Of the promises due, those kept on their day at the latest. */
  promisesKept: number;
  /** Of the complaints, those answered on their day or the next. */
  complaintsAnswered: number;
  /** Of the days of all who have a rhythm, those that ended within it. */
  rhythmKept: number;
  /** The longest silence of anybody, in their own rhythms. */
  longestNeglect: number;
  daysWithPick: number;
  /** People with a rhythm who were not spoken with all year. */
  neverReached: number;
  /** How many persons a day the circles ask for. */
  load: number;
  /** Steps that reached somebody, and those of them that a promise or a complaint called for. */
  steps: number;
  dutySteps: number;
  waits: Wait[];
}

/** One silence from its beginning (or the year's) to its end, as the bound on neglect counts it. */
export interface Wait {
  rhythmDays: number;
  days: number;
  /** Days in it on which nobody at all was reached. */
  withoutStep: number;
  /** Attempts in it that did not reach this person. */
  attempts: number;
}

/** Lives through a year under a rule, with circles as they are or as they were stretched. */
export function live(year: Year, rule: Rule, seed: number, circles: CircleDays = usualCircles) {
  const people = year.customers.map(
    (customer, who): Person => ({
      ...customer,
      who,
      rhythmDays: rhythmInForce(customer.circle, null, circles),
      spokeDays: [],
      attempts: 0,
      lastAttemptDay: null,
      promises: [],
      voices: [],
    }),
  );
  const keeping = people.filter((person) => person.rhythmDays !== null);
  const load = keeping.reduce((sum, person) => sum + 1 / (person.rhythmDays ?? 1), 0);
  const random = seeded(seed + 1);
  const stepless = [0];
  const waits: Wait[] = [];
  const count = { kept: 0, answered: 0, within: 0, picks: 0, steps: 0, dutySteps: 0 };
  let longestNeglect = 0;

  /** The silence of somebody as it ends on a day. */
  const endWait = (person: Person, day: number) => {
    if (person.rhythmDays === null) return;
    const from = Math.max(0, person.lastSpokeDay ?? 0);
    const withoutStep = (stepless[day] ?? 0) - (stepless[from] ?? 0);
    const { rhythmDays, attempts } = person;
    waits.push({ rhythmDays, days: day - from, withoutStep, attempts });
  };

  for (let day = 0; day < daysOfYear; day += 1) {
    for (const promise of year.promises) {
      if (promise.madeDay === day) people[promise.who]?.promises.push(promise);
    }
    for (const voice of year.voices) {
      if (voice.day === day) people[voice.who]?.voices.push(voice);
    }
    const named = rule({ day, people, load, random });
    if (named) count.picks += 1;
    let reached = false;
    if (named && !year.idle[day]) {
      reached = !year.missed[day];
      if (reached) {
        const kept = named.promises.filter((one) => one.dueDay >= day && one.dueDay < daysOfYear);
        const complaints = named.voices.filter((one) => one.tone === 'complaint');
        count.kept += kept.length;
        count.answered += complaints.filter((one) => day - one.day <= 1).length;
        count.steps += 1;
        if (complaints.length > 0 || named.promises.some((one) => one.dueDay <= day + 1)) {
          count.dutySteps += 1;
        }
        endWait(named, day);
        named.lastSpokeDay = day;
        named.spokeDays.push(day);
        Object.assign(named, { attempts: 0, lastAttemptDay: null, promises: [], voices: [] });
      } else {
        named.attempts += 1;
        named.lastAttemptDay = day;
      }
    }
    stepless.push((stepless[day] ?? 0) + (reached ? 0 : 1));
    for (const person of keeping) {
      const neglect = silentDays(person, day) / (person.rhythmDays ?? 1);
      if (neglect <= 1) count.within += 1;
      longestNeglect = Math.max(longestNeglect, neglect);
    }
  }
  for (const person of keeping) endWait(person, daysOfYear);

  const due = year.promises.filter((promise) => promise.dueDay < daysOfYear).length;
  const complaints = year.voices.filter((voice) => voice.tone === 'complaint').length;
  return {
    promisesKept: count.kept / Math.max(1, due),
    complaintsAnswered: count.answered / Math.max(1, complaints),
    rhythmKept: count.within / (Math.max(1, keeping.length) * daysOfYear),
    longestNeglect,
    daysWithPick: count.picks,
    neverReached: keeping.filter((person) => person.spokeDays.length === 0).length,
    load,
    steps: count.steps,
    dutySteps: count.dutySteps,
    waits,
  } satisfies Outcome;
}
