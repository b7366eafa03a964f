import * as z from 'zod';
import { day, id, page, procedure, someText, step, text } from './base.ts';

/** A share with its denominator, never without. */
const share = z.object({ of: z.number(), met: z.number() });

/** How far the numbers look back. */
const over = z.enum(['month', 'season', 'year', 'all']);

/** The time that is counted: one of the usual ones, or since a day. */
const counted = z.object({ over: over.default('month'), since: day.optional() });

/** What is counted, each against what it is a share of. */
export const figure = z.enum([
  'steps',
  'people',
  'heard',
  'answered',
  'promises',
  'two-way',
  'back',
  'back-unasked',
  'complaints',
  'told',
]);

/** One of those behind a figure. */
export const behindRow = z.object({
  kind: z.enum(['day', 'person', 'voice', 'promise', 'conversation', 'lesson']),
  /** Its identity; of a day the day itself. */
  id: z.string(),
  day: day.nullable(),
  /** Whose it is, as they are called; empty when nobody knows. */
  who: z.string(),
  customerId: id.nullable(),
  words: z.string(),
  /** What became of it, in a few words: "answered after 5 hours". */
  became: z.string(),
});

/** What somebody feared that people may say. */
const leap = z.object({
  id,
  worry: z.string(),
  namedDay: day,
  /** A season later: from then on it is shown beside what happened. */
  dueDay: day,
  putAway: z.boolean(),
});

export const reflection = {
  week: procedure.output(
    z.object({
      /** The Monday of the week whose questions are asked. */
      week: day,
      /** The day on which they were asked first, and that on which the next ones are. */
      askedDay: day,
      nextDay: day,
      questions: z.array(z.object({ key: z.string(), text: z.string(), answer: z.string() })),
    }),
  ),
  /** Keeps a private answer. Empty text removes it. */
  write: procedure.input(z.object({ week: day, key: text(60), answer: text(20_000) })).output(step),
  /** The private answers of whoever is at the keyboard that have all of these words, the latest first. */
  journal: procedure
    .input(z.object({ words: text(200).default('') }).default({ words: '' }))
    .output(
      z.object({
        entries: z.array(
          z.object({ week: day, key: z.string(), text: z.string(), answer: z.string() }),
        ),
        /** How many answers there are that others of us wrote, or nobody by name. */
        ofOthers: z.number(),
      }),
    ),
  /** What was really done in that time, counted. */
  numbers: procedure.input(counted).output(
    z.object({
      /** Null when all of it is counted. */
      from: day.nullable(),
      until: day,
      figures: z.record(figure, share),
      tones: z.object({
        complaint: z.number(),
        question: z.number(),
        praise: z.number(),
        plain: z.number(),
      }),
      /** What became of the voices that were not answered. */
      unanswered: z.object({ noted: z.number(), letGo: z.number(), waiting: z.number() }),
      /** How soon voices were answered, where that is known; in milliseconds. */
      howSoon: z.object({
        known: z.number(),
        median: z.number().nullable(),
        slowest: z.object({ id, after: z.number() }).nullable(),
        /** How many within a day, within three, within a week, and later. */
        spread: z.array(z.number()).length(4),
      }),
      /** Whether it was ever noted that somebody came back or was sent. */
      notesReturns: z.boolean(),
    }),
  ),
  /** Those very ones that a figure counts, the rest of those it is a share of, or all of them. */
  behind: procedure
    .input(
      counted.extend({
        figure,
        part: z.enum(['met', 'rest', 'all']).default('met'),
        ...page.shape,
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(behindRow) })),
  /** The worries that were named, the latest first. */
  leaps: procedure.output(z.array(leap)),
  /** Names a worry, or says the one with this id in other words. */
  nameLeap: procedure.input(z.object({ id: id.optional(), worry: someText(300) })).output(step),
  putLeapAway: procedure.input(z.object({ id, away: z.boolean() })).output(step),
  removeLeap: procedure.input(z.object({ id })).output(step),
};
