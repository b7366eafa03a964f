import * as z from 'zod';
import { day, id, instant, page, procedure, step } from './base.ts';

/** What can be in the bin. */
export const binKind = z.enum(['customer', 'conversation', 'note', 'follow-up', 'lesson']);

const entry = z.object({ kind: binKind, id });

/** Something in the bin, until it leaves for good. */
export const binEntry = entry.extend({
  /** The name, or the first words. */
  title: z.string(),
  /** Whose it is; of a customer who was merged, with whom they are one. */
  of: z.array(z.object({ id, name: z.string() })),
  merged: z.boolean(),
  binnedAt: instant,
  /** The day on which it leaves for good. */
  leavesDay: day,
});

const entries = z.array(entry).min(1).max(20000);

export const bin = {
  /** What was put in the last comes first. */
  list: procedure
    .input(page.extend({ kinds: z.array(binKind).optional() }))
    .output(z.object({ total: z.number(), rows: z.array(binEntry) })),
  /** Brings back what is named, as one step. */
  restore: procedure.input(z.object({ entries })).output(step),
  /** Lets what is named go for good, with all that belongs to it. This cannot be undone. */
  letGo: procedure.input(z.object({ entries })).output(z.object({ gone: z.number() })),
};
