import type { Conversation, Medium } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { all, type Connection, first, type Value } from '../database/connection.ts';
import { searchable } from '../search/searchable.ts';

interface ConversationRow {
  id: string;
  medium: Medium;
  happened_at: number;
  happened_day: string;
  said: string;
  reached: number;
  begun_by: Conversation['begunBy'];
  who_of_us: string;
  customers: string;
  spoken_of: string;
}

const peopleIn = (table: string) => `(
  SELECT json_group_array(json_object('id', customer.id, 'name', display_name) ORDER BY ${table}.id)
  FROM ${table} JOIN customer ON customer.id = customer_id WHERE conversation_id = conversation.id)`;

const columns = `conversation.*,
  coalesce(nullif(of_us, ''), (SELECT name FROM colleague WHERE id = colleague_id), '') AS who_of_us,
  ${peopleIn('conversation_customer')} AS customers,
  ${peopleIn('conversation_spoken_of')} AS spoken_of`;

/** A conversation that is not in the bin. Refuses when there is none. */
export function readConversation(connection: Connection, id: string): Conversation {
  const row = first<ConversationRow>(
    connection,
    `SELECT ${columns} FROM conversation WHERE id = ? AND binned_at IS NULL`,
    [id],
  );
  if (!row) throw new Refusal('not-found', 'This conversation is not there any more.');
  return conversationOf(row);
}

/**
 * Conversations, the latest first, a page of them. With words: those in which all of them occur,
 * in what was said or in the names of those who took part; the beginning of a word is enough.
 */
export function listConversations(
  connection: Connection,
  query: { words: string; offset: number; limit: number },
): { total: number; rows: Conversation[] } {
  const conditions = ['binned_at IS NULL'];
  const values: Value[] = [];
  for (const word of wordsOf(query.words)) {
    conditions.push(`id IN (
      SELECT subject_id FROM search_index JOIN search_document ON search_document.id = search_index.rowid
      WHERE search_index MATCH ? AND kind = 'conversation'
      UNION
      SELECT conversation_id FROM search_index
      JOIN search_document ON search_document.id = search_index.rowid
      JOIN conversation_customer ON conversation_customer.customer_id = subject_id
      WHERE search_index MATCH ? AND kind = 'customer')`);
    values.push(`"${word}"*`, `title : "${word}"*`);
  }
  const where = conditions.join(' AND ');
  const total =
    first<{ total: number }>(
      connection,
      `SELECT count(*) AS total FROM conversation WHERE ${where}`,
      values,
    )?.total ?? 0;
  const rows = all<ConversationRow>(
    connection,
    `SELECT ${columns} FROM conversation WHERE ${where}
     ORDER BY happened_at DESC, id DESC LIMIT ? OFFSET ?`,
    [...values, query.limit, query.offset],
  );
  return { total, rows: rows.map(conversationOf) };
}

/** The words to look for, as the index has them; signs alone are no words. */
function wordsOf(words: string): string[] {
  return (
    searchable(words)
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.slice(0, 12) ?? []
  );
}

function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    medium: row.medium,
    happenedAt: row.happened_at,
    happenedDay: row.happened_day,
    said: row.said,
    reached: row.reached === 1,
    begunBy: row.begun_by,
    ofUs: row.who_of_us,
    customers: JSON.parse(row.customers) as Conversation['customers'],
    spokenOf: JSON.parse(row.spoken_of) as Conversation['spokenOf'],
  };
}
