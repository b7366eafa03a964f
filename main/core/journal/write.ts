import { type Connection, type Row, run } from '../database/connection.ts';
import { defaultRow, type JournaledTable, readRow } from './tables.ts';
import { whoseChange } from './whose-change.ts';

/** Changes rows and keeps what they were before and after, for one step of the journal. */
export interface Write {
  /** The step's id. */
  readonly step: string;
  insert(table: JournaledTable, row: Row & { id: string }): void;
  /** Changes the given columns; answers whether anything differed. Throws when there is no such row. */
  update(table: JournaledTable, id: string, changes: Row): boolean;
  /** Inserts the row, or changes it when there is one with its id. */
  put(table: JournaledTable, row: Row & { id: string }): void;
  remove(table: JournaledTable, id: string): void;
}

export interface Touched {
  tables: Set<JournaledTable>;
  changes: number;
}

/** A writer for one step; `touched` is filled as it goes. */
export function createWrite(connection: Connection, step: string, touched: Touched): Write {
  const remember = (
    table: JournaledTable,
    id: string,
    before: Row | undefined,
    after: Row | undefined,
  ) => {
    touched.tables.add(table);
    touched.changes += 1;
    const [whose = null, ...others] = whoseChange(connection, table, id, after, before);
    run(
      connection,
      `INSERT INTO journal_change (step_id, table_name, row_id, customer_id, before, after)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [
        step,
        table,
        id,
        whose,
        before ? JSON.stringify(before) : null,
        after ? JSON.stringify(after) : null,
      ],
    );
    if (others.length === 0) return;
    run(
      connection,
      `INSERT INTO journal_about (customer_id, change_id)
       SELECT value, last_insert_rowid() FROM json_each(?)`,
      [JSON.stringify(others)],
    );
  };

  const write: Write = {
    step,
    insert(table, row) {
      remember(table, row.id, undefined, insertRow(connection, table, row));
    },
    update(table, id, changes) {
      const before = readRow(connection, table, id);
      if (!before) throw new Error(`No row ${id} in ${table}`);
      const differing = Object.entries(changes).filter(([column, value]) => {
        if (!(column in before)) throw new Error(`No column ${column} in ${table}`);
        return before[column] !== value;
      });
      if (differing.length === 0) return false;
      updateRow(connection, table, id, Object.fromEntries(differing));
      remember(table, id, before, readRow(connection, table, id));
      return true;
    },
    put(table, row) {
      if (readRow(connection, table, row.id)) write.update(table, row.id, row);
      else write.insert(table, row);
    },
    remove(table, id) {
      const before = readRow(connection, table, id);
      if (!before) throw new Error(`No row ${id} in ${table}`);
      run(connection, `DELETE FROM ${table} WHERE id = ?`, [id]);
      remember(table, id, before, undefined);
    },
  };
  return write;
}

/** Inserts a row, and gives it as it stands now, with what it was given by default. */
function insertRow(connection: Connection, table: JournaledTable, row: Row): Row {
  const whole = { ...defaultRow(connection, table) };
  const columns = Object.keys(row);
  for (const column of columns) {
    if (!(column in whole)) throw new Error(`No column ${column} in ${table}`);
    whole[column] = row[column] ?? null;
  }
  run(connection, insertion(table, columns), Object.values(row));
  return whole;
}

const insertions = new Map<string, string>();

/** The same text for the same columns, so that it is put together and looked up only once. */
function insertion(table: JournaledTable, columns: readonly string[]): string {
  const key = `${table} ${columns.join(' ')}`;
  const known = insertions.get(key);
  if (known) return known;
  const sql = `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`;
  insertions.set(key, sql);
  return sql;
}

function updateRow(connection: Connection, table: JournaledTable, id: string, changes: Row): void {
  const sets = Object.keys(changes).map((column) => `"${column}" = ?`);
  run(connection, `UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`, [
    ...Object.values(changes),
    id,
  ]);
}
