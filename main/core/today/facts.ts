import type { Circle, Reason, Tone } from '../../../shared/contract/contract.ts';

/** A promise whose day has come. */
export interface PromiseFact {
  followUpId: string;
  text: string;
  dueDay: string;
  wakeDay: string;
  madeAt: number;
}

/** Something they said that nobody has answered. */
export interface VoiceFact {
  mentionId: string;
  tone: Tone;
  saidAt: number;
  saidDay: string;
  excerpt: string;
  sourceName: string;
}

/** A date of theirs that is within its notice, and the day on which it is kept. */
export interface DateFact {
  label: string;
  kind: 'birthday' | 'anniversary' | 'other';
  day: string;
  /** Only its month is known; `day` is the first of it. */
  wholeMonth: boolean;
  years: number | null;
  /** From how many days before it is shown. */
  noticeDays: number;
}

/** All that decides whether and why somebody is named: what the database knows, nothing judged. */
export interface Facts {
  customerId: string;
  circle: Circle;
  /** The rhythm in force; null when there is none. */
  rhythmDays: number | null;
  addedDay: string;
  lastSpokeDay: string | null;
  /** The same as an instant; only known of those who said something. */
  lastSpokeAt: number | null;
  /** Attempts since then that reached nobody. */
  attempts: number;
  lastAttempt: { day: string; at: number } | null;
  /** "Not today" was said of them yesterday. */
  putOffYesterday: boolean;
  promises: readonly PromiseFact[];
  voices: readonly VoiceFact[];
  dates: readonly DateFact[];
}

/** Somebody who could be named, with the reasons and what the silence comes to. */
export interface Candidate {
  customerId: string;
  reasons: Reason[];
  silentDays: number;
  /** Silent days ÷ rhythm; 0 without a rhythm. */
  stretch: number;
  putOffYesterday: boolean;
}
