import type { Reason } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';

/** A conversation as the past days need it. */
export interface PastTalk {
  daysAgo: number;
  at: number;
  reached: boolean;
}

/** A promise as the past days need it. */
export interface PastPromise {
  id: string;
  text: string;
  madeDaysAgo: number;
  dueDaysAgo: number;
  keptDaysAgo: number | null;
}

/** Somebody with a rhythm, and what there was with them. */
export interface PastPerson {
  id: string;
  rhythmDays: number;
  addedDaysAgo: number;
  talks: readonly PastTalk[];
  promises: readonly PastPromise[];
}

/** Whom a day named, and what came of it. */
export interface PastPick {
  daysAgo: number;
  customerId: string;
  reasons: Reason[];
  state: 'done' | 'not-today' | 'not-reached' | 'waiting';
  /** When it was closed; null when it never was. */
  closedAt: number | null;
}

/**
 * Whom the past days named, and what came of it, oldest first, read off the conversations that
 * were had: the one spoken with who was most in turn; else who was tried in vain; else somebody
 * for whom there was no time. While nothing was said for days nobody was named.
 */
export function pastDays(today: string, days: number, people: readonly PastPerson[]): PastPick[] {
  const talked = new Set(people.flatMap(({ talks }) => talks.map((talk) => talk.daysAgo)));
  const putOff = new Map<string, number>();
  const picks: PastPick[] = [];
  for (let daysAgo = days; daysAgo >= 1; daysAgo -= 1) {
    if (![daysAgo - 1, daysAgo, daysAgo + 1].some((day) => talked.has(day))) continue;
    const inTurn = people
      .filter((person) => person.addedDaysAgo >= daysAgo)
      .map((person) => ({ person, reasons: reasonsOn(today, daysAgo, person) }))
      .sort((one, other) => pressing(other.reasons) - pressing(one.reasons));
    const pick =
      met(inTurn, daysAgo, true) ?? met(inTurn, daysAgo, false) ?? unmet(inTurn, daysAgo, putOff);
    if (pick) picks.push(pick);
  }
  return picks;
}

interface InTurn {
  person: PastPerson;
  reasons: Reason[];
}

/** The one who was spoken with on a day, or tried in vain. */
function met(inTurn: readonly InTurn[], daysAgo: number, reached: boolean): PastPick | undefined {
  for (const { person, reasons } of inTurn) {
    const talk = person.talks.find((one) => one.daysAgo === daysAgo && one.reached === reached);
    if (!talk) continue;
    const state = reached ? 'done' : 'not-reached';
    return { daysAgo, customerId: person.id, reasons, state, closedAt: talk.at };
  }
  return undefined;
}

/** Somebody who was not spoken with; nobody twice within a month, so that no rhythm is in doubt. */
function unmet(
  inTurn: readonly InTurn[],
  daysAgo: number,
  putOff: Map<string, number>,
): PastPick | undefined {
  const found = inTurn.find(
    ({ person }) => (putOff.get(person.id) ?? Number.POSITIVE_INFINITY) - daysAgo > 30,
  );
  if (!found) return undefined;
  putOff.set(found.person.id, daysAgo);
  const state = daysAgo % 3 === 0 ? 'not-today' : 'waiting';
  return { daysAgo, customerId: found.person.id, reasons: found.reasons, state, closedAt: null };
}

/** Why somebody could have been named on a past day: promises of then, and the silence. */
function reasonsOn(today: string, daysAgo: number, person: PastPerson): Reason[] {
  const promises = person.promises
    .filter(
      (promise) =>
        promise.madeDaysAgo > daysAgo &&
        promise.dueDaysAgo >= daysAgo &&
        (promise.keptDaysAgo ?? 0) <= daysAgo,
    )
    .map(
      ({ id, text, dueDaysAgo }): Reason => ({
        kind: 'promise',
        followUpId: id,
        text,
        dueDay: addDays(today, -dueDaysAgo),
        daysLate: dueDaysAgo - daysAgo,
      }),
    );
  const before = person.talks
    .filter((talk) => talk.reached && talk.daysAgo > daysAgo)
    .map((talk) => talk.daysAgo);
  if (before.length === 0) {
    const addedDay = addDays(today, -person.addedDaysAgo);
    return [...promises, { kind: 'new', addedDay, days: person.addedDaysAgo - daysAgo }];
  }
  const last = Math.min(...before);
  const { rhythmDays } = person;
  const lastSpokeDay = addDays(today, -last);
  return [...promises, { kind: 'silence', silentDays: last - daysAgo, rhythmDays, lastSpokeDay }];
}

/** Promises before silence, silence by how far the rhythm was used up, and who is new between. */
function pressing(reasons: readonly Reason[]): number {
  const weights = reasons.map((reason) => {
    if (reason.kind === 'promise') return 6;
    return reason.kind === 'silence' ? reason.silentDays / reason.rhythmDays : 0.5;
  });
  return Math.max(...weights);
}
