import * as z from 'zod';
import { day, id, made, procedure, someText, step, text } from './base.ts';

/** How far a lesson has come. `kept` means: we keep it as it is, for a reason. */
export const lessonState = z.enum(['heard', 'thinking', 'changed', 'told', 'kept']);

/** What a lesson rests on. */
export const lessonVoice = z.object({
  kind: z.enum(['mention', 'conversation']),
  id,
  customer: z.object({ id, name: z.string() }).nullable(),
  excerpt: z.string(),
  day,
});

/** Somebody who taught a lesson and is to be told what changed, or was. */
const telling = z.object({
  customer: z.object({ id, name: z.string() }),
  /** Their own words. */
  words: z.string(),
  state: z.enum(['waiting', 'next', 'told', 'left']),
  toldDay: day.nullable(),
});

/** Praise or a good moment, with the leave of whose it is. */
export const story = z.object({
  id,
  text: z.string(),
  customer: z.object({ id, name: z.string() }).nullable(),
  mentionId: id.nullable(),
  conversationId: id.nullable(),
  /** The name that may be shown; empty without leave. */
  shownName: z.string(),
  leave: z.enum(['not-asked', 'asked', 'given', 'refused']),
  leaveDay: day.nullable(),
});

export const lesson = z.object({
  id,
  sentence: z.string(),
  state: lessonState,
  changed: z.string(),
  reason: z.string(),
  sinceDay: day,
  /** When something was changed for it, and by whom where that is known. */
  changedDay: day.nullable(),
  changedBy: z.string().nullable(),
  tellings: z.array(telling),
  people: z.number(),
  voices: z.array(lessonVoice),
});

export const lessons = {
  list: procedure.output(z.array(lesson)),
  add: procedure
    .input(
      z.object({
        sentence: someText(500),
        mentionIds: z.array(id).max(200).default([]),
        conversationIds: z.array(id).max(200).default([]),
      }),
    )
    .output(made),
  change: procedure
    .input(
      z.object({
        id,
        sentence: someText(500).optional(),
        state: lessonState.optional(),
        changed: text(2000).optional(),
        reason: text(2000).optional(),
      }),
    )
    .output(step),
  link: procedure
    .input(z.object({ id, kind: z.enum(['mention', 'conversation']), voiceId: id }))
    .output(step),
  unlink: procedure
    .input(z.object({ id, kind: z.enum(['mention', 'conversation']), voiceId: id }))
    .output(step),
  bin: procedure.input(z.object({ id })).output(step),
  /** Voices that may belong to it, with the words that they share; then those set aside. */
  proposed: procedure
    .input(z.object({ id }))
    .output(z.array(lessonVoice.extend({ shared: z.array(z.string()), aside: z.boolean() }))),
  /** Remembers that a proposed voice is no part of it. */
  setAside: procedure.input(z.object({ id, voiceId: id })).output(step),
  /** Takes that back. */
  takeUp: procedure.input(z.object({ id, voiceId: id })).output(step),
};

export const stories = {
  list: procedure.output(z.array(story)),
  keep: procedure
    .input(
      z.object({
        text: someText(5000),
        customerId: id.nullable().default(null),
        mentionId: id.nullable().default(null),
        conversationId: id.nullable().default(null),
      }),
    )
    .output(made),
  change: procedure
    .input(
      z.object({
        id,
        text: someText(5000).optional(),
        shownName: text(200).optional(),
        leave: story.shape.leave.optional(),
      }),
    )
    .output(step),
  bin: procedure.input(z.object({ id })).output(step),
};
