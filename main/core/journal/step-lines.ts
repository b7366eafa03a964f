import { all, type Connection, first, type Row, type Value } from '../database/connection.ts';

/** Changes put together before they are written. */
const changesAtOnce = 500;

/** Gathered rows and pictures that journaled rows may refer to: the column of each by its table. */
const references: Record<string, readonly [column: string, table: 'mention' | 'picture'][]> = {
  mention_state: [['id', 'mention']],
  mention_not: [['mention_id', 'mention']],
  lesson_voice: [['mention_id', 'mention']],
  customer_photo: [['picture_id', 'picture']],
};

/** A step as lines of the kept journal (kept-journal.ts), some at a time. */
export function* linesOfStep(
  connection: Connection,
  step: Row & { id: string },
): Generator<string[]> {
  yield [JSON.stringify({ step })];
  for (let last = 0; ; ) {
    const changes = all<Change>(
      connection,
      `SELECT id, table_name, row_id, after FROM journal_change
       WHERE step_id = ? AND id > ? ORDER BY id LIMIT ${changesAtOnce}`,
      [step.id, last],
    );
    const end = changes.at(-1);
    if (!end) break;
    last = end.id;
    yield changes.flatMap((change) => linesOf(connection, change));
  }
  yield [JSON.stringify({ ends: step.id })];
}

/** Lines as they stand in a file. */
export function asBytes(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

interface Change {
  id: number;
  table_name: string;
  row_id: string;
  after: string | null;
}

function linesOf(connection: Connection, { table_name: table, row_id: id, after }: Change) {
  const line = JSON.stringify({ table, id });
  if (after === null) return [line];
  // As it stands there: to read and write it anew would cost more than all the rest.
  const whole = `${line.slice(0, -1)},"after":${after}}`;
  const refers = references[table];
  if (!refers) return [whole];
  const row = JSON.parse(after) as Row;
  return [...refers.flatMap(([column, of]) => given(connection, of, row[column])), whole];
}

function given(connection: Connection, table: 'mention' | 'picture', id: Value = null): string[] {
  const row = first<Row>(connection, `SELECT * FROM ${table} WHERE id = ?`, [id]);
  if (!row) return [];
  if (table === 'mention') return [JSON.stringify({ given: table, row })];
  const { bytes, ...rest } = row as Row & { bytes: unknown };
  return [JSON.stringify({ given: table, row: rest, bytes: (bytes as Buffer).toString('base64') })];
}
