import { relinked } from '../../../shared/note-words.ts';
import { gone, type Pointer, stepsOfChanges, unnameEmptied } from '../bin/gone.ts';
import { all, type Connection, type Row, run } from '../database/connection.ts';
import { type Blotter, somebody } from './known-words.ts';
import { tiedOf } from './tied.ts';

/** What a person writes in their own words, by table: there anybody can be named. */
export const written: Record<string, readonly string[]> = {
  customer: ['how_met'],
  customer_relation: ['name', 'relation', 'note'],
  customer_date: ['label'],
  customer_fact: ['text'],
  customer_card: ['lines'],
  matter: ['name', 'note'],
  matter_party: ['name', 'role'],
  matter_note: ['body'],
  conversation: ['said', 'of_us'],
  note: ['body'],
  follow_up: ['text'],
  daily_pick: ['reasons'],
  mention_state: ['answer'],
  answer: ['text', 'heart'],
  answer_version: ['text'],
  opening: ['text'],
  lesson: ['sentence', 'changed', 'reason'],
  lesson_telling: ['words'],
  story: ['text', 'shown_name'],
  reflection_answer: ['answer'],
  leap: ['worry'],
};

/**
 * Takes what those who go (temp.gone) are known by out of the words of others: in the tables, and
 * in all that the journal has of them, there the same, so that what others did can still be undone.
 */
export function blotOut(
  connection: Connection,
  blotter: Blotter,
  pointers: readonly Pointer[],
): void {
  const ids = new Set(all<{ id: string }>(connection, gone('customer')).map(({ id }) => id));
  const blotted = wordsOf(connection, blotter, ids);
  for (const [table, columns] of Object.entries(written)) {
    for (const row of all<Row>(connection, `SELECT id, ${columns.join(', ')} FROM ${table}`)) {
      update(connection, table, 'id', row, blotted(table, String(row.id), row));
    }
  }
  for (const row of all<Row>(connection, 'SELECT key, text FROM draft')) {
    update(connection, 'draft', 'key', row, { ...row, text: blotter.far(String(row.text)) });
  }
  blotSteps(connection, blotter);
  blotJournal(connection, blotted, pointers);
}

type Blotted = (table: string, id: string, row: Row) => Row;

/** A row without them, as it stands in a table or stood there once. */
function wordsOf(connection: Connection, blotter: Blotter, gone: ReadonlySet<string>): Blotted {
  const tied = new Map(
    Object.keys(written).map((table) => [table, tiedOf(connection, table)] as const),
  );
  return (table, id, row) => {
    const isNear = tied.get(table)?.has(id) ?? false;
    const blot = isNear ? blotter.near : blotter.far;
    const columns = (written[table] ?? []).filter((column) => typeof row[column] === 'string');
    const changed = columns.map((column) => {
      const linked = relinked(String(row[column]), (person) =>
        gone.has(person.id) ? somebody : undefined,
      );
      return [column, blot(linked)];
    });
    return { ...row, ...Object.fromEntries(changed) };
  };
}

function update(connection: Connection, table: string, key: string, row: Row, next: Row): void {
  const columns = Object.keys(row).filter((column) => row[column] !== next[column]);
  if (columns.length === 0) return;
  run(
    connection,
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${key} = ?`,
    [...columns.map((column) => next[column] ?? null), row[key] ?? null],
  );
}

/** The steps' labels name people, too. */
function blotSteps(connection: Connection, blotter: Blotter): void {
  const tied = tiedOf(connection, 'journal_step');
  for (const row of all<Row>(connection, 'SELECT id, label FROM journal_step')) {
    const blot = tied.has(String(row.id)) ? blotter.near : blotter.far;
    update(connection, 'journal_step', 'id', row, { ...row, label: blot(String(row.label)) });
  }
}

/** Rows of the journal that are read at once. */
const atOnce = 5000;

/**
 * The rows as they were before and after: without their words, pointing at nobody who went. What
 * cannot be without them could not be put back, and goes.
 */
function blotJournal(connection: Connection, blotted: Blotted, pointers: readonly Pointer[]): void {
  const went = wentOf(connection);
  const lost: number[] = [];
  const cleaned = (table: string, id: string, text: string | null): string | null | undefined => {
    if (text === null) return null;
    const row = blotted(table, id, JSON.parse(text) as Row);
    for (const { column, target, isNeeded } of pointers.filter((one) => one.table === table)) {
      if (!went.has(`${target} ${row[column]}`)) continue;
      if (isNeeded) return undefined;
      row[column] = null;
      // As the table has it since (forget-people.ts).
      if (table === 'matter_party') row.name ||= somebody;
    }
    return JSON.stringify(row);
  };
  for (let last = 0; ; ) {
    const changes = all<{ id: number; table: string; row: string; before: null; after: null }>(
      connection,
      `SELECT id, table_name AS "table", row_id AS row, before, after FROM journal_change
       WHERE id > ? ORDER BY id LIMIT ${atOnce}`,
      [last],
    );
    for (const { id, table, row, ...change } of changes) {
      last = id;
      const before = cleaned(table, row, change.before);
      const after = cleaned(table, row, change.after);
      if (before === undefined || after === undefined) lost.push(id);
      else update(connection, 'journal_change', 'id', { id, ...change }, { id, before, after });
    }
    if (changes.length < atOnce) break;
  }
  letChangesGo(connection, lost);
}

function wentOf(connection: Connection): Set<string> {
  const rows = all<{ went: string }>(
    connection,
    "SELECT table_name || ' ' || id AS went FROM temp.gone",
  );
  return new Set(rows.map(({ went }) => went));
}

function letChangesGo(connection: Connection, changes: readonly number[]): void {
  const listed = `SELECT value FROM json_each('${JSON.stringify(changes)}')`;
  const steps = stepsOfChanges(connection, listed);
  run(connection, 'DELETE FROM journal_change WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(changes),
  ]);
  unnameEmptied(connection, steps);
}
