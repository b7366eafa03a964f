import { Refusal } from '../../../shared/refusal.ts';
import { all, type Connection, first, type Row } from '../database/connection.ts';
import { type JournaledTable, readRow } from './tables.ts';
import type { Write } from './write.ts';

export interface StepRow {
  id: string;
  at: number;
  label: string;
  undoes: string | null;
  undone_by: string | null;
}

interface ChangeRow {
  table_name: JournaledTable;
  row_id: string;
  before: string | null;
  after: string | null;
}

/** The step to take back: the one named, or the person's last that stands. Refuses otherwise. */
export function stepToUndo(connection: Connection, step?: string): StepRow {
  const found = step
    ? first<StepRow>(connection, 'SELECT * FROM journal_step WHERE id = ?', [step])
    : first<StepRow>(
        connection,
        `SELECT * FROM journal_step WHERE undone_by IS NULL AND undoes IS NULL AND by_itself = 0
         ORDER BY rowid DESC LIMIT 1`,
      );
  if (!found) throw new Refusal('not-found', 'There is nothing to undo.');
  if (found.undone_by) throw new Refusal('conflict', 'That has been undone already.');
  return found;
}

/** Puts every row of a step back as it was. Refuses, changing nothing, when later steps stand on it. */
export function takeBack(connection: Connection, step: StepRow, write: Write): void {
  const changes = all<ChangeRow>(
    connection,
    `SELECT table_name, row_id, before, after FROM journal_change
     WHERE step_id = ? ORDER BY id DESC`,
    [step.id],
  );
  for (const change of changes) {
    const before = change.before === null ? undefined : (JSON.parse(change.before) as Row);
    const after = change.after === null ? undefined : (JSON.parse(change.after) as Row);
    const present = readRow(connection, change.table_name, change.row_id);
    if (before && after) {
      const changed = Object.keys(after).filter((column) => after[column] !== before[column]);
      if (!present || changed.some((column) => present[column] !== after[column])) refuse();
      write.update(
        change.table_name,
        change.row_id,
        Object.fromEntries(changed.map((column) => [column, before[column] ?? null])),
      );
    } else if (before) {
      if (present) refuse();
      write.insert(change.table_name, { ...before, id: change.row_id });
    } else {
      if (!present || !after || !isAsWritten(change.table_name, present, after)) refuse();
      if (change.table_name === 'mention' && isDealtWith(connection, change.row_id)) refuse();
      write.remove(change.table_name, change.row_id);
    }
  }
}

/** What tells whether a row is still as it was written, where machines add to it what they find. */
const telling: Partial<Record<JournaledTable, readonly string[]>> = {
  mention: ['identity', 'content_hash'],
};

function isAsWritten(table: JournaledTable, present: Row, after: Row): boolean {
  const columns = telling[table];
  return columns ? columns.every((name) => present[name] === after[name]) : same(present, after);
}

/** Whether a person has since said what became of a mention: that would be lost with it. */
function isDealtWith(connection: Connection, mentionId: string): boolean {
  const newer = first(
    connection,
    `SELECT 1 FROM mention_state WHERE id = @mentionId AND EXISTS (
       SELECT 1 FROM journal_change JOIN journal_step ON journal_step.id = step_id
       WHERE table_name = 'mention_state' AND row_id = @mentionId AND by_itself = 0)
     UNION ALL SELECT 1 FROM lesson_voice WHERE mention_id = @mentionId
     UNION ALL SELECT 1 FROM mention_not WHERE mention_id = @mentionId`,
    { mentionId },
  );
  return newer !== undefined;
}

function same(one: Row, other: Row): boolean {
  return Object.keys({ ...one, ...other }).every((column) => one[column] === other[column]);
}

function refuse(): never {
  throw new Refusal(
    'conflict',
    'Something newer stands on this. Undo the newer change first, then this one.',
  );
}
