import { gone } from '../bin/gone.ts';
import { all, type Connection, type Row, run } from '../database/connection.ts';
import type { JournaledTable } from '../journal/tables.ts';
import { shortNames } from './known-words.ts';

const customers = gone('customer');
const related = `SELECT customer_id FROM customer_relation WHERE other_id IN (${customers})
  UNION SELECT other_id FROM customer_relation WHERE customer_id IN (${customers})
  UNION SELECT id FROM customer WHERE sent_by IN (${customers})`;
const talks = `SELECT conversation_id FROM conversation_customer WHERE customer_id IN (${customers})
  UNION SELECT conversation_id FROM conversation_spoken_of WHERE customer_id IN (${customers})`;
const voices = `SELECT id FROM mention_state WHERE customer_id IN (${customers})
  UNION SELECT id FROM mention WHERE matched_customer_id IN (${customers})`;
const matters = `SELECT matter_id FROM matter_party WHERE other_id IN (${customers})`;

/** The rows of others that have to do with those who are to go: there a first name means them. */
const tied: Partial<Record<JournaledTable, string>> = {
  conversation: talks,
  note: `SELECT note_id FROM note_link WHERE customer_id IN (${customers})
    UNION SELECT id FROM note WHERE customer_id IN (${related})`,
  follow_up: `SELECT id FROM follow_up
    WHERE conversation_id IN (${talks}) OR kept_by IN (${talks}) OR customer_id IN (${related})`,
  lesson: `SELECT lesson_id FROM lesson_voice
      WHERE conversation_id IN (${talks}) OR mention_id IN (${voices})
    UNION SELECT lesson_id FROM lesson_telling WHERE customer_id IN (${customers})`,
  matter: matters,
  matter_party: `SELECT id FROM matter_party WHERE matter_id IN (${matters})`,
  matter_note: `SELECT id FROM matter_note WHERE matter_id IN (${matters})`,
  customer: related,
  customer_fact: `SELECT id FROM customer_fact WHERE customer_id IN (${related})`,
  customer_date: `SELECT id FROM customer_date WHERE customer_id IN (${related})`,
  customer_relation: `SELECT id FROM customer_relation WHERE customer_id IN (${related})`,
  daily_pick: `SELECT id FROM daily_pick WHERE customer_id IN (${related})`,
};

/** Notes which rows, and which steps of the journal, have to do with those who are to go (temp.gone). */
export function noteTied(connection: Connection): void {
  connection.exec(`
    CREATE TEMP TABLE IF NOT EXISTS tied (table_name TEXT, id TEXT, PRIMARY KEY (table_name, id));
    DELETE FROM temp.tied;`);
  for (const [table, rows] of Object.entries(tied)) {
    run(
      connection,
      `INSERT OR IGNORE INTO temp.tied SELECT '${table}', * FROM (${rows}) WHERE true`,
    );
  }
  run(
    connection,
    `INSERT INTO temp.tied SELECT DISTINCT 'journal_step', step_id FROM journal_change
     WHERE customer_id IN (${customers}) OR id IN (
       SELECT change_id FROM journal_about WHERE customer_id IN (${customers}))`,
  );
}

/** The ids of a table's rows that have to do with them. */
export function tiedOf(connection: Connection, table: string): Set<string> {
  return new Set(
    all<{ id: string }>(connection, 'SELECT id FROM temp.tied WHERE table_name = ?', [table]).map(
      ({ id }) => id,
    ),
  );
}

/** What those who stay are called for short, in small letters, where they stand in the same rows. */
export function namesOfOthers(connection: Connection): Set<string> {
  const rows = all<Row>(
    connection,
    `SELECT given_name, family_name, nickname FROM customer
     WHERE id NOT IN (${customers}) AND (id IN (${related}) OR id IN (
       SELECT customer_id FROM conversation_customer WHERE conversation_id IN (${talks})
       UNION SELECT customer_id FROM conversation_spoken_of WHERE conversation_id IN (${talks})))`,
  );
  return new Set(rows.flatMap(shortNames).map((name) => name.toLowerCase()));
}
