import { daysLookedAt, isForDuty, type LatestDays } from '../../main/core/today/load.ts';
import { type CircleDays, rhythmInForce } from '../../shared/rhythm.ts';
import { seeded } from '../support/seeded.ts';
import { daysToBirthday } from './facts.ts';
import { type Named, type Person, type Rule, silentDays } from './morning.ts';
import { isInPeace } from './porchlight.ts';
import { usualCircles, type Year } from './shop-year.ts';

/** What a year under a rule came to. Shares are between 0 and 1. */
export interface Outcome {
  /** Of the promises due, those kept on their day at the latest. */
  promisesKept: number;
  /** Of the complaints, those answered on their day or the next. */
  complaintsAnswered: number;
  /** Of the birthdays known, those on which, or in the three days before, there was a talk. */
  birthdaysKept: number;
  /** Of the days of all who have a rhythm, those that ended within it. */
  rhythmKept: number;
  /** The longest silence of anybody, in their own rhythms. */
  longestNeglect: number;
  daysWithPick: number;
  /** People with a rhythm who were not spoken with all year. */
  neverReached: number;
  /** How many persons a day the circles ask for. */
  perDay: number;
  /** The latest days of the year, as the honest arithmetic of the app looks at them. */
  latest: LatestDays;
  waits: Wait[];
}

/** One silence from its beginning (or the year's) to its end, as the bound on neglect counts it. */
export interface Wait {
  rhythmDays: number;
  days: number;
  /** Days in it on which nobody at all was reached, or on which this person was left in peace. */
  daysWithout: number;
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
  const perDay = keeping.reduce((sum, person) => sum + 1 / (person.rhythmDays ?? 1), 0);
  const random = seeded(seed + 1);
  const count = { kept: 0, answered: 0, birthdays: 0, wished: 0, within: 0, picks: 0 };
  const latest: LatestDays = { days: 0, done: 0, duties: 0 };
  const waits: Wait[] = [];
  const daysWithout = new Map<Person, number>();
  let longestNeglect = 0;

  /** The silence of somebody as it ends on a day. */
  const endWait = (person: Person, day: number) => {
    if (person.rhythmDays === null) return;
    const days = day - Math.max(0, person.lastSpokeDay ?? 0);
    const without = daysWithout.get(person) ?? 0;
    waits.push({ rhythmDays: person.rhythmDays, days, daysWithout: without });
    daysWithout.set(person, 0);
  };

  /** The keeper turns to somebody, and reaches them or not. Silence, promises and words end with a talk. */
  const turnTo = ({ person }: Named, day: number): boolean => {
    const answersInWriting = person.voices.length > 0;
    if (!answersInWriting && year.misses(person.who, day)) {
      person.attempts += 1;
      person.lastAttemptDay = day;
      return false;
    }
    const inTime = ({ dueDay }: { dueDay: number }) => dueDay >= day && dueDay < year.days;
    const prompt = person.voices.filter((one) => one.tone === 'complaint' && day - one.day <= 1);
    count.kept += person.promises.filter(inTime).length;
    count.answered += prompt.length;
    endWait(person, day);
    person.lastSpokeDay = day;
    person.spokeDays.push(day);
    Object.assign(person, { attempts: 0, lastAttemptDay: null, promises: [], voices: [] });
    return true;
  };

  for (let day = 0; day < year.days; day += 1) {
    for (const promise of year.promises.get(day) ?? []) people[promise.who]?.promises.push(promise);
    for (const voice of year.voices.get(day) ?? []) people[voice.who]?.voices.push(voice);
    const inPeace = new Set(keeping.filter((person) => isInPeace(person, day)));
    const named = rule({ day, people, perDay, random });
    const reached = named !== undefined && !year.idle[day] && turnTo(named, day);
    if (named) count.picks += 1;
    if (named && day >= year.days - daysLookedAt) {
      latest.days += 1;
      if (reached) latest.done += 1;
      if (reached && isForDuty(named.reasons)) latest.duties += 1;
    }
    for (const person of keeping) {
      if (!reached || inPeace.has(person)) {
        daysWithout.set(person, (daysWithout.get(person) ?? 0) + 1);
      }
      const neglect = silentDays(person, day) / (person.rhythmDays ?? 1);
      if (neglect <= 1) count.within += 1;
      longestNeglect = Math.max(longestNeglect, neglect);
    }
    for (const person of people) {
      if (daysToBirthday(person, day) !== 0) continue;
      count.birthdays += 1;
      if (person.lastSpokeDay !== null && day - person.lastSpokeDay <= 3) count.wished += 1;
    }
  }
  for (const person of keeping) endWait(person, year.days);

  const promises = [...year.promises.values()].flat();
  const due = promises.filter((promise) => promise.dueDay < year.days).length;
  const voices = [...year.voices.values()].flat();
  const complaints = voices.filter((voice) => voice.tone === 'complaint').length;
  return {
    promisesKept: count.kept / Math.max(1, due),
    complaintsAnswered: count.answered / Math.max(1, complaints),
    birthdaysKept: count.wished / Math.max(1, count.birthdays),
    rhythmKept: count.within / (Math.max(1, keeping.length) * year.days),
    longestNeglect,
    daysWithPick: count.picks,
    neverReached: keeping.filter((person) => person.spokeDays.length === 0).length,
    perDay,
    latest,
    waits,
  } satisfies Outcome;
}
