import { Refusal } from '../../../shared/refusal.ts';
import { all, type Connection, first, type Row } from '../database/connection.ts';
import { refuseCircle } from './circles.ts';
import { derive, isDerived } from './derived-columns.ts';
import { defaultRow, type JournaledTable, readRow } from './tables.ts';
import type { Write } from './write.ts';

export interface StepRow {
  id: string;
  at: number;
  label: string;
  undoes: string | null;
  undone_by: string | null;
  /** Did the same to each of many. */
  apart: number;
}

interface ChangeRow {
  id: number;
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

/** How many rows a step changed. */
export function changesOf(connection: Connection, stepId: string): number {
  const { changes = 0 } =
    first<{ changes: number }>(
      connection,
      'SELECT count(*) AS changes FROM journal_change WHERE step_id = ?',
      [stepId],
    ) ?? {};
  return changes;
}

/** The changes of a step that are about a customer, in SQL, with `:step` and `:customer` bound. */
export const changesAboutCustomer = `SELECT * FROM journal_change
  WHERE step_id = :step AND (customer_id = :customer OR id IN (
    SELECT change_id FROM journal_about WHERE customer_id = :customer))`;

/**
 * Puts every row of a step back as it was, or only what it did to one customer. Refuses, changing
 * nothing, when something later stands on it. Where a step did the same to each of many, those for
 * whom it was taken back already are passed by.
 */
export function takeBack(
  connection: Connection,
  step: StepRow,
  write: Write,
  customer: string | null,
): void {
  const changes = all<ChangeRow>(
    connection,
    `${customer ? changesAboutCustomer : 'SELECT * FROM journal_change WHERE step_id = :step'}
     ORDER BY id DESC`,
    customer ? { step: step.id, customer } : { step: step.id },
  );
  for (const change of changes) {
    if (change.table_name === 'forgotten') {
      throw new Refusal('conflict', 'Whoever was forgotten cannot be brought back.');
    }
    const before = rowOf(connection, change.table_name, change.before);
    const after = rowOf(connection, change.table_name, change.after);
    const present = readRow(connection, change.table_name, change.row_id);
    if (step.apart && customer === null && isBack(change.table_name, present, before, after)) {
      continue;
    }
    if (before && after) restore(connection, change, { before, after, present }, write);
    else if (before) {
      if (present) refuse(connection, change);
      const row = { ...before, ...derive(connection, change.table_name, before, []) };
      write.insert(change.table_name, { ...row, id: change.row_id });
    } else {
      if (!present || !after || !isAsWritten(connection, change, present, after)) {
        refuse(connection, change);
      }
      if (change.table_name === 'mention' && isDealtWith(connection, change.row_id)) {
        refuse(connection, change);
      }
      write.remove(change.table_name, change.row_id);
    }
  }
  refuseCircle(connection, write.step);
}

/** Puts back the columns that a change touched; what follows from them follows again. */
function restore(
  connection: Connection,
  change: ChangeRow,
  { before, after, present }: { before: Row; after: Row; present: Row | undefined },
  write: Write,
): void {
  const table = change.table_name;
  const changed = touched(before, after);
  const telling = changed.filter((column) => !isDerived(table, column));
  if (!present || telling.some((column) => present[column] !== after[column])) {
    refuse(connection, change);
  }
  const back = changed.filter((column) => present[column] === after[column]);
  const row = Object.fromEntries(back.map((column) => [column, before[column] ?? null]));
  const follows = derive(connection, table, { ...present, ...row }, telling);
  write.update(table, change.row_id, { ...row, ...follows });
}

/** The columns in which a row changed. */
function touched(before: Row, after: Row): string[] {
  return Object.keys(after).filter((column) => after[column] !== before[column]);
}

/** Whether nothing is left of a change: its columns are as before, its row is gone, or there again. */
function isBack(
  table: JournaledTable,
  present: Row | undefined,
  before: Row | undefined,
  after: Row | undefined,
): boolean {
  if (!before) return present === undefined;
  if (!after || !present) return present !== undefined;
  return touched(before, after).every(
    (column) => isDerived(table, column) || present[column] === before[column],
  );
}

/** What tells whether a row is still as it was written, where machines add to it what they find. */
const telling: Partial<Record<JournaledTable, readonly string[]>> = {
  mention: ['identity', 'content_hash'],
};

function isAsWritten(connection: Connection, change: ChangeRow, present: Row, after: Row): boolean {
  const table = change.table_name;
  const columns = telling[table] ?? Object.keys(after);
  if (columns.some((name) => !isDerived(table, name) && present[name] !== after[name]))
    return false;
  if (telling[table]) return true;
  // A column that came later has what it has by default, or what a new version filled in.
  const usual = defaultRow(connection, table);
  const isUsual = Object.keys(present).every(
    (name) => name in after || isDerived(table, name) || present[name] === usual[name],
  );
  return isUsual || laterStep(connection, change) === undefined;
}

/** A row as the journal has it, without columns that the schema has given up since. */
function rowOf(
  connection: Connection,
  table: JournaledTable,
  written: string | null,
): Row | undefined {
  if (written === null) return undefined;
  const known = defaultRow(connection, table);
  const columns = Object.entries(JSON.parse(written) as Row).filter(([name]) => name in known);
  return Object.fromEntries(columns);
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

/** The last step that stands and changed the same row later. */
function laterStep(connection: Connection, change: ChangeRow): { label: string } | undefined {
  return first(
    connection,
    `SELECT label FROM journal_change JOIN journal_step ON journal_step.id = step_id
     WHERE table_name = ? AND row_id = ? AND journal_change.id > ?
       AND undone_by IS NULL AND undoes IS NULL
     ORDER BY journal_change.id DESC LIMIT 1`,
    [change.table_name, change.row_id, change.id],
  );
}

/** Says what came later, where it is known. */
function refuse(connection: Connection, change: ChangeRow): never {
  const later = laterStep(connection, change);
  throw new Refusal(
    'conflict',
    `${later ? `“${later.label}” came later and touches the same.` : 'Something newer stands on this.'} Undo the newer change first, then this one.`,
  );
}
