import * as z from 'zod';
import { adding, keyService } from './adding.ts';
import { day, id, instant, made, page, procedure, someText, step, text } from './base.ts';
import { reviewFiles } from './review-files.ts';

/** What becomes of a mention. */
export const mentionState = z.enum(['new', 'answered', 'noted', 'let-go']);

/** A rating, raw on its own scale, and as a share from 0 to 1 beside it. */
const rating = z.object({
  value: z.number(),
  best: z.number(),
  worst: z.number(),
  share: z.number(),
});

export const tone = z.enum(['complaint', 'question', 'praise', 'plain']);

export const mentionRow = z.object({
  id,
  sourceId: id,
  sourceName: z.string(),
  title: z.string(),
  excerpt: z.string(),
  author: z.string(),
  authorHandle: z.string(),
  address: z.string(),
  publishedAt: instant.nullable(),
  receivedAt: instant,
  state: mentionState,
  starred: z.boolean(),
  snoozedUntil: day.nullable(),
  rating: rating.nullable(),
  tone,
  /** How the tone is known: said by the person, by the rating, or guessed from plain words. */
  toneFrom: z.enum(['said', 'rating', 'guess']),
  edited: z.boolean(),
  /** In how many sources this voice was heard. */
  places: z.number(),
  /** How many mentions its conversation has; 1 when it stands alone. */
  together: z.number(),
  customer: z.object({ id, name: z.string() }).nullable(),
  /** Somebody it may be, with the reason; never certain. */
  likely: z.object({ id, name: z.string(), why: z.string() }).nullable(),
});

export const mention = mentionRow.extend({
  /** Sanitised HTML; sanitise again when shown. */
  html: z.string(),
  text: z.string(),
  language: z.string(),
  earlier: z.array(z.object({ at: instant, title: z.string(), text: z.string() })),
  /** What we said to it, where that is known. */
  answer: z.object({ text: z.string(), at: instant.nullable() }).nullable(),
  /** How soon it was answered first, in milliseconds, where that is known, and who of us did. */
  answered: z.object({ after: z.number().nullable(), by: z.string() }).nullable(),
  /** Where else the same voice was heard. */
  elsewhere: z.array(
    z.object({ sourceId: id, sourceName: z.string(), address: z.string(), at: instant }),
  ),
  /** The whole conversation, in the order in which it was said; empty when it stands alone. */
  conversation: z.array(
    mentionRow
      .pick({
        id: true,
        sourceName: true,
        title: true,
        author: true,
        authorHandle: true,
        address: true,
        rating: true,
        customer: true,
      })
      .extend({ at: instant, html: z.string(), text: z.string(), language: z.string() }),
  ),
  /** The hosts whose pictures it would show, if asked. */
  pictureHosts: z.array(z.string()),
  /** Other words of the same author. */
  others: z.array(z.object({ id, title: z.string(), excerpt: z.string(), at: instant })),
  /** Whether those are known to be the same author's by their name alone. */
  othersByName: z.boolean(),
});

const sourceHealth = z.enum(['well', 'new', 'troubled', 'gone', 'silent', 'paused', 'resting']);

/** By what a source tells its items apart. */
export const sourceIdentity = z.enum(['by-itself', 'guid', 'link', 'words']);

export const source = z.object({
  id,
  kind: z.string(),
  name: z.string(),
  address: z.string(),
  /** The page a person would open. */
  home: z.string(),
  folder: z.string(),
  paused: z.boolean(),
  /** By what it tells its items apart; `by-itself` finds out. */
  identity: sourceIdentity,
  health: sourceHealth,
  /** Its health in a sentence. */
  healthWords: z.string(),
  lastSuccessAt: instant.nullable(),
  lastTriedAt: instant.nullable(),
  nextCheckAt: instant.nullable(),
  lastError: z.string().nullable(),
  mentions: z.number(),
  newMentions: z.number(),
});

/** What a source would bring, seen before it is kept. */
export const sourcePreview = z.object({
  kind: z.string(),
  address: z.string(),
  name: z.string(),
  home: z.string(),
  describes: z.string(),
  items: z.array(
    z.object({ title: z.string(), excerpt: z.string(), publishedAt: instant.nullable() }),
  ),
  already: id.nullable(),
  /** Set when nothing can be seen of it without a key; the sentence says what is wrong with it. */
  needsKey: z.object({ service: keyService, sentence: z.string() }).optional(),
});

export const sources = {
  ...adding,
  ...reviewFiles,
  list: procedure.output(z.array(source)),
  /** Looks at an address or handle: one preview for each source found there. */
  preview: procedure
    // With a kind it is looked at as that and as nothing else.
    .input(z.object({ address: someText(2000), kind: text(60).optional() }))
    .output(z.array(sourcePreview)),
  add: procedure
    .input(
      z.object({
        address: someText(2000),
        kind: text(60).optional(),
        name: text(200).default(''),
        folder: text(200).default(''),
      }),
    )
    .output(made),
  change: procedure
    .input(
      z.object({
        id,
        name: someText(200).optional(),
        folder: text(200).optional(),
        paused: z.boolean().optional(),
        identity: sourceIdentity.optional(),
      }),
    )
    .output(step),
  /** Stops listening to it. `kept` voices that a person made something of stay in sight. */
  remove: procedure.input(z.object({ id })).output(step.extend({ kept: z.number() })),
  /** Starts gathering these sources, or all that are due when none are named. Answers at once. */
  gather: procedure
    .input(z.object({ ids: z.array(id).max(5000).optional(), all: z.boolean().default(false) }))
    .output(z.object({ started: z.boolean(), sources: z.number() })),
  cancel: procedure.output(z.void()),
  /** The last requests of a source, newest first. */
  requests: procedure.input(z.object({ id })).output(
    z.array(
      z.object({
        at: instant,
        outcome: z.string(),
        status: z.number().nullable(),
        newItems: z.number(),
        milliseconds: z.number(),
      }),
    ),
  ),
  importOpml: procedure.input(z.object({ content: z.string().max(20_000_000) })).output(
    z.object({
      step: id.nullable(),
      added: z.number(),
      already: z.number(),
      refused: z.number(),
    }),
  ),
  exportOpml: procedure.output(z.object({ fileName: z.string(), content: z.string() })),
};

export const mentions = {
  list: procedure
    .input(
      page.extend({
        state: mentionState.optional(),
        sourceId: id.optional(),
        customerId: id.optional(),
        starred: z.boolean().optional(),
        words: text(200).default(''),
        /** What matters first: complaints, questions, praise; customers; those who wait longest. */
        order: z.enum(['matters', 'newest']).default('newest'),
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(mentionRow) })),
  get: procedure.input(z.object({ id })).output(mention),
  mark: procedure
    .input(z.object({ ids: z.array(id).min(1).max(5000), state: mentionState }))
    .output(step),
  star: procedure
    .input(z.object({ ids: z.array(id).min(1).max(5000), starred: z.boolean() }))
    .output(step),
  snooze: procedure.input(z.object({ ids: z.array(id).min(1).max(5000), until: day })).output(step),
  /** Says how these are meant; null leaves it to the guess again. */
  tone: procedure
    .input(z.object({ ids: z.array(id).min(1).max(5000), tone: tone.nullable() }))
    .output(step),
  /** Makes one conversation of these, and of the conversations they are in. */
  join: procedure.input(z.object({ ids: z.array(id).min(2).max(100) })).output(made),
  /** Takes one out of its conversation. */
  part: procedure.input(z.object({ id })).output(step),
  /** All of a voice as a text file: its words, earlier ones, who, where, when, what was done. */
  export: procedure
    .input(z.object({ id }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
  /** The voice's pictures from that host, fetched now and kept nowhere. */
  pictures: procedure.input(z.object({ id, host: z.string().max(300) })).output(
    z.object({
      pictures: z.array(z.object({ address: z.string(), data: z.string() })),
      missing: z.number(),
    }),
  ),
  /** Says who spoke; with `remember`, their handle is kept so that the next is known by itself. */
  link: procedure
    .input(z.object({ id, customerId: id, remember: z.boolean().default(true) }))
    .output(step),
  /** Not this person: undoes a link, or sets a proposal aside for good. */
  unlink: procedure.input(z.object({ id, customerId: id })).output(step),
  makeCustomer: procedure.input(z.object({ id })).output(made),
};
