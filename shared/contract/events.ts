import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { day, id, procedure } from './base.ts';

/** What the core tells the window by itself. */
export const event = z.discriminatedUnion('type', [
  /** Something was written; what is on the screen may be old. */
  z.object({ type: z.literal('changed'), topics: z.array(z.string()) }),
  /** How a gathering goes. */
  z.object({
    type: z.literal('gathering'),
    state: z.enum(['started', 'progress', 'finished', 'cancelled', 'offline']),
    done: z.number(),
    of: z.number(),
    newMentions: z.number(),
    failed: z.number(),
    /** The source that was just finished, with its outcome in a sentence. */
    source: z.object({ id, name: z.string(), ok: z.boolean(), words: z.string() }).nullable(),
  }),
  /** How far something is that takes long: a large import, or its undoing. */
  z.object({
    type: z.literal('heavy-work'),
    stage: z.enum(['reading', 'writing', 'finding-places', 'ended']),
    done: z.number(),
    of: z.number(),
  }),
  /** A notice waits for a window to show it (reminders.take). */
  z.object({ type: z.literal('notice') }),
  /** Midnight has passed, or the machine woke on another day. */
  z.object({ type: z.literal('day-turned'), day }),
]);

export const events = {
  listen: procedure.output(eventIterator(event)),
};
