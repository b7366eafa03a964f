import * as z from 'zod';
import { partBytes } from '../part-bytes.ts';
import { holdings } from './backups.ts';
import { day, instant, procedure } from './base.ts';

/** A file that is being handed over in parts; it is forgotten when the house closes. */
const passing = z.uuid();

export const archives = {
  /** Packs everything into one file, to be fetched with `read`. */
  make: procedure.output(z.object({ id: passing, fileName: z.string(), bytes: z.number() })),
  /** A part of it from a place on, in base64 (RFC 4648); `next` is null after the last. */
  read: procedure
    .input(z.object({ id: passing, from: z.int().min(0) }))
    .output(z.object({ content: z.string(), next: z.number().nullable() })),
  /** Begins handing an archive in. */
  begin: procedure.output(z.object({ id: passing })),
  /** The next part of it, in base64. */
  write: procedure
    .input(z.object({ id: passing, content: z.string().max(partBytes * 2) }))
    .output(z.void()),
  /** What an archive that was handed in says of itself, beside what is here now. */
  look: procedure.input(z.object({ id: passing })).output(
    z.object({
      at: instant,
      day,
      version: z.string(),
      holds: holdings,
      now: holdings,
      /** Whether there is nothing here that would be replaced. */
      isEmpty: z.boolean(),
    }),
  ),
  /** Puts it in the place of everything here, which is saved first (see backups.restore). */
  bringIn: procedure
    .input(z.object({ id: passing }))
    .output(z.object({ before: z.string().nullable(), holds: holdings })),
  /** Lets go of a file in either direction. */
  done: procedure.input(z.object({ id: passing })).output(z.void()),
};
