import * as z from 'zod';
import { day, id, instant, made, page, procedure, someText, step, text, time } from './base.ts';

/** How people spoke. A conversation is a conversation, whatever the medium. */
export const medium = z.enum([
  'counter',
  'phone',
  'email',
  'text',
  'letter',
  'visit',
  'video',
  'review',
  'post',
  'other',
]);

/** Who began a conversation: they, we, or not recorded. */
export const begunBy = z.enum(['them', 'us', 'unknown']);

/** A promise made in a conversation; becomes a follow-up. */
export const promise = z.object({
  text: someText(500),
  dueDay: day,
  dueTime: time.nullable().default(null),
  /** To whom; without it, to the first who took part. */
  customerId: id.optional(),
});

export const conversation = z.object({
  id,
  medium,
  happenedAt: instant,
  happenedDay: day,
  said: z.string(),
  reached: z.boolean(),
  begunBy,
  /** Who of us spoke; empty when nobody said. */
  ofUs: z.string(),
  customers: z.array(z.object({ id, name: z.string() })),
  /** Who was spoken of without taking part. */
  spokenOf: z.array(z.object({ id, name: z.string() })),
});

const personNamed = z.object({ id, name: z.string(), start: z.int(), end: z.int() });

/** What one line was understood to say, shown before anything is saved. */
export const understood = z.object({
  medium: medium,
  /** False when the line says that nobody was reached. */
  reached: z.boolean(),
  /** The day it happened, when the line says so ("yesterday"); else today. */
  happenedDay: day,
  said: z.string(),
  /** The words that say how, when, and that nobody was reached; what none says is a guess. */
  marks: z.array(
    z.object({ what: z.enum(['medium', 'day', 'not-reached']), start: z.int(), end: z.int() }),
  ),
  promises: z.array(
    promise.omit({ customerId: true }).extend({
      dueTime: time.nullable(),
      /** To whom, when the promise itself names a customer. */
      customer: z.object({ id, name: z.string() }).nullable(),
      /** Where in the line it stands, for underlining: start and end, UTF-16 units. */
      start: z.int(),
      end: z.int(),
    }),
  ),
  /** Nothing was said yet: all of the line is of what is to come ("coffee with Rosa tomorrow"). */
  isPlan: z.boolean(),
  /** Who took part, as far as the line says it, when it is not about one person already. */
  people: z.array(personNamed),
  /** Whom it names besides. */
  spokenOf: z.array(personNamed),
  /** Who took part by a name that several bear: which of them, the person has to say. */
  unsure: z.array(
    z.object({
      said: z.string(),
      start: z.int(),
      end: z.int(),
      choices: z.array(
        z.object({ id, name: z.string(), company: z.string(), lastSpokeDay: day.nullable() }),
      ),
    }),
  ),
  /** Who took part and is no customer yet. */
  strangers: z.array(z.object({ name: z.string(), start: z.int(), end: z.int() })),
});

export const conversations = {
  understand: procedure
    .input(z.object({ line: text(20_000), customerId: id.optional() }))
    .output(understood),
  log: procedure
    .input(
      z.object({
        customerIds: z.array(id).max(50),
        /** Who took part and becomes a customer with it, by their names. */
        newPeople: z.array(someText(200)).max(10).default([]),
        /** Who was spoken of without taking part. */
        spokenOf: z.array(id).max(50).default([]),
        medium,
        said: text(20_000),
        reached: z.boolean().default(true),
        begunBy: begunBy.default('unknown'),
        happenedDay: day.optional(),
        happenedTime: time.optional(),
        ofUs: text(120).default(''),
        promises: z.array(promise).max(20).default([]),
        /** The follow-ups that this conversation kept. */
        keeps: z.array(id).max(50).default([]),
      }),
    )
    .output(made),
  /** Keeps what is agreed for later as follow-ups, and logs no conversation. */
  plan: procedure
    .input(
      z.object({
        customerIds: z.array(id).max(50),
        newPeople: z.array(someText(200)).max(10).default([]),
        promises: z.array(promise).min(1).max(20),
      }),
    )
    .output(step),
  change: procedure
    .input(
      z.object({
        id,
        medium: medium.optional(),
        said: text(20_000).optional(),
        reached: z.boolean().optional(),
        begunBy: begunBy.optional(),
        happenedDay: day.optional(),
        customerIds: z.array(id).min(1).max(50).optional(),
        spokenOf: z.array(id).max(50).optional(),
      }),
    )
    .output(step),
  bin: procedure.input(z.object({ id })).output(step),
  get: procedure.input(z.object({ id })).output(conversation),
  list: procedure
    .input(page.extend({ words: text(200).default('') }))
    .output(z.object({ total: z.number(), rows: z.array(conversation) })),
};

/** What comes with the words of a note. */
const writtenNote = {
  /** Who is meant by `@` and a name in it; a name that one alone bears need not be here. */
  people: z
    .array(z.object({ id, name: someText(400) }))
    .max(100)
    .default([]),
  /** Tags that the customer is given with it. */
  tagPerson: z.array(someText(60)).max(20).default([]),
};

export const notes = {
  add: procedure
    .input(
      z.object({
        customerId: id.nullable(),
        body: someText(50_000),
        pinned: z.boolean().default(false),
        ...writtenNote,
      }),
    )
    .output(made),
  change: procedure
    .input(
      z.object({
        id,
        body: someText(50_000).optional(),
        pinned: z.boolean().optional(),
        ...writtenNote,
      }),
    )
    .output(step),
  bin: procedure.input(z.object({ id })).output(step),
};

/** What is being typed and not yet saved: kept by the core, so that a crash loses nothing. */
export const drafts = {
  get: procedure.input(z.object({ key: text(200) })).output(z.object({ text: z.string() })),
  save: procedure
    .input(z.object({ key: text(200), text: z.string().max(50_000) }))
    .output(z.void()),
};
