import type { Facts } from '../../../main/core/today/facts.ts';
import type { Circle, Tone } from '../../../shared/contract/contract.ts';
import { addDays, daysBetween, nextOccurrence } from '../../../shared/dates.ts';

/** What a year in a town looks like; rates are per day. */
export interface TownOptions {
  seed: number;
  people: number;
  days: number;
  promisesPerDay: number;
  complaintsPerDay: number;
  otherVoicesPerDay: number;
  /** The share of people whose birthday is known. */
  birthdays: number;
  /** The share of attempts that reach nobody. */
  missed?: number;
  /** Shares of inner and regular; the rest are wider. */
  inner?: number;
  regular?: number;
  /** The longest time since anybody was spoken with when the year begins, in rhythms. */
  sinceAtFirst?: number;
}

/** Names somebody, or nobody: a rule under simulation. */
export type Rule = (people: readonly Facts[], today: string, load: number) => string | undefined;

export interface Outcome {
  promisesDue: number;
  promisesInTime: number;
  complaints: number;
  complaintsPrompt: number;
  /** The most that anybody's rhythm was stretched, counted from the year's first day at the earliest. */
  longestStretch: number;
  /** The same in days, for each circle. */
  longestDays: Record<Circle, number>;
  neverReached: number;
  load: number;
  idleDays: number;
  rhythms: Map<string, number>;
  worstDays: Map<string, number>;
}

const rhythmOf = { inner: 14, regular: 30, wider: 91 };

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Person extends Omit<Mutable<Facts>, 'promises' | 'voices'> {
  promises: Facts['promises'][number][];
  voices: Facts['voices'][number][];
  birthday: { year: null; month: number; day: number; yearly: true } | undefined;
  reached: number;
}

/** A seeded generator of numbers in [0, 1) (mulberry32), so that a year can be lived again. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lives through the days with one step on each, and counts. */
export function liveThrough(options: TownOptions, rule: Rule): Outcome {
  const random = seeded(options.seed);
  const start = '2026-01-01';
  const people = Array.from({ length: options.people }, (_, index) =>
    somebody(index, options, start, random),
  );
  const byId = new Map(people.map((person) => [person.customerId, person]));
  const load = people.reduce((sum, person) => sum + 1 / (person.rhythmDays ?? Infinity), 0);
  const outcome: Outcome = {
    promisesDue: 0,
    promisesInTime: 0,
    complaints: 0,
    complaintsPrompt: 0,
    longestStretch: 0,
    longestDays: { inner: 0, regular: 0, wider: 0, none: 0 },
    neverReached: 0,
    load,
    idleDays: 0,
    rhythms: new Map(people.map((person) => [person.customerId, person.rhythmDays ?? 0])),
    worstDays: new Map(),
  };
  const coming: { day: string; personId: string; id: string }[] = [];
  const anybody = () => people[Math.floor(random() * people.length)] as Person;
  const arrivals = (rate: number) => Math.floor(rate) + (random() < rate % 1 ? 1 : 0);
  let made = 0;

  for (let number = 0; number < options.days; number += 1) {
    const today = addDays(start, number);
    const at = number * 86_400_000;
    for (let many = arrivals(options.promisesPerDay); many > 0; many -= 1) {
      made += 1;
      const day = addDays(today, 2 + Math.floor(random() * 12));
      coming.push({ day, personId: anybody().customerId, id: `promise ${made}` });
    }
    for (const promise of coming.filter((one) => one.day === today)) {
      outcome.promisesDue += 1;
      const { id } = promise;
      byId
        .get(promise.personId)
        ?.promises.push({ followUpId: id, text: id, dueDay: today, wakeDay: today, madeAt: at });
    }
    const speak = (tone: Tone, rate: number) => {
      for (let many = arrivals(rate); many > 0; many -= 1) {
        made += 1;
        const words = { tone, saidAt: at, saidDay: today, excerpt: '', sourceName: '' };
        anybody().voices.push({ mentionId: `voice ${made}`, ...words });
        if (tone === 'complaint') outcome.complaints += 1;
      }
    };
    speak('complaint', options.complaintsPerDay);
    speak('plain', options.otherVoicesPerDay);
    for (const person of people) person.dates = birthdayOf(person, today);

    const named = byId.get(rule(people, today, load) ?? '');
    if (!named) outcome.idleDays += 1;
    else if (random() < (options.missed ?? 0)) {
      named.attempts += 1;
      named.lastAttempt = { day: today, at };
    } else {
      note(outcome, named, start, today);
      outcome.promisesInTime += named.promises.filter((one) => one.dueDay === today).length;
      outcome.complaintsPrompt += named.voices.filter(
        (one) => one.tone === 'complaint' && daysBetween(one.saidDay, today) <= 1,
      ).length;
      Object.assign(named, { lastSpokeDay: today, attempts: 0, lastAttempt: null });
      named.promises = [];
      named.voices = [];
      named.reached += 1;
    }
  }
  for (const person of people) note(outcome, person, start, addDays(start, options.days));
  outcome.neverReached = people.filter((person) => person.reached === 0).length;
  return outcome;
}

/** Somebody's silence as it ends (or the year does). Silence before the year is not the rule's doing. */
function note(outcome: Outcome, person: Person, start: string, today: string): void {
  const before = person.lastSpokeDay ?? person.addedDay;
  const days = daysBetween(person.reached === 0 ? start : before, today);
  outcome.longestStretch = Math.max(outcome.longestStretch, days / (person.rhythmDays ?? Infinity));
  outcome.longestDays[person.circle] = Math.max(outcome.longestDays[person.circle], days);
  const known = outcome.worstDays.get(person.customerId) ?? 0;
  outcome.worstDays.set(person.customerId, Math.max(known, days));
}

function somebody(
  index: number,
  options: TownOptions,
  start: string,
  random: () => number,
): Person {
  const share = random();
  const inner = options.inner ?? 0.1;
  const circle =
    share < inner ? 'inner' : share < inner + (options.regular ?? 0.4) ? 'regular' : 'wider';
  const since = Math.floor(random() * rhythmOf[circle] * (options.sinceAtFirst ?? 1));
  const known = random() < options.birthdays;
  return {
    customerId: `person ${String(index).padStart(5, '0')}`,
    circle,
    rhythmDays: rhythmOf[circle],
    addedDay: addDays(start, -since),
    lastSpokeDay: random() < 0.2 ? null : addDays(start, -since),
    attempts: 0,
    lastAttempt: null,
    putOffYesterday: false,
    promises: [],
    voices: [],
    dates: [],
    birthday: known
      ? {
          year: null,
          month: 1 + Math.floor(random() * 12),
          day: 1 + Math.floor(random() * 28),
          yearly: true,
        }
      : undefined,
    reached: 0,
  };
}

function birthdayOf(person: Person, today: string): Facts['dates'] {
  const day = person.birthday && nextOccurrence(person.birthday, today, 'february-28');
  // Wished well already when spoken with inside the notice.
  if (!day || daysBetween(today, day) > 3) return [];
  if (person.lastSpokeDay && daysBetween(person.lastSpokeDay, day) <= 3) return [];
  return [{ label: '', kind: 'birthday', day, years: null }];
}
