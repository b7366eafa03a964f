import { all, type Connection, run } from '../database/connection.ts';
import { customerLists } from '../journal/tables.ts';

/** The lists whose rows are part of their customer's document (migrations/0009-search.ts). */
const lists = customerLists.map((table) => `'${table}'`).join(', ');

/** Tables whose triggers index a document anew with every row of it. */
const held = `'customer', ${lists}, 'conversation', 'conversation_customer', 'note', 'follow_up'`;

const customers = `
  SELECT row_id FROM journal_change WHERE step_id = :step AND table_name = 'customer'`;

/** By kind of document: which of them a step of the journal touched. */
const touched = {
  customer: `${customers}
    UNION SELECT customer_id FROM journal_change WHERE step_id = :step AND table_name IN (${lists})
    UNION SELECT json_extract(before, '$.customer_id') FROM journal_change
      WHERE step_id = :step AND table_name IN (${lists}) AND before IS NOT NULL AND after IS NOT NULL`,
  conversation: `
    SELECT row_id FROM journal_change WHERE step_id = :step AND table_name = 'conversation'
    UNION SELECT json_extract(coalesce(after, before), '$.conversation_id') FROM journal_change
      WHERE step_id = :step AND table_name = 'conversation_customer'`,
  note: `SELECT row_id FROM journal_change WHERE step_id = :step AND table_name = 'note'`,
  'follow-up': `SELECT row_id FROM journal_change WHERE step_id = :step AND table_name = 'follow_up'`,
};

/**
 * Does the work of a large step of the journal, within its transaction, and has the search index
 * and the names by which a line may speak of people take in at the end what it touched: each
 * document once, not once for every row. The triggers that otherwise do it are away as long; when the work fails they are back with all else.
 */
export function indexedAfterwards<T>(connection: Connection, step: string, work: () => T): T {
  const triggers = all<{ name: string; sql: string }>(
    connection,
    `SELECT name, sql FROM sqlite_schema
     WHERE type = 'trigger' AND (name LIKE 'search%' OR name LIKE 'spoken%')
       AND tbl_name IN (${held})`,
  );
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`);
  const result = work();
  for (const [kind, documents] of Object.entries(touched)) {
    run(
      connection,
      `DELETE FROM search_document WHERE kind = '${kind}' AND subject_id IN (${documents})`,
      { step },
    );
    run(
      connection,
      `INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
       SELECT '${kind}', subject_id, customer_id, searchable(title), searchable(body), at
       FROM search_text_${kind.replace('-', '_')} WHERE subject_id IN (${documents})`,
      { step },
    );
  }
  run(connection, `DELETE FROM spoken_name WHERE customer_id IN (${customers})`, { step });
  run(
    connection,
    `INSERT INTO spoken_name (name, customer_id, part)
     SELECT name, customer_id, part FROM spoken_name_of WHERE customer_id IN (${customers})`,
    { step },
  );
  for (const { sql } of triggers) connection.exec(sql);
  return result;
}
