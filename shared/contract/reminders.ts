import * as z from 'zod';
import { id, procedure, step } from './base.ts';
import { followUp } from './followups.ts';

/** A notice that a window is to show, because the machine shows none. */
export const waitingNotice = z.object({
  id,
  title: z.string(),
  body: z.string(),
  /** Where it leads, such as `/people/<id>`. */
  place: z.string(),
  /** It is about what came up while nobody was there. */
  missed: z.boolean(),
  /** What can be done from it at once. */
  actions: z.array(z.object({ id: z.string(), label: z.string() })),
});

/** Something that came up while nobody was there. */
export const missedReminder = z.object({
  id: z.string(),
  words: z.string(),
  customer: z.object({ id, name: z.string() }).nullable(),
  /** The follow-up, when it is one. */
  followUp: followUp.nullable(),
});

export const reminders = {
  /** The notices that wait for a window; each is given once, to whichever window asks first. */
  take: procedure.output(z.array(waitingNotice)),
  /** Does what was chosen on a notice. */
  answer: procedure
    .input(z.object({ id, action: z.string().max(40) }))
    .output(step.extend({ said: z.string() })),
  /** What came up while the house was closed, until it is dealt with or put away. */
  missed: procedure.output(z.array(missedReminder)),
  putAway: procedure.output(step),
};
