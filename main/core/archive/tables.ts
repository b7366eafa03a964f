import { all, type Connection } from '../database/connection.ts';
import { ownTables } from '../database/look.ts';
import { derivedTables } from '../search/rebuild.ts';

/** A table as an archive has it. */
export interface ArchivedTable {
  name: string;
  /** Its columns without generated ones. */
  columns: string[];
  /** Those that hold bytes. */
  ofBytes: string[];
  /** The order in which its rows were written. */
  order: string;
}

/** The tables that an archive holds: all but those that can be made anew. */
export function archivedTables(connection: Connection): ArchivedTable[] {
  return ownTables(connection)
    .filter((name) => !derivedTables.includes(name))
    .map((name) => {
      const columns = all<{ name: string; type: string; pk: number; hidden: number }>(
        connection,
        'SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)',
        [name],
      ).filter(({ hidden }) => hidden === 0);
      const keys = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      return {
        name,
        columns: columns.map((column) => column.name),
        ofBytes: columns.filter(({ type }) => type === 'BLOB').map((column) => column.name),
        order: hasRowIds(connection, name)
          ? 'rowid'
          : keys.map((column) => `"${column.name}"`).join(', '),
      };
    });
}

function hasRowIds(connection: Connection, table: string): boolean {
  const rows = all<{ wr: number }>(
    connection,
    "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?",
    [table],
  );
  return rows[0]?.wr === 0;
}
