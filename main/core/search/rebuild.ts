import { all, type Connection, first, transaction } from '../database/connection.ts';

/** The kinds of the index with the views that say what is in them (migrations/0009-search.ts). */
const views = {
  customer: 'search_text_customer',
  conversation: 'search_text_conversation',
  note: 'search_text_note',
  'follow-up': 'search_text_follow_up',
  mention: 'search_text_mention',
  lesson: 'search_text_lesson',
};

/** The tables that are made from others, here or by triggers: all of them can be made anew. */
export const derivedTables = ['search_document', 'customer_standing', 'spoken_name'];

/**
 * Makes everything derived anew from the tables it is derived from: the search documents, their
 * index, and how things stand with each customer. Nothing that a person wrote is touched.
 */
export function rebuildDerived(connection: Connection): void {
  transaction(connection, () => {
    rebuildSearch(connection);
    rebuildStanding(connection);
    rebuildSpokenNames(connection);
    rebuildNoteWords(connection);
  });
}

/** Rebuilds when the documents are not as many as there should be. Answers whether it did. */
export function rebuildIfNeeded(connection: Connection): boolean {
  if (isWhole(connection)) return false;
  rebuildDerived(connection);
  return true;
}

/** Whether a problem is a damaged search index (https://www.sqlite.org/rescode.html#corrupt_vtab). */
export function isIndexDamage(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'SQLITE_CORRUPT_VTAB';
}

/** Counting finds what is missing in a moment; damage inside is found when it is met. */
function isWhole(connection: Connection): boolean {
  try {
    const counts = first<Record<string, number>>(
      connection,
      `SELECT
         (SELECT count(*) FROM customer WHERE binned_at IS NULL)
           + (SELECT count(*) FROM conversation WHERE binned_at IS NULL)
           + (SELECT count(*) FROM note WHERE binned_at IS NULL)
           + (SELECT count(*) FROM follow_up WHERE binned_at IS NULL)
           + (SELECT count(*) FROM mention
              WHERE source_id IN (SELECT id FROM source WHERE removed_at IS NULL))
           + (SELECT count(*) FROM mention
              JOIN source ON source.id = source_id AND removed_at IS NOT NULL
              JOIN search_text_mention ON subject_id = mention.id)
           + (SELECT count(*) FROM lesson WHERE binned_at IS NULL) AS expected,
         (SELECT count(*) FROM search_document) AS documents,
         (SELECT count(*) FROM search_index_docsize) AS indexed,
         (SELECT count(*) FROM (SELECT 1 FROM conversation_customer LIMIT 1)) AS talks,
         (SELECT count(*) FROM (SELECT 1 FROM customer_standing LIMIT 1)) AS standings`,
    );
    return (
      counts?.expected === counts?.documents &&
      counts?.documents === counts?.indexed &&
      Number(counts?.standings) >= Number(counts?.talks)
    );
  } catch (problem) {
    if (isIndexDamage(problem)) return false;
    throw problem;
  }
}

function rebuildSearch(connection: Connection): void {
  // The triggers would unindex each document in turn, which a damaged index cannot do.
  const triggers = all<{ name: string; sql: string }>(
    connection,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'search_document'",
  );
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
  connection.exec('DELETE FROM search_document');
  for (const [kind, view] of Object.entries(views)) {
    connection.exec(`
      INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
      SELECT '${kind}', subject_id, customer_id, searchable(title), searchable(body), at
      FROM ${view} ORDER BY at`);
  }
  connection.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')");
  for (const { sql } of triggers) connection.exec(sql);
}

function rebuildStanding(connection: Connection): void {
  connection.exec(`
    DELETE FROM customer_standing;
    INSERT INTO customer_standing
      (customer_id, last_spoke_at, last_spoke_day, attempts, next_follow_up_day)
    WITH talk AS (
      SELECT customer_id, reached, happened_at, happened_day
      FROM conversation_customer
      JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL),
    spoke AS (
      SELECT customer_id, max(happened_at) AS at, max(happened_day) AS day
      FROM talk WHERE reached = 1 GROUP BY customer_id),
    tried AS (
      SELECT talk.customer_id, count(*) AS attempts
      FROM talk LEFT JOIN spoke ON spoke.customer_id = talk.customer_id
      WHERE reached = 0 AND happened_at > coalesce(spoke.at, -1) GROUP BY talk.customer_id),
    promised AS (
      SELECT customer_id, min(wake_day) AS day FROM follow_up
      WHERE customer_id IS NOT NULL AND state = 'open' AND binned_at IS NULL
      GROUP BY customer_id),
    known AS (
      SELECT customer_id FROM conversation_customer
      UNION SELECT customer_id FROM follow_up WHERE customer_id IS NOT NULL)
    SELECT known.customer_id, spoke.at, spoke.day, coalesce(attempts, 0), promised.day
    FROM known
    LEFT JOIN spoke ON spoke.customer_id = known.customer_id
    LEFT JOIN tried ON tried.customer_id = known.customer_id
    LEFT JOIN promised ON promised.customer_id = known.customer_id`);
}

/** The names by which a line may speak of customers (migrations/0010-spoken-names.ts). */
function rebuildSpokenNames(connection: Connection): void {
  connection.exec(`
    DELETE FROM spoken_name;
    INSERT INTO spoken_name (name, customer_id, part)
    SELECT name, customer_id, part FROM spoken_name_of`);
}

/** Tags, whom notes link, and the voices that are known (migrations/0026-note-words.ts). */
function rebuildNoteWords(connection: Connection): void {
  const tags = (kind: string, words: string) => `
    INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
    SELECT '${kind}', ${kind}.id, json_each.value ->> 'key', json_each.value ->> 'tag'
    FROM ${kind}, json_each(tags_in(${words})) WHERE binned_at IS NULL;`;
  connection.exec(`
    DELETE FROM said_tag;
    ${tags('note', 'body')}
    ${tags('conversation', 'said')}
    DELETE FROM note_link;
    INSERT OR IGNORE INTO note_link (note_id, customer_id)
    SELECT note.id, json_each.value FROM note, json_each(links_in(body)) WHERE binned_at IS NULL;
    DELETE FROM known_voice;
    INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
    WHERE matched_customer_id IS NOT NULL OR id IN (
      SELECT id FROM mention_state
      WHERE customer_id IS NOT NULL OR starred = 1 OR state = 'answered');`);
}
