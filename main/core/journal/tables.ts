import { all, type Connection, first, type Row } from '../database/connection.ts';

/** The tables that a person writes. Nothing but the journal changes them. */
export const journaledTables = [
  'customer',
  'customer_contact',
  'customer_relation',
  'customer_date',
  'customer_fact',
  'customer_tag',
  'not_the_same',
  'conversation',
  'conversation_customer',
  'note',
  'follow_up',
  'source',
  // Only reviews out of a file are a step; what is gathered is none.
  'mention',
  'mention_earlier',
  'mention_state',
  'mention_not',
  'rule',
  'saved_search',
  'daily_pick',
  'setting',
  'sample_row',
  'lesson',
  'lesson_voice',
  'reflection_answer',
] as const;

export type JournaledTable = (typeof journaledTables)[number];

const columnsOf = new WeakMap<Connection, Map<JournaledTable, readonly string[]>>();

/** The columns of a table that can be written; generated ones are left out. */
export function writableColumns(connection: Connection, table: JournaledTable): readonly string[] {
  let known = columnsOf.get(connection);
  if (!known) {
    known = new Map();
    columnsOf.set(connection, known);
  }
  const found = known.get(table);
  if (found) return found;
  const columns = all<{ name: string; hidden: number }>(
    connection,
    `SELECT name, hidden FROM pragma_table_xinfo('${table}')`,
  )
    .filter((column) => column.hidden === 0)
    .map((column) => column.name);
  known.set(table, columns);
  return columns;
}

/** A whole row as it stands, its generated columns left out; undefined when there is none. */
export function readRow(
  connection: Connection,
  table: JournaledTable,
  id: string,
): Row | undefined {
  const columns = writableColumns(connection, table)
    .map((column) => `"${column}"`)
    .join(', ');
  return first<Row>(connection, `SELECT ${columns} FROM ${table} WHERE id = ?`, [id]);
}
