import { type Connection, first, run } from '../database/connection.ts';
import type { JournaledTable } from '../journal/tables.ts';

/**
 * When a person wrote any of these columns of a row, or the row itself, after a place in the
 * journal: the last time, in ms since the Unix epoch; null when they did not. Places and not
 * times are compared, because a clock may be set.
 */
export function writtenSince(
  connection: Connection,
  since: number,
  row: { table: JournaledTable; id: string; columns: readonly string[] },
): number | null {
  const differs = row.columns.map(
    (column) => `json_extract(before, '$.${column}') IS NOT json_extract(after, '$.${column}')`,
  );
  const found = first<{ at: number }>(
    connection,
    `SELECT at FROM journal_change JOIN journal_step ON journal_step.id = step_id
     WHERE table_name = ? AND row_id = ? AND journal_change.id > ?
       AND (before IS NULL OR after IS NULL OR ${differs.join(' OR ')})
     ORDER BY journal_change.id DESC LIMIT 1`,
    [row.table, row.id, since],
  );
  return found?.at ?? null;
}

/** The place to which the journal is written. */
export function endOfJournal(connection: Connection): number {
  const found = first<{ last: number | null }>(
    connection,
    'SELECT max(id) AS last FROM journal_change',
  );
  return found?.last ?? 0;
}

/** The place to which the journal had been written when a house last looked; 0 when none has. */
export function lastLook(connection: Connection): number {
  return (
    first<{ place: number }>(connection, 'SELECT change_id AS place FROM reminder_look')?.place ?? 0
  );
}

/** Keeps that place for the next start. */
export function keepLook(connection: Connection, place: number): void {
  run(
    connection,
    `INSERT INTO reminder_look (id, change_id) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET change_id = excluded.change_id`,
    [place],
  );
}
