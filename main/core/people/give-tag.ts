import type { House } from '../core.ts';
import { type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';

/** Gives somebody a tag within a step; nothing happens when they carry it already. */
export function giveTag(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  write: Write,
  customerId: string,
  tag: string,
): void {
  if (tagRow(connection, customerId, tag)) return;
  const last = first<{ position: number | null }>(
    connection,
    'SELECT max(position) AS position FROM customer_tag WHERE customer_id = ?',
    [customerId],
  );
  write.insert('customer_tag', {
    id: newId(clock),
    customer_id: customerId,
    tag,
    position: (last?.position ?? -1) + 1,
  });
}

/** Takes a tag from somebody within a step. */
export function takeTag(
  { connection }: Pick<House, 'connection'>,
  write: Write,
  customerId: string,
  tag: string,
): void {
  const row = tagRow(connection, customerId, tag);
  if (row) write.remove('customer_tag', row.id);
}

function tagRow(connection: Connection, customerId: string, tag: string) {
  return first<{ id: string }>(
    connection,
    'SELECT id FROM customer_tag WHERE customer_id = ? AND tag = ?',
    [customerId, tag],
  );
}
