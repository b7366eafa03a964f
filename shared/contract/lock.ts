import * as z from 'zod';
import { procedure } from './base.ts';

const passphrase = z.string().max(1000);

/** The lock of the window: while it is locked, nothing but `state` and `open` is answered. */
export const lock = {
  state: procedure.output(
    z.object({
      /** Whether there is a passphrase at all. */
      isSet: z.boolean(),
      isLocked: z.boolean(),
      /** Whether something is due, which is told once it is open. */
      isWaiting: z.boolean(),
      /** After so many minutes in which nobody stirred it locks by itself; 0 for never. */
      idleMinutes: z.number(),
      /** The file in which the passphrase's print is kept: without it nothing is locked. */
      file: z.string(),
    }),
  ),
  /** Opens it again; a wrong passphrase is refused, and makes the next attempt wait. */
  open: procedure.input(z.object({ passphrase })).output(z.void()),
  /** Locks at once; refused where there is no passphrase. */
  now: procedure.output(z.void()),
  /** Takes a new passphrase, in place of the `current` one where there is one. */
  choose: procedure
    .input(
      z.object({
        passphrase: passphrase.min(6, 'Please take at least 6 letters.'),
        current: passphrase.optional(),
      }),
    )
    .output(z.void()),
  /** Does away with the lock. */
  remove: procedure.input(z.object({ current: passphrase })).output(z.void()),
  idle: procedure.input(z.object({ minutes: z.int().min(0).max(1440) })).output(z.void()),
  /** Somebody is there, at a window: pointer, keys, touch. */
  stir: procedure.output(z.void()),
};
