import * as z from 'zod';
import { day, id, procedure, step } from './base.ts';

/** Somebody who may be there twice, as much as tells them apart. */
const duplicatePerson = z.object({
  id,
  name: z.string(),
  company: z.string(),
  addedDay: day,
  lastSpokeDay: day.nullable(),
  /** Conversations, notes and follow-ups. */
  said: z.number(),
});

/** Two who may be one. */
export const duplicatePair = z.object({
  /** Of whom there is more: proposed as the one to keep. */
  one: duplicatePerson,
  other: duplicatePerson,
  /** From 0.5 to 1. */
  score: z.number(),
  /** In words, the strongest first: "The same phone number, 01632 960114". */
  why: z.array(z.string()),
});

/** What a person chooses between when two become one; lists are always put together. */
export const mergeField = z.enum([
  'givenName',
  'familyName',
  'nickname',
  'company',
  'role',
  'nameOrder',
  'pronouns',
  'saidAs',
  'circle',
  'rhythmDays',
  'howMet',
  'sentBy',
  'birthday',
  'photo',
]);

/** Whose it is afterwards. `both` is for how you met, and for birthdays. */
export const mergeChoice = z.enum(['keep', 'other', 'both']);

export const duplicates = {
  /** The likeliest first; `people` is how many people may be there more than once. */
  duplicates: procedure
    .input(z.object({ limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ people: z.number(), total: z.number(), pairs: z.array(duplicatePair) })),
  /** Remembered: they are not proposed again. */
  notTheSame: procedure.input(z.object({ one: id, other: id })).output(step),
  /**
   * Makes one of two. Where nothing is chosen, what `keep` has stands, and what it lacks is taken
   * from `other`, who goes to the bin.
   */
  merge: procedure
    .input(
      z.object({
        keep: id,
        other: id,
        fields: z.partialRecord(mergeField, mergeChoice).default({}),
      }),
    )
    .output(step),
};
