import { promiseCountsFrom } from '../../main/core/today/duties.ts';
import type { Facts } from '../../main/core/today/facts.ts';
import { addDays } from '../../shared/dates.ts';
import type { Person } from './morning.ts';

const dayLength = 86_400_000;
const firstDay = '2026-01-01';
const earliest = -5000;
const written = Array.from({ length: 10_000 }, (_, index) => addDays(firstDay, index + earliest));
/** A birthday is shown so many days ahead, as the product does by itself. */
const birthdayNotice = 3;
const yearLength = 365;

/** A day of the simulated year as it is written. */
export function writtenDay(day: number): string {
  return written[day - earliest] ?? firstDay;
}

/** The person as the database would tell of them to the rule. */
export function factsOf(person: Person, day: number): Facts {
  return {
    customerId: person.id,
    circle: person.circle,
    rhythmDays: person.rhythmDays,
    addedDay: writtenDay(person.addedDay),
    lastSpokeDay: person.lastSpokeDay === null ? null : writtenDay(person.lastSpokeDay),
    lastSpokeAt: person.lastSpokeDay === null ? null : person.lastSpokeDay * dayLength,
    attempts: person.attempts,
    lastAttempt:
      person.lastAttemptDay === null
        ? null
        : { day: writtenDay(person.lastAttemptDay), at: person.lastAttemptDay * dayLength },
    putOffYesterday: false,
    promises: person.promises
      .filter(({ madeDay, dueDay }) => {
        const counts = promiseCountsFrom(writtenDay(madeDay), writtenDay(dueDay));
        return counts <= writtenDay(day);
      })
      .map(({ id, madeDay, dueDay }) => ({
        followUpId: id,
        text: id,
        dueDay: writtenDay(dueDay),
        wakeDay: writtenDay(dueDay),
        madeAt: madeDay * dayLength,
      })),
    voices: person.voices.map(({ id, tone, day: said }) => ({
      mentionId: id,
      tone,
      saidAt: said * dayLength,
      saidDay: writtenDay(said),
      excerpt: '',
      sourceName: '',
    })),
    dates: birthdayOf(person, day),
  };
}

/** The days until the next birthday; undefined when it is not known. */
export function daysToBirthday({ birthday }: Person, day: number): number | undefined {
  return birthday === null
    ? undefined
    : (((birthday - day) % yearLength) + yearLength) % yearLength;
}

/** A birthday within its notice. */
function birthdayOf(person: Person, day: number): Facts['dates'] {
  const ahead = daysToBirthday(person, day);
  if (ahead === undefined || ahead > birthdayNotice) return [];
  return [
    {
      label: '',
      kind: 'birthday',
      day: writtenDay(day + ahead),
      years: null,
      wholeMonth: false,
      noticeDays: birthdayNotice,
    },
  ];
}
