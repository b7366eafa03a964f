import { type Connection, first, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';

/**
 * Writes what a person made of a mention. The first time, what it has taken over from the same
 * voice in another source is taken along.
 */
export function touchMention(write: Write, connection: Connection, id: string, changes: Row): void {
  const own = first(connection, 'SELECT 1 FROM mention_state WHERE id = ?', [id]);
  const before = own
    ? undefined
    : first<Row>(
        connection,
        `SELECT state, starred, snoozed_until, customer_id, tone, state_at, answer, answered_at
         FROM mention_state
         WHERE id = (SELECT same_as FROM mention WHERE mention.id = ?)`,
        [id],
      );
  write.put('mention_state', { ...before, ...changes, id });
}
