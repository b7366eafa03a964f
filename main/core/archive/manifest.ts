import * as z from 'zod';
import { Refusal } from '../../../shared/refusal.ts';

/*
 * An archive, format 1: everything of a house in one zip file (PKWARE APPNOTE 6.3.10; deflate,
 * Zip64 where it is needed), named `….porchlight.zip`.
 *
 *   porchlight.json        the manifest below, as JSON (RFC 8259)
 *   tables/<table>.jsonl   a table of the database, a row a line: a JSON object by column, in the
 *                          order in which the rows were written. Text, numbers and null are
 *                          JSON's own; bytes are `{"file": "<path in the zip>"}`
 *   photos/<id>.<type>     a picture, under the SHA-256 of its bytes
 *   read-me.txt            what this is, for whoever finds it
 *
 * All is UTF-8. What the program can make anew from the rest (the search, how things stand with
 * somebody) is not in it, nor are keys of services: those stay with the machine. The columns are
 * those of the schema whose number the manifest has (main/core/database/migrations); a later
 * version builds that schema, puts the rows in, and goes on from there as with old data of its own.
 */

export const manifestName = 'porchlight.json';
export const archiveEnding = '.porchlight.zip';

const file = z.object({ bytes: z.int().min(0), sha256: z.string().length(64) });

export const manifestShape = z.object({
  program: z.literal('Porchlight'),
  format: z.literal(1),
  /** The program and the schema that wrote it. */
  version: z.string(),
  schema: z.int().min(1),
  /** When: milliseconds since the Unix epoch, and the local day. */
  at: z.int(),
  day: z.iso.date(),
  tables: z.record(
    z.string(),
    file.extend({ rows: z.int().min(0), columns: z.array(z.string()).min(1) }),
  ),
  /** Everything else, by its path. */
  files: z.record(z.string(), file),
});

export type Manifest = z.infer<typeof manifestShape>;

/** What every reader refuses that finds something else than was written. */
export function notWhole(): Refusal {
  return new Refusal('damaged', 'This is no archive of Porchlight, or it was changed or cut off.');
}

export const readMe = `This is everything that Porchlight knew on the day in porchlight.json.

Any later Porchlight brings it in: Settings, "Your data", or: porchlight import <this file>
Without Porchlight: each file in "tables" is a table, one JSON object a line; the pictures are in
"photos". Both can be read by any program for text and pictures.
`;
