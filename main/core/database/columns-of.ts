import { all, type Connection } from './connection.ts';

/** The columns of a table that can be written, in their order; none where there is no such table. */
export function columnsOf(connection: Connection, table: string): string[] {
  return all<{ name: string }>(
    connection,
    'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0',
    [table],
  ).map(({ name }) => name);
}
