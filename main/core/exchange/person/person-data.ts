import type { Customer, Matter } from '../../../../shared/contract/contract.ts';

/**
 * All that is known of one person, as data: the JSON file (RFC 8259, UTF-8) that
 * `porchlight export --person <name> <file>.json` writes, format `porchlight-person`, version 1.
 *
 * Days are local, `YYYY-MM-DD`; times of day `HH:MM`; moments are ISO 8601 with the offset of the
 * place where it was written. Text is as it was typed (notes are Markdown). Lists are in the order
 * of the person's page; what there was between you stands with the latest first. Where nothing is
 * known there is an empty text, an empty list or null; nothing is ever left out for being empty. A
 * later version may add names to these objects; what is here keeps its meaning.
 */
export interface PersonData {
  format: 'porchlight-person';
  version: 1;
  about: string;
  writtenAt: string;
  person: KnownPerson;
  /** Base64 (RFC 4648). */
  photo: { type: string; base64: string } | null;
  conversations: TalkData[];
  /** Conversations of others in which they were spoken of: of those only the sentences about them. */
  spokenOf: TalkData[];
  /** Notes that are not theirs and link them: of those only the sentences about them. */
  notesOfOthers: { at: string; text: string }[];
  notes: { at: string; pinned: boolean; text: string; inTheBin: boolean }[];
  followUps: FollowUpData[];
  /** What they said in public, with what became of it and what was answered. */
  voices: VoiceData[];
  /** What they taught the shop, by a voice or a conversation. */
  lessons: { sentence: string; state: string; since: string }[];
  matters: MatterData[];
  /** Matters of others in which they are named; whose those are is not theirs to know. */
  namedInMatters: { side: string; role: string }[];
  /** What they were told, or are to be told, about what was changed. */
  tellings: { lesson: string; words: string; state: string; toldOn: string | null }[];
  /** Their words as a story that may be shown, with the leave that they gave. */
  stories: {
    at: string;
    text: string;
    shownName: string;
    leave: string;
    leaveDay: string | null;
  }[];
  /** The days on which they came back, as they were noted. */
  cameBack: string[];
  /** The days on which Porchlight named them, and what came of it. */
  namedOn: { day: string; became: string }[];
  /** Words that were begun and not saved yet. */
  drafts: { at: string; text: string }[];
  /** Other entries that were made one with theirs, by their names. */
  mergedWith: string[];
  /** How often somebody else was said not to be they. */
  heldToBeOthers: number;
  /** Public words that may be theirs, and why Porchlight thinks so. */
  perhapsTheirs: { at: string; source: string; author: string; text: string; why: string }[];
  /** Public words of which it was said that they are not theirs. */
  notTheirs: { at: string; source: string }[];
  /** Rules that link what is said in public to them. */
  rules: { does: string; author: string; containing: string[] }[];
  /** When the shop was reminded of them. */
  reminders: { at: string; kind: string; meantFor: string; how: string }[];
  /** By which cards of other address books they are known, and what those say beyond all this. */
  cards: { uid: string; lines: string[] }[];
  /** Every change that was made, the latest first. */
  changes: {
    at: string;
    what: string;
    undone: boolean;
    details: { what: string; before: string | null; after: string | null }[];
  }[];
}

export interface KnownPerson
  extends Pick<
    Customer,
    | 'id'
    | 'name'
    | 'givenName'
    | 'familyName'
    | 'nickname'
    | 'saidAs'
    | 'pronouns'
    | 'nameOrder'
    | 'company'
    | 'role'
    | 'circle'
    | 'howMet'
    | 'tags'
    | 'addedDay'
    | 'lastSpokeDay'
  > {
  otherNames: { name: string; label: string }[];
  works: { company: string; role: string }[];
  /** Days of a rhythm of their own; null when their circle's holds. */
  rhythmDays: number | null;
  sentBy: string | null;
  /** Whom they sent. */
  sent: string[];
  /** The days on which they came back, as it was noted. */
  cameBack: string[];
  contacts: { kind: string; label: string; value: string; network: string }[];
  family: { name: string; relation: string; note: string; isCustomer: boolean }[];
  dates: {
    kind: string;
    label: string;
    year: number | null;
    month: number;
    day: number | null;
    yearly: boolean;
    noticeDays: number;
  }[];
  facts: string[];
  inTheBin: boolean;
}

export interface TalkData {
  day: string;
  at: string;
  medium: string;
  /** Whether anybody was reached. */
  reached: boolean;
  begunBy: string;
  said: string;
  /** Who else took part. */
  with: string[];
  /** Who of the shop it was. */
  ofUs: string;
  inTheBin: boolean;
}

export interface FollowUpData {
  text: string;
  dueDay: string;
  dueTime: string | null;
  putOffUntil: string | null;
  repeats: { every: number; unit: string; from: string } | null;
  state: string;
  madeAt: string;
  doneAt: string | null;
  inTheBin: boolean;
}

export interface VoiceData {
  at: string;
  source: string;
  author: string;
  address: string;
  title: string;
  text: string;
  rating: { value: number; best: number; worst: number } | null;
  state: string;
  answers: { kind: string; text: string; heart: string; state: string; at: string | null }[];
}

export interface MatterData {
  name: string;
  state: Matter['state'];
  openedDay: string | null;
  closedDay: string | null;
  note: string;
  parties: { side: string; name: string; role: string }[];
  notes: { at: string; text: string }[];
}
