import * as z from 'zod';
import { reviewField } from '../../../../shared/contract/review-files.ts';
import { type Connection, first } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import type { RememberedTable } from './read-file.ts';

const shape = z.object({
  columns: z.array(z.object({ column: z.string(), field: reviewField })),
  best: z.number().nullable(),
  sourceName: z.string(),
});

const nameFor = (signature: string) => `review-table:${signature}`;

/** How a table of these columns was read the last time, or null. */
export function rememberedTable(connection: Connection, signature: string): RememberedTable | null {
  const row = first<{ value: string }>(connection, 'SELECT value FROM setting WHERE id = ?', [
    nameFor(signature),
  ]);
  const read = row ? shape.safeParse(JSON.parse(row.value)) : undefined;
  return read?.success ? read.data : null;
}

/** Remembers how a table was read, as part of bringing it in. */
export function rememberTable(write: Write, signature: string, table: RememberedTable): void {
  write.put('setting', { id: nameFor(signature), value: JSON.stringify(table) });
}
