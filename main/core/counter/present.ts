import { type Connection, first } from '../database/connection.ts';

/** Who is at the keyboard now, in SQL: their id, or null. */
export const presentColleague = `(SELECT colleague.id FROM at_the_counter
  JOIN colleague ON colleague.id = at_the_counter.colleague_id WHERE binned_at IS NULL)`;

/** Who is at the keyboard now; null when nobody said so. */
export function whoIsPresent(connection: Connection): string | null {
  const row = first<{ id: string | null }>(connection, `SELECT ${presentColleague} AS id`);
  return row?.id ?? null;
}
