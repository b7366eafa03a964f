import * as z from 'zod';
import { backup, holdings } from './backups.ts';
import { instant, procedure } from './base.ts';

/** What can be wrong with the file of the database. */
const trouble = z.enum(['missing', 'garbage', 'truncated', 'foreign', 'damaged']);

export const rescue = {
  /** A damage that was found at a start and waits for a decision; null when all is well. */
  state: procedure.output(
    z
      .object({
        trouble,
        at: instant,
        /** Where the file lies now, untouched; null when there was none. */
        file: z.string().nullable(),
        /** The newest backup that can be read; null when there is none. */
        backup: backup.nullable(),
        /** What the journal kept beside the database has of the time since, newest first. */
        since: z.object({
          steps: z.number(),
          latest: z.array(z.object({ at: instant, label: z.string() })),
        }),
      })
      .nullable(),
  ),
  /**
   * Brings a backup back, or nothing but the journal when no name is given, and does again what
   * the journal has of the time since. `left` counts what could not be done again.
   */
  bringBack: procedure
    .input(
      z.object({
        name: z.string().max(100).nullable(),
        passphrase: z.string().max(1000).optional(),
      }),
    )
    .output(z.object({ holds: holdings, steps: z.number(), left: z.number() })),
  /** Goes on with the empty house that stands there now. What was set aside stays there. */
  startAnew: procedure.output(z.void()),
  /** What the house has to say about itself, until somebody has heard it. */
  remarks: procedure.output(z.array(z.object({ id: z.string(), sentence: z.string() }))),
  heard: procedure.input(z.object({ id: z.string().max(200) })).output(z.void()),
};
