import * as z from 'zod';
import { day, id, instant, made, page, procedure, someText, step, time } from './base.ts';

/** How a follow-up repeats: counted from its due day, or from the day it was done. */
export const recurrence = z
  .object({
    every: z.int().min(1).max(365),
    unit: z.enum(['day', 'week', 'month', 'year']),
    from: z.enum(['due', 'done']).default('due'),
    /** With weeks: the days of the week, 1 for Monday to 7 for Sunday; its own when none are said. */
    weekdays: z.array(z.int().min(1).max(7)).max(7).optional(),
    /** With months: on the last day of each. */
    lastDay: z.boolean().optional(),
  })
  .refine(
    ({ unit, weekdays, lastDay }) =>
      (unit === 'week' || !weekdays?.length) && (unit === 'month' || !lastDay),
    'Days of the week go with weeks, and the last day goes with months.',
  );

const followUpState = z.enum(['open', 'done']);
export const followUpSort = z.enum(['day', 'person', 'newest']);

export const followUp = z.object({
  id,
  text: z.string(),
  customer: z.object({ id, name: z.string() }).nullable(),
  /** Who of us made it, and to whom of us it is given; null where nobody said. */
  madeBy: z.string().nullable(),
  givenTo: z.object({ id, name: z.string() }).nullable(),
  dueDay: day,
  dueTime: time.nullable(),
  /** Hidden until this day when snoozed; the promise itself stays due when it was. */
  snoozedUntil: day.nullable(),
  /** The time of that day; in the morning when none is said. */
  snoozedTime: time.nullable(),
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
        /** `lately`: the open ones, and behind them what was done in the last two weeks. */
        state: z.enum(['open', 'done', 'lately']).default('open'),
        /** Open ones by the day they ask for attention, by whom they are for, or the newest first. */
        sort: followUpSort.default('day'),
        customerId: id.optional(),
        /** Only what is given to this colleague, or to nobody in particular. */
        colleagueId: id.optional(),
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
        givenTo: id.nullable().default(null),
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
        givenTo: id.nullable().optional(),
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
  /** Puts it off until a day, perhaps until a time of that day. */
  snooze: procedure
    .input(z.object({ id, until: day, time: time.nullable().default(null) }))
    .output(step),
  bin: procedure.input(z.object({ id })).output(step),
};
