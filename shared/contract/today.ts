import * as z from 'zod';
import { day, id, procedure, step } from './base.ts';
import { followUp } from './followups.ts';
import { mentionRow } from './listening.ts';
import { customer } from './people.ts';

/** Why somebody is named today, as data; the window words it. Heaviest first. */
export const reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('promise'),
    followUpId: id,
    text: z.string(),
    dueDay: day,
    daysLate: z.number(),
  }),
  z.object({
    kind: z.literal('voice'),
    mentionId: id,
    tone: z.enum(['complaint', 'question', 'praise', 'plain']),
    daysWaiting: z.number(),
    excerpt: z.string(),
    sourceName: z.string(),
  }),
  z.object({
    kind: z.literal('date'),
    label: z.string(),
    dateKind: z.enum(['birthday', 'anniversary', 'other']),
    day,
    inDays: z.number(),
    /** Only its month is known; `day` is the first of it. */
    wholeMonth: z.boolean().default(false),
    /** How many years it will be, when the year is known. */
    years: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('silence'),
    silentDays: z.number(),
    rhythmDays: z.number(),
    lastSpokeDay: day.nullable(),
  }),
  z.object({ kind: z.literal('new'), addedDay: day, days: z.number() }),
]);

/** One question worth asking, drawn from what is known and never invented. */
export const question = z.object({
  from: z.enum(['date', 'note', 'conversation', 'mention', 'fact', 'family']),
  /** Their own matter, in the words in which it was written down. */
  about: z.string(),
  day: day.nullable(),
});

export const brief = z.object({
  lastConversation: z.object({ id, day, medium: z.string(), said: z.string() }).nullable(),
  promises: z.array(followUp),
  latestWords: z
    .object({ mentionId: id, excerpt: z.string(), sourceName: z.string(), day })
    .nullable(),
  question: question.nullable(),
});

export const pick = z.object({
  id,
  day,
  state: z.enum(['waiting', 'done', 'not-today', 'not-reached']),
  reasons: z.array(reason),
  customer,
  brief,
  /** True after three "not today" in a row: ask whether the rhythm is right. */
  asksAboutRhythm: z.boolean(),
});

/** What the circles ask for against one person a day (or one for each colleague), honestly. */
export const load = z.object({
  /** People with a rhythm. */
  people: z.number(),
  /** How many persons a day the rhythms ask for. */
  perDay: z.number(),
  /**
   * By how much all rhythms would have to be stretched for those named a day, the days that promises and
   * complaints took lately and those without a step left out; 1 when they fit.
   */
  stretch: z.number(),
  /** How many people are named a day: one, or one for each colleague with a day of their own. */
  named: z.number(),
});

/** Somebody as a house of the town. */
export const townHouse = z.object({
  id,
  name: z.string(),
  circle: z.enum(['inner', 'regular', 'wider', 'none']),
  /** In the order in which they were given. */
  tags: z.array(z.string()),
  /** The rhythm in force, in days; null without one. */
  rhythmDays: z.number().nullable(),
  lastSpokeDay: day.nullable(),
  /** 1 just spoken, falling to 0 as the rhythm runs out. */
  warmth: z.number(),
  isToday: z.boolean(),
});

export const today = {
  get: procedure.output(
    z.object({
      day,
      /** Null when there is nobody to turn to (an empty house, or all at rest). */
      pick: pick.nullable(),
      doneToday: z.array(
        z.object({
          id,
          customerId: id,
          name: z.string(),
          /** Whether words of theirs were answered, or you spoke in another way. */
          how: z.enum(['answered', 'spoke']),
        }),
      ),
      /** Whether somebody else could be named if asked for. */
      moreWaiting: z.boolean(),
      load,
    }),
  ),
  /** Another day, then: offers the next one. */
  notToday: procedure.input(z.object({ pickId: id })).output(step),
  /** One more person, after the first is done. */
  another: procedure.output(z.object({ found: z.boolean() })),
  /** Stretches all rhythms by `load.stretch`, so that one person a day does; one step. */
  fitRhythms: procedure.output(step),
  /** What else is on today: promises due, dates this week, voices waiting. */
  around: procedure.output(
    z.object({
      promises: z.array(followUp),
      dates: z.array(
        z.object({
          customerId: id,
          name: z.string(),
          label: z.string(),
          kind: z.enum(['birthday', 'anniversary', 'other']),
          day,
          inDays: z.number(),
          wholeMonth: z.boolean(),
          years: z.number().nullable(),
        }),
      ),
      voices: z.array(mentionRow),
    }),
  ),
  /** The days with their steps, oldest first, ending today. */
  steps: procedure.input(z.object({ days: z.int().min(1).max(366).default(61) })).output(
    z.object({
      days: z.array(
        z.object({
          day,
          steps: z.number(),
          /** Who it was, by name; those in the bin are counted and not named. */
          people: z.array(z.object({ id, name: z.string() })),
        }),
      ),
      /** How many of the days that count had a step; days before the first are left out. */
      lit: z.number(),
      counted: z.number(),
    }),
  ),
  /** Houses of the street: those nearest to mind first, today's always among them. */
  street: procedure.input(z.object({ limit: z.int().min(1).max(20000).default(60) })).output(
    z.object({
      houses: z.array(
        z.object({
          id,
          name: z.string(),
          circle: z.enum(['inner', 'regular', 'wider', 'none']),
          /** 1 just spoken, falling to 0 as the rhythm runs out. */
          warmth: z.number(),
          isToday: z.boolean(),
        }),
      ),
      total: z.number(),
    }),
  ),
  /** Every house of the town, by name: for the street as a picture of its own. */
  town: procedure.output(z.object({ houses: z.array(townHouse) })),
};
