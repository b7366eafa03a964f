import { columnsOf } from '../database/columns-of.ts';
import { all, type Connection, first, type Row, run, transaction } from '../database/connection.ts';
import {
  type KeptChange,
  type KeptGiven,
  type KeptStep,
  stepsAfter,
} from '../journal/read-kept.ts';
import { createWrite, type Write } from '../journal/write.ts';

/** What filling in came to. */
export interface FilledIn {
  /** Steps that were done again. */
  steps: number;
  /** Rows that could not be: what they refer to is gone. */
  left: number;
}

/**
 * Does again, on a database that is older, what the kept journal has of the time since. A step
 * that cannot be done whole is done as far as it can be; nothing that is there is lost by it.
 */
export async function fillIn(
  connection: Connection,
  folder: string,
  lastStep: string | null,
): Promise<FilledIn> {
  const filled: FilledIn = { steps: 0, left: 0 };
  for await (const kept of stepsAfter(folder, lastStep)) {
    if (first(connection, 'SELECT 1 FROM journal_step WHERE id = ?', [kept.step.id])) continue;
    try {
      transaction(connection, () => {
        connection.pragma('defer_foreign_keys = ON');
        redo(connection, kept, (_line, work) => work());
      });
    } catch {
      // Together it does not go; then one by one.
      transaction(connection, () =>
        redo(connection, kept, (_line, work) => {
          try {
            connection.transaction(work)();
          } catch {
            filled.left += 1;
          }
        }),
      );
    }
    filled.steps += 1;
  }
  return filled;
}

type Attempt = (line: KeptChange | KeptGiven, work: () => void) => void;

function redo(connection: Connection, { step, lines }: KeptStep, attempt: Attempt): void {
  const undoes = first<{ id: string; undoes: string | null }>(
    connection,
    'SELECT id, undoes FROM journal_step WHERE id = ?',
    [step.undoes],
  );
  insert(connection, 'journal_step', { ...step, undoes: undoes?.id ?? null, undone_by: null });
  const write = createWrite(connection, step.id, { tables: new Set(), changes: 0 });
  for (const line of lines) {
    attempt(line, () =>
      'given' in line ? give(connection, line) : change(connection, write, line),
    );
  }
  if (!undoes) return;
  run(connection, 'UPDATE journal_step SET undone_by = ? WHERE id = ?', [step.id, undoes.id]);
  // As in journal.ts: taking back an undo brings the first step to life again.
  if (undoes.undoes) {
    run(connection, 'UPDATE journal_step SET undone_by = NULL WHERE id = ?', [undoes.undoes]);
  }
}

function change(connection: Connection, write: Write, { table, id, after }: KeptChange): void {
  const columns = columnsOf(connection, table);
  if (after) {
    // A column that a later schema has given up is passed over.
    const row = Object.entries(after).filter(([column]) => columns.includes(column));
    write.put(table, { ...Object.fromEntries(row), id });
  } else if (first(connection, `SELECT 1 FROM "${table}" WHERE id = ?`, [id])) {
    write.remove(table, id);
  }
}

/** Puts a row there that is referred to, unless it is there; what it refers to in turn may be gone. */
function give(connection: Connection, { given, row, bytes }: KeptGiven): void {
  if (first(connection, `SELECT 1 FROM "${given}" WHERE id = ?`, [row.id ?? null])) return;
  if (bytes !== undefined) {
    insert(connection, given, { ...row, bytes: Buffer.from(bytes, 'base64') as never });
    return;
  }
  const loose = all<{ column: string; table: string }>(
    connection,
    `SELECT "from" AS column, "table" FROM pragma_foreign_key_list(?)`,
    [given],
  ).filter(
    ({ column, table }) =>
      row[column] !== null &&
      !first(connection, `SELECT 1 FROM "${table}" WHERE id = ?`, [row[column] ?? null]),
  );
  insert(connection, given, {
    ...row,
    ...Object.fromEntries(loose.map(({ column }) => [column, null])),
  });
}

function insert(connection: Connection, table: string, row: Row): void {
  const known = columnsOf(connection, table);
  const columns = Object.keys(row).filter((column) => known.includes(column));
  run(
    connection,
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
    columns.map((column) => row[column] ?? null),
  );
}
