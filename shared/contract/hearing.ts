import * as z from 'zod';
import { id, made, procedure, someText, step, text } from './base.ts';
import { mentionRow, tone } from './listening.ts';

/** What a rule does with a voice. */
const ruleDoes = z.enum(['noted', 'let-go', 'star', 'tone', 'link', 'tell']);

/** A rule as a person gives it: every condition that is said must hold. */
export const ruleForm = z.object({
  sourceId: id.nullable().default(null),
  /** A name or handle, compared as a whole. */
  author: text(200).default(''),
  /** One of these words or phrases suffices. */
  containing: z.array(someText(100)).max(100).default([]),
  /** Rated so many of five stars or fewer, whatever its own scale. */
  starsAtMost: z.number().min(1).max(5).nullable().default(null),
  byCustomer: z.boolean().default(false),
  does: ruleDoes,
  /** For `tone`: how it is meant. */
  tone: tone.nullable().default(null),
  /** For `link`: whose words they are. */
  customerId: id.nullable().default(null),
});

export const rule = ruleForm.extend({
  id,
  /** The rule as a sentence. */
  words: z.string(),
});

/** What a rule would have done with what is stored. */
export const ruleTried = z.object({
  /** The rule as a sentence. */
  words: z.string(),
  /** How many it fits. */
  fits: z.number(),
  /** How many of those it would change. */
  changes: z.number(),
  /** The latest of those that it fits. */
  rows: z.array(mentionRow),
});

const terms = z.array(someText(100)).max(500);

export const rules = {
  list: procedure.output(z.object({ rules: z.array(rule), ignored: z.array(z.string()) })),
  /** What the rule fits among what is stored; changes nothing. */
  try: procedure.input(ruleForm).output(ruleTried),
  /** Keeps a rule; with `alsoStored` it is applied to what is stored, all in one step. */
  keep: procedure
    .input(ruleForm.extend({ id: id.optional(), alsoStored: z.boolean().default(false) }))
    .output(made.extend({ changed: z.number() })),
  remove: procedure.input(z.object({ id })).output(step),
  /** Words whose voices are let go by themselves, except those of customers. */
  ignore: procedure
    .input(z.object({ terms, alsoStored: z.boolean().default(false) }))
    .output(step.extend({ changed: z.number() })),
  tryIgnoring: procedure.input(z.object({ terms })).output(ruleTried),
};

/** What a list of voices shows. */
const shown = z.enum(['new', 'answered', 'noted', 'let-go', 'starred', 'all']);

export const savedSearch = z.object({
  id,
  name: z.string(),
  words: z.string(),
  show: shown,
  sourceId: id.nullable(),
});

export const savedSearches = {
  list: procedure.output(z.array(savedSearch)),
  save: procedure
    .input(
      z.object({
        id: id.optional(),
        name: someText(100),
        words: text(200).default(''),
        show: shown.default('new'),
        sourceId: id.nullable().default(null),
      }),
    )
    .output(made),
  remove: procedure.input(z.object({ id })).output(step),
};
