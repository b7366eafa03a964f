import * as z from 'zod';
import { day, id, instant, made, page, procedure, someText, step, time } from './base.ts';

/** How a follow-up repeats: counted from its due day, or from the day it was done. */
export const recurrence = z.object({
  every: z.int().min(1).max(365),
  unit: z.enum(['day', 'week', 'month', 'year']),
  from: z.enum(['due', 'done']).default('due'),
});

const followUpState = z.enum(['open', 'done']);

export const followUp = z.object({
  id,
  text: z.string(),
  customer: z.object({ id, name: z.string() }).nullable(),
  dueDay: day,
  dueTime: time.nullable(),
  /** Hidden until this day when snoozed; the promise itself stays due when it was. */
  snoozedUntil: day.nullable(),
  recurrence: recurrence.nullable(),
  state: followUpState,
  doneAt: instant.nullable(),
  madeAt: instant,
  /** The conversation in which it was promised. */
  conversationId: id.nullable(),
  /** Days past due; negative when still ahead. */
  daysLate: z.number(),
});

export const followUps = {
  get: procedure.input(z.object({ id })).output(followUp),
  list: procedure
    .input(
      page.extend({
        state: followUpState.default('open'),
        customerId: id.optional(),
        /** Only what is due on or before this day (snoozed ones count by their snooze). */
        until: day.optional(),
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(followUp) })),
  add: procedure
    .input(
      z.object({
        text: someText(500),
        customerId: id.nullable().default(null),
        dueDay: day,
        dueTime: time.nullable().default(null),
        recurrence: recurrence.nullable().default(null),
      }),
    )
    .output(made),
  change: procedure
    .input(
      z.object({
        id,
        text: someText(500).optional(),
        customerId: id.nullable().optional(),
        dueDay: day.optional(),
        dueTime: time.nullable().optional(),
        recurrence: recurrence.nullable().optional(),
      }),
    )
    .output(step),
  /** Marks it done; a repeating one makes its next occurrence, whose id is given. */
  done: procedure
    .input(z.object({ id }))
    .output(step.extend({ next: z.object({ id, dueDay: day }).nullable() })),
  reopen: procedure.input(z.object({ id })).output(step),
  snooze: procedure.input(z.object({ id, until: day })).output(step),
  bin: procedure.input(z.object({ id })).output(step),
};
