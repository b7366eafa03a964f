import * as z from 'zod';
import { day, id, instant, made, procedure, someText, step, text } from './base.ts';
import { tone } from './listening.ts';

/** Where an answer can be posted by Porchlight itself. */
const postingNetwork = z.enum(['mastodon', 'bluesky']);

/** What is pointed at before an answer goes out. */
export const answerRemark = z.object({
  kind: z.enum(['shouting', 'blame', 'sarcasm', 'legal-threat', 'private', 'client']),
  /** The place in the text, in UTF-16 units. */
  start: z.int(),
  end: z.int(),
  /** For `private`: where alone this stands, such as "a note of 2 March". */
  where: z.string().optional(),
});

/** An answer to a voice, or a question that is asked first. */
export const answer = z.object({
  id,
  mentionId: id,
  kind: z.enum(['question', 'answer']),
  text: z.string(),
  /** What is true in what they said; private. */
  heart: z.string(),
  state: z.enum(['draft', 'asleep', 'given', 'sent']),
  wakesOn: day.nullable(),
  way: z.enum(['', 'copied', 'mastodon', 'bluesky']),
  sentAt: instant.nullable(),
  /** Who of us wrote it last; empty when nobody said. */
  by: z.string(),
  address: z.string(),
  /** How posting goes, while it does. */
  posting: z
    .object({
      state: z.enum(['waiting', 'posting', 'failed']),
      tries: z.number(),
      problem: z.string(),
      nextTryAt: instant,
    })
    .nullable(),
  versions: z.array(z.object({ text: z.string(), at: instant })),
});

/** The shop's own first sentence, for voices of one tone or for all; `{name}` is the person's. */
export const opening = z.object({ id, text: z.string(), tone: z.union([tone, z.literal('')]) });

const openingForm = z.object({
  text: someText(500),
  tone: z.union([tone, z.literal('')]).default(''),
});

/** What is kept while one writes. */
const written = z.object({
  mentionId: id,
  kind: z.enum(['question', 'answer']).default('answer'),
  text: text(20_000),
  heart: text(1000).default(''),
});

export const answers = {
  /** All that is needed to answer a voice. */
  get: procedure.input(z.object({ mentionId: id })).output(
    z.object({
      /** What is being written, or waits to go out. */
      present: answer.nullable(),
      /** What went out, the latest first. */
      sent: z.array(answer),
      openings: z.array(opening),
      /** What the person is called, for an opening; empty when nobody knows. */
      called: z.string(),
      network: z.enum(['bluesky', 'mastodon', 'google']).nullable(),
      most: z.number().nullable(),
      /** Where Porchlight itself could post it. */
      posts: z.object({ network: postingNetwork, hasKey: z.boolean() }).nullable(),
      /** The duty of silence by profession. */
      duty: z.enum(['none', 'attorney', 'health']),
    }),
  ),
  /** A gentle look at what is written: nothing of it is forbidden. */
  look: procedure
    .input(z.object({ mentionId: id, text: text(20_000) }))
    .output(z.object({ remarks: z.array(answerRemark), length: z.number() })),
  /** Keeps what is written so far, with the version before it. */
  keep: procedure.input(written).output(step.nullable()),
  /** Lets it sleep; it is shown again on the morning of that day. */
  sleep: procedure.input(written.extend({ until: day })).output(step),
  /** Hands it over to be posted as a reply, once, as soon as that is possible. */
  post: procedure.input(written.extend({ network: postingNetwork })).output(step),
  /** Says that it went out by hand. */
  sent: procedure.input(written).output(step),
  /** Takes it back from those that wait to be posted; refuses what may be out already. */
  hold: procedure.input(z.object({ id })).output(step),
  /** Tries at once to post what waits or has failed. */
  tryAgain: procedure.input(z.object({ id })).output(z.object({})),
  /** What has been begun, sleeps, waits to be posted or has failed, the oldest first. */
  open: procedure.output(
    z.array(
      answer.extend({
        title: z.string(),
        author: z.string(),
        sourceName: z.string(),
        awake: z.boolean(),
      }),
    ),
  ),
  openings: procedure.output(z.array(opening)),
  addOpening: procedure.input(openingForm).output(made),
  changeOpening: procedure.input(openingForm.extend({ id })).output(step),
  binOpening: procedure.input(z.object({ id })).output(step),
};
