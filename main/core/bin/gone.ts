import { all, type Connection, run } from '../database/connection.ts';
import { stepsInSql } from '../today/steps.ts';

/** A column that points at a row of another table, as the schema says it. */
export interface Pointer {
  table: string;
  column: string;
  target: string;
  /** It cannot be without what it points at. */
  isNeeded: boolean;
  /** The schema says what becomes of it (ON DELETE); where it does not, we do. */
  isDecided: boolean;
}

/** These may point at nothing, but are nothing without whom they belong to. */
const belongs = ['note.customer_id', 'follow_up.customer_id', 'lesson_voice.conversation_id'];

/** The ids of a table's rows that are to go, in SQL. */
export const gone = (table: string) => `SELECT id FROM temp.gone WHERE table_name = '${table}'`;

/** Begins a list of rows that are to go, within the transaction in which they do. */
export function beginGone(connection: Connection): void {
  connection.pragma('defer_foreign_keys = ON');
  connection.exec(
    'CREATE TEMP TABLE IF NOT EXISTS gone (table_name TEXT, id TEXT, PRIMARY KEY (table_name, id))',
  );
  run(connection, 'DELETE FROM temp.gone');
}

/**
 * Every column that points at a row. `also` names further ones (`table.column`) that are nothing
 * without what they point at.
 */
export function readPointers(connection: Connection, also: readonly string[] = []): Pointer[] {
  const needed = new Set([...belongs, ...also]);
  return all<{ table: string; column: string; target: string; filled: number; decided: number }>(
    connection,
    `SELECT tables.name AS "table", pointer."from" AS "column", pointer."table" AS target,
       columns."notnull" AS filled, pointer.on_delete <> 'NO ACTION' AS decided
     FROM sqlite_schema AS tables
     JOIN pragma_foreign_key_list(tables.name) AS pointer
     JOIN pragma_table_xinfo(tables.name) AS columns ON columns.name = pointer."from"
     WHERE tables.type = 'table'`,
  ).map(({ table, column, target, filled, decided }) => ({
    ...{ table, column, target, isDecided: decided === 1 },
    isNeeded: filled === 1 || needed.has(`${table}.${column}`),
  }));
}

/** Adds what cannot be without what is gone already, until nothing more does. */
export function takeAlong(connection: Connection, pointers: readonly Pointer[]): void {
  const needing = pointers.filter(({ isNeeded, isDecided }) => isNeeded && !isDecided);
  for (let more = 1; more > 0; ) {
    more = 0;
    for (const { table, column, target } of needing) {
      more += run(
        connection,
        `INSERT OR IGNORE INTO temp.gone SELECT '${table}', id FROM ${table}
         WHERE ${column} IN (${gone(target)})`,
      );
    }
    more += run(
      connection,
      `INSERT OR IGNORE INTO temp.gone
       SELECT 'conversation', conversation_id FROM conversation_customer
       WHERE conversation_id IN (
         SELECT conversation_id FROM conversation_customer WHERE id IN (${gone('conversation_customer')}))
       GROUP BY conversation_id HAVING min(id IN (${gone('conversation_customer')})) = 1`,
    );
  }
}

/** The days on which steps were taken with whoever is gone, as numbers alone. */
export function keepSteps(connection: Connection): void {
  run(
    connection,
    `INSERT INTO step_with_gone (day, steps)
     SELECT day, count(*) FROM (${stepsInSql}) WHERE customer_id IN (${gone('customer')})
     GROUP BY day
     ON CONFLICT (day) DO UPDATE SET steps = steps + excluded.steps`,
    { from: '0000-01-01', until: '9999-12-31' },
  );
}

/** What stays and pointed at them points at nobody, with the name it had where it names them. */
export function forget(connection: Connection, pointers: readonly Pointer[]): void {
  for (const table of ['customer_relation', 'matter_party']) {
    run(
      connection,
      `UPDATE ${table} SET name = (SELECT display_name FROM customer WHERE customer.id = other_id)
       WHERE other_id IN (${gone('customer')}) AND id NOT IN (${gone(table)}) AND name = ''`,
    );
  }
  for (const { table, column, target, isNeeded, isDecided } of pointers) {
    if (isNeeded || isDecided) continue;
    run(
      connection,
      `UPDATE ${table} SET ${column} = NULL
       WHERE ${column} IN (${gone(target)}) AND id NOT IN (${gone(table)})`,
    );
  }
}

/**
 * What the journal held of them, and of what they had before. What others took part in is
 * theirs from now on; a step that held nothing else is nameless.
 */
function forgetJournal(connection: Connection): void {
  const others = `SELECT change_id FROM journal_about WHERE customer_id NOT IN (${gone('customer')})`;
  const ofThem = `SELECT id FROM journal_change
    WHERE EXISTS (SELECT 1 FROM temp.gone
        WHERE gone.table_name = journal_change.table_name AND gone.id = row_id)
      OR customer_id IN (${gone('customer')}) AND id NOT IN (${others})`;
  const steps = stepsOfChanges(connection, ofThem);
  run(connection, `DELETE FROM journal_change WHERE id IN (${ofThem})`);
  run(connection, `DELETE FROM journal_about WHERE customer_id IN (${gone('customer')})`);
  run(
    connection,
    `UPDATE journal_change SET customer_id = (
       SELECT customer_id FROM journal_about WHERE change_id = journal_change.id LIMIT 1)
     WHERE customer_id IN (${gone('customer')})`,
  );
  run(
    connection,
    `DELETE FROM journal_about WHERE EXISTS (
       SELECT 1 FROM journal_change WHERE id = change_id
         AND journal_change.customer_id = journal_about.customer_id)`,
  );
  unnameEmptied(connection, steps);
}

/** The steps of which some changes are; the query gives the changes' ids. */
export function stepsOfChanges(connection: Connection, changes: string): string[] {
  return all<{ id: string }>(
    connection,
    `SELECT DISTINCT step_id AS id FROM journal_change WHERE id IN (${changes})`,
  ).map(({ id }) => id);
}

/** Takes the name from those of these steps that hold no change any more. */
export function unnameEmptied(connection: Connection, steps: readonly string[]): void {
  run(
    connection,
    `UPDATE journal_step SET label = 'Something that is gone for good', by_itself = 1
     WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM journal_change WHERE step_id = journal_step.id)`,
    [JSON.stringify(steps)],
  );
}

/** The rows themselves, and whatever else holds their words: the journal, drafts, reminders, pictures. */
export function remove(connection: Connection): void {
  forgetJournal(connection);
  // Customers last: how things stand with them is written anew with every row that goes.
  const tables = all<{ name: string }>(
    connection,
    "SELECT DISTINCT table_name AS name FROM temp.gone ORDER BY name = 'customer'",
  );
  for (const { name } of tables) {
    run(connection, `DELETE FROM ${name} WHERE id IN (${gone(name)})`);
  }
  run(connection, 'DELETE FROM sample_row WHERE id IN (SELECT id FROM temp.gone)');
  run(connection, 'DELETE FROM reminder WHERE about_id IN (SELECT id FROM temp.gone)');
  run(
    connection,
    'DELETE FROM draft WHERE EXISTS (SELECT 1 FROM temp.gone WHERE instr(draft.key, gone.id) > 0)',
  );
  run(
    connection,
    `DELETE FROM picture WHERE id NOT IN (SELECT picture_id FROM customer_photo)
       AND NOT EXISTS (SELECT 1 FROM journal_change WHERE table_name = 'customer_photo'
         AND instr(coalesce(before, '') || coalesce(after, ''), picture.id) > 0)`,
  );
}
