import { type Connection, first, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';

/**
 * Writes what a person made of a mention. The first time, what it has taken over from the same
 * voice in another source is taken along. What it is already it stays, since then and by whom.
 */
export function touchMention(write: Write, connection: Connection, id: string, changes: Row): void {
  const own = first<Row>(
    connection,
    'SELECT state, state_at, answered_by FROM mention_state WHERE id = ?',
    [id],
  );
  const before =
    own ??
    first<Row>(
      connection,
      `SELECT state, starred, snoozed_until, customer_id, tone, state_at, answer, answered_at,
         answered_by
       FROM mention_state
       WHERE id = (SELECT same_as FROM mention WHERE mention.id = ?)`,
      [id],
    );
  const { state_at = null, answered_by = null } = before ?? {};
  const since: Row = before && before.state === changes.state ? { state_at, answered_by } : {};
  write.put('mention_state', { ...before, ...changes, ...since, id });
}
