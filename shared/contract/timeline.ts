import * as z from 'zod';
import { day, id, instant, procedure, text } from './base.ts';
import { begunBy, medium } from './conversations.ts';
import { followUp } from './followups.ts';

/** What a timeline holds. `answer` is what we said to a mention, `added` the day somebody came. */
const timelineKind = z.enum(['conversation', 'note', 'follow-up', 'mention', 'answer', 'added']);

const person = z.object({ id, name: z.string() });

/** One thing in a timeline. */
export const timelineEntry = z.object({
  kind: timelineKind,
  /** Its own id; an answer's is that of the mention. */
  id,
  at: instant,
  day,
  /** What was said; of a note its Markdown (shared/note-words.ts), with names as they are now. */
  text: z.string(),
  /** Who took part, or whom it is about. */
  people: z.array(person),
  /** Who was spoken of besides. */
  spokenOf: z.array(person),
  /** The tags in its words, as they were typed. */
  tags: z.array(z.string()),
  /** Conversation: its medium, whether anybody was reached, who began it, and who of us spoke. */
  medium: medium.nullable(),
  reached: z.boolean().nullable(),
  begunBy: begunBy.nullable(),
  ofUs: z.string(),
  pinned: z.boolean(),
  /** Follow-up: due day and state. Mention: its state. */
  dueDay: day.nullable(),
  state: z.string().nullable(),
  /** Follow-up: all that is known of it. */
  followUp: followUp.nullable(),
  sourceName: z.string().nullable(),
  address: z.string().nullable(),
  rating: z.object({ value: z.number(), best: z.number(), worst: z.number() }).nullable(),
});

/** A place between two entries, to go on from. */
const timelineCursor = z.string().regex(/^-?\d+ [a-z-]+ [0-9a-f-]{36}$/);

/** Which entries: those of everybody, or of one customer. */
export const timelineFilter = z.object({
  /** With this customer, or about them … */
  customerId: id.optional(),
  /** … or in which this customer was spoken of without taking part. */
  spokenOf: id.optional(),
  kinds: z.array(timelineKind).optional(),
  /** Only conversations by these media. */
  media: z.array(medium).optional(),
  tag: text(60).optional(),
  /** All of these words, or their beginnings. */
  words: text(200).default(''),
  /** From this local day to that one, both included. */
  from: day.optional(),
  to: day.optional(),
  pinned: z.boolean().optional(),
});

export const timeline = {
  /**
   * A page of a timeline, newest first: what comes after one place and, where `until` is given,
   * no further than the entry at that place. `next` is where the following page begins.
   */
  list: procedure
    .input(
      timelineFilter.extend({
        after: timelineCursor.nullable().default(null),
        until: timelineCursor.nullable().default(null),
        limit: z.int().min(1).max(1000).default(100),
      }),
    )
    .output(z.object({ entries: z.array(timelineEntry), next: timelineCursor.nullable() })),
  /** Where an entry is: its place, and its day. */
  find: procedure.input(z.object({ id })).output(z.object({ at: instant, day })),
  /** The first and last year of anything that was said; null when nothing was. */
  years: procedure.output(z.object({ first: z.int(), last: z.int() }).nullable()),
  /** The tags in notes and conversations, the most used first. */
  tags: procedure.output(z.array(z.object({ tag: z.string(), times: z.number() }))),
};
