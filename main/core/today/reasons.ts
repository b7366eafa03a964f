import type { Reason, Tone } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { silence, stretch } from '../../../shared/rhythm.ts';
import type { Candidate, Facts } from './facts.ts';

/** No card becomes a list: so many reasons of a kind at most. */
const mostOfAKind = 3;

/** From which part of the rhythm a silence counts: to keep it, one has to be a little early. */
export const silenceFrom = 0.75;

const loudness: Record<Tone, number> = { complaint: 0, question: 1, praise: 2, plain: 2 };

/**
 * Why somebody could be named today, the heaviest reason first: a promise due, words that nobody
 * answered, a date within its notice, a silence that has used up their rhythm or nearly, or
 * that they are new and were not greeted. Nobody without a reason is named.
 */
function reasonsFor(facts: Facts, today: string): Reason[] {
  return [
    ...promises(facts, today),
    ...voices(facts, today),
    ...dates(facts, today),
    ...quiet(facts, today),
  ];
}

/** The facts as a candidate: the reasons, and what the silence comes to. */
export function candidateOf(facts: Facts, today: string): Candidate {
  const silentDays = silence(facts.lastSpokeDay, facts.addedDay, today);
  return {
    customerId: facts.customerId,
    reasons: reasonsFor(facts, today),
    silentDays,
    stretch: stretch(silentDays, facts.rhythmDays) ?? 0,
    putOffYesterday: facts.putOffYesterday,
  };
}

function promises(facts: Facts, today: string): Reason[] {
  return facts.promises
    .toSorted((one, other) => compare(one.dueDay, other.dueDay))
    .slice(0, mostOfAKind)
    .map(({ followUpId, text, dueDay }) => ({
      kind: 'promise',
      followUpId,
      text,
      dueDay,
      daysLate: daysBetween(dueDay, today),
    }));
}

function voices(facts: Facts, today: string): Reason[] {
  // What they said before you last spoke waits for an answer in Listening, not for another talk.
  const since = facts.lastSpokeAt ?? Number.NEGATIVE_INFINITY;
  return facts.voices
    .filter(({ saidAt }) => saidAt > since)
    .toSorted(
      (one, other) => loudness[one.tone] - loudness[other.tone] || one.saidAt - other.saidAt,
    )
    .slice(0, mostOfAKind)
    .map(({ mentionId, tone, saidDay, excerpt, sourceName }) => ({
      kind: 'voice',
      mentionId,
      tone,
      daysWaiting: Math.max(0, daysBetween(saidDay, today)),
      excerpt,
      sourceName,
    }));
}

function dates(facts: Facts, today: string): Reason[] {
  // Who was spoken with since the notice began is not named for it again before the day itself.
  const isToCome = ({ day, noticeDays, wholeMonth }: Facts['dates'][number]) =>
    facts.lastSpokeDay === null ||
    (day <= today && !wholeMonth) ||
    daysBetween(facts.lastSpokeDay, day) > noticeDays;
  return facts.dates
    .filter(isToCome)
    .toSorted((one, other) => compare(one.day, other.day))
    .slice(0, mostOfAKind)
    .map(({ label, kind, day, wholeMonth, years }) => ({
      kind: 'date',
      label,
      dateKind: kind,
      day,
      inDays: daysBetween(today, day),
      wholeMonth,
      years,
    }));
}

function quiet(facts: Facts, today: string): Reason[] {
  const { rhythmDays, lastSpokeDay, addedDay } = facts;
  if (rhythmDays === null) return [];
  const silentDays = silence(lastSpokeDay, addedDay, today);
  const from = lastSpokeDay === null ? rhythmDays : rhythmDays * silenceFrom;
  if (silentDays >= from) return [{ kind: 'silence', silentDays, rhythmDays, lastSpokeDay }];
  return lastSpokeDay === null ? [{ kind: 'new', addedDay, days: silentDays }] : [];
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
