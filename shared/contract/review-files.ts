import * as z from 'zod';
import { id, instant, procedure, text } from './base.ts';

/** What a column of a table of reviews holds. */
export const reviewField = z.enum([
  'ignore',
  'author',
  'rating',
  'title',
  'text',
  'date',
  'id',
  'link',
  'answer',
  'answerDate',
]);

const reviewFile = z.object({
  fileName: text(500),
  /** The file's bytes in base64 (RFC 4648), so that any encoding arrives whole. */
  content: z.string().max(60_000_000),
  /** Said when a table that looks like people is one of reviews. */
  as: z.literal('reviews').optional(),
  /** What each column of a table holds, where the guess was put right. */
  columns: z.array(z.object({ column: z.string().max(1000), field: reviewField })).optional(),
  /** The best rating of its scale, where the guess was put right. */
  best: z.number().min(1).max(1000).optional(),
});

/** A review in a file, before it is kept. */
export const reviewFound = z.object({
  /** Its place in the file, from 1. */
  row: z.number(),
  author: z.string(),
  title: z.string(),
  text: z.string(),
  publishedAt: instant.nullable(),
  /** Raw, on the scale that it was given on. */
  rating: z.object({ value: z.number(), best: z.number(), worst: z.number() }).nullable(),
  answer: z.string(),
  /** Whether it is here already. */
  already: z.boolean(),
  /** Why it cannot be taken, in a sentence; null when it can. */
  problem: z.string().nullable(),
});

/** What a file that was dropped holds, seen before anything is kept. */
export const fileLook = z.discriminatedUnion('holds', [
  z.object({
    holds: z.literal('people'),
    /** Whether it is plainly people; a table of anything may be either. */
    sure: z.boolean(),
  }),
  z.object({ holds: z.literal('sources'), total: z.number(), names: z.array(z.string()) }),
  z.object({
    holds: z.literal('reviews'),
    /** Under what its voices will be heard. */
    sourceName: z.string(),
    total: z.number(),
    already: z.number(),
    problems: z.number(),
    /** The columns of a table with the first thing in each; null where the file says it itself. */
    columns: z
      .array(z.object({ column: z.string(), field: reviewField, example: z.string() }))
      .nullable(),
    best: z.number().nullable(),
    /** Whether the columns are as they were put right for an earlier file. */
    remembered: z.boolean(),
    /** The first of them, and those with a problem. */
    reviews: z.array(reviewFound),
  }),
]);

/** Reviews out of files; part of `sources`. */
export const reviewFiles = {
  /** Looks at a file of reviews, sources or people; keeps nothing. */
  lookAtFile: procedure.input(reviewFile).output(fileLook),
  /** Brings the reviews of a file in, as one step that can be undone whole. */
  importReviews: procedure.input(reviewFile.extend({ sourceName: text(200).default('') })).output(
    z.object({
      step: id.nullable(),
      /** Where they are heard, when that is one source. */
      sourceId: id.nullable(),
      added: z.number(),
      edited: z.number(),
      already: z.number(),
      problems: z.array(z.object({ row: z.number(), sentence: z.string() })),
    }),
  ),
};
