import * as z from 'zod';
import { id, instant, page, procedure, step } from './base.ts';

/** One thing that a step changed, in plain words: "Phone (shop)", "0201 555", "0201 556". */
export const changeInWords = z.object({
  what: z.string(),
  /** Null when there was nothing. */
  before: z.string().nullable(),
  /** Null when it was taken away. */
  after: z.string().nullable(),
});

/** Something that was changed about somebody. */
export const historyStep = z.object({
  step: id,
  at: instant,
  label: z.string(),
  /** Who was at the keyboard; null when nobody said. */
  by: z.string().nullable(),
  /** Taken back since, for everybody or for this person. */
  undone: z.boolean(),
  /** How many people it concerned. */
  people: z.number(),
  /** It did the same to each of them: taking it back here leaves the others as they are. */
  apart: z.boolean(),
  /** What it did to this person, the first of it. */
  changes: z.array(changeInWords),
  /** How many changes are not named. */
  more: z.number(),
});

export const histories = {
  /** Everything that was changed about somebody, the latest first. */
  history: procedure
    .input(page.extend({ id }))
    .output(z.object({ total: z.number(), steps: z.array(historyStep) })),
  /** Takes back one step of somebody's history, for them alone where it did the same to many. */
  stepBack: procedure.input(z.object({ id, step: id })).output(step.extend({ label: z.string() })),
};
