import type { Reason, Tone } from '../../../shared/contract/contract.ts';
import type { Candidate } from './facts.ts';
import type { Pace } from './pace.ts';

/** What can bring somebody to the front, with its place in the row: with time, and where crowded. */
const places = {
  neglected: [0, 0],
  promiseAndComplaint: [1, 1],
  promiseDue: [2, 2],
  promiseLate: [3, 4],
  complaintOfYesterday: [4, 3],
  complaint: [5, 5],
  promiseTomorrow: [6, 6],
  dateToday: [7, 9],
  promiseAhead: [8, 7],
  overdue: [9, 8],
  question: [10, 10],
  kindWords: [11, 11],
  dateAhead: [12, 12],
  justOverdue: [13, 8],
  notGreeted: [14, 8],
  soonOver: [15, 8],
  oldWords: [16, 13],
} as const;
const behindAll = 20;

type Ground = keyof typeof places;
const promisesDue: readonly Ground[] = ['promiseDue', 'promiseLate'];
const complaints: readonly Ground[] = ['complaintOfYesterday', 'complaint'];

/** Words that have waited longer than this are no longer pressing, only not forgotten. */
const pressingDays = { complaint: 30, question: 30, praise: 7, plain: 7 };
/** Somebody overdue by no more than this still lets questions, kind words and coming dates go first. */
const graceDays = 3;
/** Nobody who waited longer than so many times the load, in own rhythms, stands behind anything. */
const neglectedFrom = 4;

/** Somebody's turn: the place in the row (0 goes first), and among those of one place the urgency. */
export interface Turn {
  place: number;
  urgency: number;
}

/**
 * Whose turn it is, in plain words. First whoever complained and has a promise due besides; then what
 * was promised for today, then what was promised and is late; then a complaint that nobody has
 * answered; then a promise of tomorrow. After these a birthday or another
 * date that is today; a promise of the next days; whoever is more than three days past their
 * rhythm, the one who has used up the most of it first; a question, then other words that nobody
 * has answered; a date within its notice; whoever is just past their rhythm; whoever is new and was
 * not greeted; and when all that is done, whoever's rhythm is nearly used up. Where the circles
 * ask for more than two persons a day, nobody can be in time: there, after promises and complaints,
 * it is always the one whose rhythm is stretched the most, and dates and words are told beside; and
 * a complaint of yesterday, which can still be answered promptly, goes before a promise that is late.
 * Whoever was put off yesterday comes after all others today, except for a promise that is due. And
 * whoever has waited for more than four times the load, in own rhythms, goes before everything.
 *
 * The bound on neglect follows from that last sentence; see `longestNeglect`.
 */
export function turnOf(candidate: Candidate, pace: Pace): Turn {
  const { stretch, putOffYesterday } = candidate;
  const turn = ([ground, urgency]: [Ground, number]): Turn => {
    const isPromised = ground === 'promiseAndComplaint' || promisesDue.includes(ground);
    const back = putOffYesterday && !isPromised ? behindAll : 0;
    return { place: places[ground][pace.crowded ? 1 : 0] + back, urgency };
  };
  const grounds = candidate.reasons.map((reason) => groundOf(reason, stretch));
  const has = (wanted: readonly Ground[]) => grounds.some(([ground]) => wanted.includes(ground));
  if (has(promisesDue) && has(complaints)) grounds.push(['promiseAndComplaint', stretch]);
  if (stretch > neglectedFrom * pace.load) grounds.push(['neglected', stretch]);
  return grounds.map(turn).reduce((first, next) => (isBefore(next, first) ? next : first), {
    place: 2 * behindAll,
    urgency: 0,
  });
}

function isBefore(one: Turn, other: Turn): boolean {
  return one.place < other.place || (one.place === other.place && one.urgency > other.urgency);
}

/** What a reason comes to, and how urgent it is among its like. */
function groundOf(reason: Reason, stretch: number): [Ground, number] {
  switch (reason.kind) {
    case 'promise':
      return promised(reason.daysLate);
    case 'voice':
      return said(reason.tone, reason.daysWaiting);
    case 'date':
      return [reason.inDays <= 0 && !reason.wholeMonth ? 'dateToday' : 'dateAhead', -reason.inDays];
    case 'silence':
      return [silent(reason.silentDays - reason.rhythmDays), stretch];
    case 'new':
      return ['notGreeted', stretch];
  }
}

/** A promise of today goes before a late one: it can still be kept. */
function promised(daysLate: number): [Ground, number] {
  if (daysLate >= 0) return [daysLate === 0 ? 'promiseDue' : 'promiseLate', daysLate];
  return [daysLate === -1 ? 'promiseTomorrow' : 'promiseAhead', daysLate];
}

/** A complaint of yesterday has its own place: today is the last day on which the answer is prompt. */
function said(tone: Tone, daysWaiting: number): [Ground, number] {
  if (daysWaiting > pressingDays[tone]) return ['oldWords', daysWaiting];
  if (tone !== 'complaint') return [tone === 'question' ? 'question' : 'kindWords', daysWaiting];
  return [daysWaiting === 1 ? 'complaintOfYesterday' : 'complaint', daysWaiting];
}

function silent(daysOver: number): Ground {
  if (daysOver < 0) return 'soonOver';
  return daysOver > graceDays ? 'overdue' : 'justOverdue';
}

/** Whether a reason is a duty: a promise, or a complaint that is still pressing. */
export function isDuty(reason: Reason): boolean {
  if (reason.kind === 'promise') return true;
  const isComplaint = reason.kind === 'voice' && reason.tone === 'complaint';
  return isComplaint && reason.daysWaiting <= pressingDays.complaint;
}

/**
 * The most days that anybody waits in a house of so many people with a rhythm:
 *
 *     4 L r + 4 ÷ 3 × (N + w)
 *
 * with r their rhythm, L the load (Σ 1 ÷ rhythm, at least 1), N the people, and w the days in that
 * time on which nobody was reached or on which they themselves were left in peace or put off.
 *
 * Why: once their silence passes 4 L r they go before everything, except for others who have passed
 * theirs. Each other person j who is reached before them has been silent for more than 4 L rⱼ days,
 * so in D days that happens at most 1 + D ÷ (4 L rⱼ) times, for all together N + D ÷ 4 times. Every
 * day of D is one of these or one of w: D ≤ N + D ÷ 4 + w, so D ≤ 4 ÷ 3 × (N + w).
 */
export function longestNeglect(
  rhythmDays: number,
  house: { load: number; people: number },
  daysWithout: number,
): number {
  const passed = neglectedFrom * house.load * rhythmDays;
  return passed + (neglectedFrom / (neglectedFrom - 1)) * (house.people + daysWithout);
}
