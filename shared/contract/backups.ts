import * as z from 'zod';
import { day, instant, procedure, step, text } from './base.ts';

/** Why a backup was made. */
export const backupReason = z.enum([
  'day',
  'asked',
  'migration',
  'import',
  'before-restore',
  'restored',
  'forgotten',
]);

/** What a house holds, in numbers that a person knows. */
export const holdings = z.object({
  people: z.number(),
  conversations: z.number(),
  notes: z.number(),
  followUps: z.number(),
  lessons: z.number(),
  mentions: z.number(),
});

/** A backup as a person chooses one. */
export const backup = z.object({
  name: z.string(),
  day,
  /** When it was made, its reason and what it holds; null when the note beside it is lost. */
  at: instant.nullable(),
  reason: backupReason.nullable(),
  holds: holdings.nullable(),
  bytes: z.number(),
  /** In Porchlight's own folder, in the second one, or in both. */
  places: z.array(z.enum(['here', 'second'])),
  /** Whether a passphrase is needed. */
  locked: z.boolean(),
  /** Whether a newer Porchlight wrote it, so that this one cannot read it. */
  newer: z.boolean(),
});

const backupName = z.string().max(100);

export const backups = {
  list: procedure.output(
    z.object({
      /** Newest first. */
      backups: z.array(backup),
      folder: z.string(),
      /** What all of those in the own folder take together, and may take. */
      bytes: z.number(),
      mostBytes: z.number(),
      running: z.boolean(),
      /** Why the last one could not be made; null when all is well. */
      problem: z.string().nullable(),
      second: z.object({
        /** Empty when none was chosen. */
        folder: z.string(),
        locked: z.boolean(),
        /** Why the newest is not there yet; null when it is. */
        problem: z.string().nullable(),
      }),
    }),
  ),
  /** Makes one now. */
  make: procedure.output(z.object({ name: z.string() })),
  /** What would be other than now if a backup were brought back. */
  compare: procedure.input(z.object({ name: backupName })).output(
    z.object({
      holds: holdings.nullable(),
      now: holdings,
      /** What was done since; null when the backup is not of this line of things. */
      since: z
        .object({
          steps: z.number(),
          /** The latest of them, as they were labelled. */
          latest: z.array(z.object({ at: instant, label: z.string() })),
        })
        .nullable(),
      /** When those were forgotten whom it still knows, the first first. */
      forgotten: z.array(instant),
    }),
  ),
  /**
   * Brings a backup back in place of what is here, which is saved first: `before` is the backup
   * that takes it back, null when there was nothing to lose.
   */
  restore: procedure
    .input(
      z.object({
        name: backupName,
        passphrase: z.string().max(1000).optional(),
        /** Whether those come back who were forgotten since; otherwise they are forgotten again. */
        withForgotten: z.boolean().default(false),
      }),
    )
    .output(z.object({ before: z.string().nullable(), holds: holdings })),
  /** Chooses the second folder, or none with an empty text. */
  chooseFolder: procedure.input(z.object({ folder: text(2000) })).output(step),
  /** Locks the copies in the second folder from now on; an empty passphrase no longer does. */
  choosePassphrase: procedure
    .input(
      z.object({
        passphrase: z
          .string()
          .max(1000)
          .refine((given) => given === '' || given.length >= 8, 'Please take at least 8 letters.'),
      }),
    )
    .output(z.void()),
};
