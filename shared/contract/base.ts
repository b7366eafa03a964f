import { oc } from '@orpc/contract';
import * as z from 'zod';

/** Every procedure's start: one typed error, whose message is a sentence for the person. */
export const procedure = oc.errors({
  REFUSED: {
    status: 422,
    data: z.object({ code: z.string(), field: z.string().optional() }),
  },
});

/** An identity as every row carries it (RFC 9562 UUID, version 7 where we make it). */
export const id = z.uuid();

/**
 * Text that a person typed: trimmed, in Unicode NFC, lone surrogates replaced, length capped, and
 * without U+0000, at which SQLite's search would take a text to end.
 */
export const text = (most: number) =>
  z
    .string()
    .max(most, `That is longer than the ${most} characters there is room for.`)
    .transform((typed) => typed.toWellFormed().replaceAll('\0', '').normalize('NFC').trim());

/** Text that must not be empty once trimmed. */
export const someText = (most: number) =>
  text(most).refine((typed) => typed.length > 0, 'Please write something first.');

/** A local day, `YYYY-MM-DD` (ISO 8601), that exists in the calendar. */
export const day = z.iso.date();

/** A local time of day, `HH:MM`. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time looks like 08:30.');

/** An instant, in milliseconds since the Unix epoch. */
export const instant = z.int();

/** What a change gives back: the journal's step, so that it can be undone. */
export const step = z.object({ step: id });

/** A change that made something new. */
export const made = step.extend({ id });

/** A page of a long list. */
export const page = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});
