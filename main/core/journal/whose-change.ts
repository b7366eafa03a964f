import { all, type Connection, first, type Row } from '../database/connection.ts';
import type { JournaledTable } from './tables.ts';

/** Columns that name customers, besides `customer_id`, where the change is theirs too. */
const alsoNamed: Partial<Record<JournaledTable, readonly string[]>> = {
  customer_relation: ['other_id'],
  matter_party: ['other_id'],
};

/**
 * The customers whose history a change of a row belongs to, each once, the one it is written
 * under first: those named in the row as it is and as it was, and who took part in a conversation,
 * also when somebody else comes into it or leaves it.
 */
export function whoseChange(
  connection: Connection,
  table: JournaledTable,
  id: string,
  after: Row | undefined,
  before: Row | undefined,
): string[] {
  if (table === 'customer') return [id];
  if (table === 'conversation') return takingPart(connection, id);
  const columns = ['customer_id', ...(alsoNamed[table] ?? [])];
  const named = [after, before].flatMap((row) => columns.map((column) => row?.[column]));
  if (table === 'conversation_customer' && !(after && before)) {
    named.push(...takingPart(connection, String((after ?? before)?.conversation_id)));
  }
  if (table === 'matter_party' || table === 'matter_note') {
    named.unshift(clientOf(connection, String((after ?? before)?.matter_id)));
  }
  return [...new Set(named.filter((value): value is string => typeof value === 'string'))];
}

function clientOf(connection: Connection, matterId: string): string | undefined {
  return first<{ id: string }>(connection, 'SELECT customer_id AS id FROM matter WHERE id = ?', [
    matterId,
  ])?.id;
}

function takingPart(connection: Connection, conversationId: string): string[] {
  return all<{ id: string }>(
    connection,
    `SELECT customer_id AS id FROM conversation_customer
     WHERE conversation_id = ? ORDER BY rowid`,
    [conversationId],
  ).map((row) => row.id);
}
