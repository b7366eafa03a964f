import * as z from 'zod';
import { day, id, procedure, step } from './base.ts';

const somebody = z.object({ id, name: z.string(), binned: z.boolean() });

/** Somebody who came through the person: directly (`depth` 1) or through others in turn. */
export const sentPerson = somebody.extend({
  depth: z.number(),
  /** How many they sent themselves, directly. */
  sent: z.number(),
});

export const referrals = {
  /** Who sent somebody, and whom they sent, in turn: a tree in the order in which it is read. */
  referrals: procedure.input(z.object({ id })).output(
    z.object({
      /** Who sent them, and who sent those: the first of all comes first. */
      cameThrough: z.array(somebody),
      /** Whom they sent, each followed by those whom that one sent. */
      sent: z.array(sentPerson),
      /** How many more there are than are shown. */
      more: z.number(),
    }),
  ),
  /** Notes that somebody came back, today unless a day is given. */
  cameBack: procedure.input(z.object({ id, day: day.optional() })).output(step),
  /** Takes that back, by its own id. */
  didNotComeBack: procedure.input(z.object({ returnId: id })).output(step),
};
