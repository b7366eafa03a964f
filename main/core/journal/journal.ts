import { Refusal } from '../../../shared/refusal.ts';
import type { Clock } from '../clock.ts';
import { presentColleague } from '../counter/present.ts';
import { all, type Connection, run, transaction } from '../database/connection.ts';
import { indexedAfterwards } from '../search/index-afterwards.ts';
import { newId } from './new-id.ts';
import { changesOf, stepToUndo, takeBack } from './undo.ts';
import { createWrite, type Touched, type Write } from './write.ts';

/** A step as a person reads it. */
export interface HistoryEntry {
  step: string;
  at: number;
  label: string;
  undone: boolean;
  canUndo: boolean;
}

/** How a step is taken. */
interface How {
  byItself?: boolean;
  apart?: boolean;
  much?: boolean;
}

/** The one way to change what a person wrote: in steps, each with what was before and after. */
export interface Journal {
  /**
   * Does `work` as one step in one transaction: all of it or nothing. The label says what was
   * done, as a person would ("Logged a conversation with Rosa"). Gives the step's id and what
   * `work` answered. What is done `byItself`, by a person's rule, is not what an undo without a
   * name takes back. What does the same to each of many (`apart`) can be taken back for one. Where
   * `much` is written, the search index takes it in at the end.
   */
  step<T>(label: string, work: (write: Write) => T, how?: How): { step: string; result: T };
  /**
   * Takes a step back, the last one when none is named, as a step of its own; with a customer,
   * only what it did to them. Refuses in words.
   */
  undo(step?: string, customerId?: string): { step: string; label: string };
  /** The latest steps, newest first, of everything or of one customer. */
  history(options: { customerId?: string | undefined; limit: number }): HistoryEntry[];
}

/** From so many changes on, the search index takes them in at the end. */
const many = 500;

/** The journal of a database. `changed` hears the names of the tables after each step. */
export function createJournal(
  connection: Connection,
  clock: Pick<Clock, 'now'>,
  changed: (tables: string[]) => void,
): Journal {
  function record<T>(
    label: string,
    undoes: string | null,
    work: (write: Write) => T,
    { byItself = false, apart = false, much = false }: How = {},
  ) {
    const step = newId(clock);
    const touched: Touched = { tables: new Set(), changes: 0 };
    const result = transaction(connection, () => {
      connection.pragma('defer_foreign_keys = ON');
      run(
        connection,
        `INSERT INTO journal_step (id, at, label, undoes, by_itself, apart, colleague_id)
         VALUES (?, ?, ?, ?, ?, ?, ${presentColleague})`,
        [step, clock.now(), label, undoes, byItself ? 1 : 0, apart ? 1 : 0],
      );
      const write = createWrite(connection, step, touched);
      return much ? indexedAfterwards(connection, step, () => work(write)) : work(write);
    });
    changed([...touched.tables]);
    return { step, result };
  }

  return {
    step: (label, work, how) => record(label, null, work, how),

    undo(wanted, customerId) {
      const target = stepToUndo(connection, wanted);
      const customer = customerId && target.apart ? customerId : null;
      try {
        const work = (write: Write) => {
          takeBack(connection, target, write, customer);
          // Taken back for one, it stands for the others.
          if (customer) return;
          run(connection, 'UPDATE journal_step SET undone_by = ? WHERE id = ?', [
            write.step,
            target.id,
          ]);
          // Taking back an undo brings the first step to life again, so that it can be undone anew.
          run(
            connection,
            'UPDATE journal_step SET undone_by = NULL WHERE id = ? AND undone_by = ?',
            [target.undoes, target.id],
          );
        };
        const { step } = record(target.label, target.id, work, {
          apart: target.apart === 1,
          much: changesOf(connection, target.id) >= many,
        });
        return { step, label: target.label };
      } catch (problem) {
        if (isForeignKeyProblem(problem)) {
          throw new Refusal(
            'conflict',
            'Something newer belongs to this. Undo the newer change first, then this one.',
          );
        }
        throw problem;
      }
    },

    history({ customerId, limit }) {
      const rows = all<{
        id: string;
        at: number;
        label: string;
        undoes: string | null;
        undone_by: string | null;
      }>(
        connection,
        customerId
          ? `SELECT * FROM journal_step WHERE id IN (${stepsAboutCustomer})
             ORDER BY rowid DESC LIMIT :limit`
          : 'SELECT * FROM journal_step ORDER BY rowid DESC LIMIT :limit',
        customerId ? { customer: customerId, limit } : { limit },
      );
      return rows.map((row) => ({
        step: row.id,
        at: row.at,
        label: row.undoes ? `Undone: ${row.label}` : row.label,
        undone: row.undone_by !== null,
        canUndo: row.undone_by === null,
      }));
    },
  };
}

/** The steps that are about a customer, in SQL, with `:customer` bound. */
export const stepsAboutCustomer = `SELECT step_id FROM journal_change WHERE customer_id = :customer
  UNION SELECT step_id FROM journal_about JOIN journal_change ON journal_change.id = change_id
  WHERE journal_about.customer_id = :customer`;

function isForeignKeyProblem(problem: unknown): boolean {
  return (
    problem instanceof Error && 'code' in problem && problem.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
  );
}
