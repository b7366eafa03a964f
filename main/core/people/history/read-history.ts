import type { HistoryStep } from '../../../../shared/contract/contract.ts';
import type { House } from '../../core.ts';
import { all, type Connection, first, type Row } from '../../database/connection.ts';
import { stepsAboutCustomer } from '../../journal/journal.ts';
import type { JournaledTable } from '../../journal/tables.ts';
import { changesAboutCustomer } from '../../journal/undo.ts';
import { readRecord } from '../get.ts';
import { type Changed, wordsOf } from './change-words.ts';

/** So many changes of one step are named; the rest are counted. */
const mostNamed = 12;

interface StoredStep {
  id: string;
  at: number;
  label: string;
  undoes: string | null;
  apart: number;
  by: string | null;
  undone: number;
}

interface StoredChange {
  id: number;
  table_name: JournaledTable;
  row_id: string;
  before: string | null;
  after: string | null;
}

/**
 * What was changed about somebody, the latest first, with what was before and after in plain
 * words; also what became of their conversations, notes and follow-ups. Refuses when there is
 * nobody.
 */
export function readHistory(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  query: { id: string; offset: number; limit: number },
): { total: number; steps: HistoryStep[] } {
  readRecord(connection, query.id);
  const values = { customer: query.id };
  const total = first<{ total: number }>(
    connection,
    `SELECT count(*) AS total FROM journal_step WHERE id IN (${stepsAboutCustomer})`,
    values,
  );
  const stored = all<StoredStep>(
    connection,
    `SELECT id, at, label, undoes, apart,
       (SELECT name FROM colleague WHERE colleague.id = colleague_id) AS by, undone_by IS NOT NULL OR EXISTS (
       SELECT 1 FROM journal_step AS back
       WHERE back.undoes = journal_step.id AND back.undone_by IS NULL
         AND back.id IN (${stepsAboutCustomer})) AS undone
     FROM journal_step WHERE id IN (${stepsAboutCustomer})
     ORDER BY rowid DESC LIMIT :limit OFFSET :offset`,
    { ...values, limit: query.limit, offset: query.offset },
  );
  const reader = { connection, zone: clock.zone(), customer: query.id };
  return {
    total: total?.total ?? 0,
    steps: stored.map((step) => {
      const changes = wordsOf(reader, changesOf(connection, step.id, query.id));
      return {
        step: step.id,
        at: step.at,
        label: step.undoes ? `Undone: ${step.label}` : step.label,
        by: step.by,
        undone: step.undone === 1,
        people: peopleIn(connection, step.id),
        apart: step.apart === 1,
        changes: changes.slice(0, mostNamed),
        more: Math.max(0, changes.length - mostNamed),
      };
    }),
  };
}

function changesOf(connection: Connection, step: string, customer: string): Changed[] {
  return all<StoredChange>(connection, `${changesAboutCustomer} ORDER BY id`, {
    step,
    customer,
  }).map(({ id, table_name, row_id, before, after }) => ({
    place: id,
    table: table_name,
    id: row_id,
    before: before === null ? null : (JSON.parse(before) as Row),
    after: after === null ? null : (JSON.parse(after) as Row),
  }));
}

function peopleIn(connection: Connection, step: string): number {
  const counted = first<{ people: number }>(
    connection,
    `SELECT count(*) AS people FROM (
       SELECT customer_id FROM journal_change WHERE step_id = :step AND customer_id IS NOT NULL
       UNION SELECT journal_about.customer_id FROM journal_about
         JOIN journal_change ON journal_change.id = change_id WHERE step_id = :step)`,
    { step },
  );
  return counted?.people ?? 0;
}
