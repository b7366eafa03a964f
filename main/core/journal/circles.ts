import { Refusal } from '../../../shared/refusal.ts';
import { type Connection, first } from '../database/connection.ts';

/**
 * Refuses a step after which somebody would have come through somebody whom they sent, directly or
 * in turn: two changes that were right when they were made can come to that once one of them is
 * taken back.
 */
export function refuseCircle(connection: Connection, step: string): void {
  const closed = first<{ name: string; sender: string }>(
    connection,
    `WITH RECURSIVE line (beginning, id) AS (
       SELECT customer.id, sent_by FROM journal_change JOIN customer ON customer.id = row_id
       WHERE step_id = ? AND table_name = 'customer' AND sent_by IS NOT NULL
         AND sent_by IS NOT json_extract(before, '$.sent_by')
       UNION SELECT beginning, sent_by FROM line JOIN customer USING (id)
       WHERE sent_by IS NOT NULL AND id <> beginning)
     SELECT customer.display_name AS name, sender.display_name AS sender
     FROM line JOIN customer ON customer.id = beginning JOIN customer AS sender
       ON sender.id = customer.sent_by
     WHERE line.id = beginning LIMIT 1`,
    [step],
  );
  if (!closed) return;
  const { name, sender } = closed;
  throw new Refusal(
    'conflict',
    `${name} would then have come to you through ${sender}, and ${sender} through ${name}. Change who sent one of them first.`,
  );
}
