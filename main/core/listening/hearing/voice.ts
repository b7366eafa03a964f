import type { Mention } from '../../../../shared/contract/contract.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import { all, type Connection, first } from '../../database/connection.ts';
import { excerptLength, type HeardRow, rowColumns, rowTables, toRow } from '../mentions.ts';
import { answeredAt } from './answered-at.ts';
import { conversationOf, heardAs } from './members.ts';
import { pictureHosts } from './picture-addresses.ts';

type WholeRow = HeardRow & {
  html: string;
  text: string;
  language: string;
  author_key: string;
  said_at: number;
};

/**
 * A mention with its whole text, its earlier words, where else it was heard, what it was joined
 * with, and the author's other words. One that was heard twice is found by either identity.
 */
export function getMention(connection: Connection, wanted: string): Mention {
  const row = wholeRow(connection, heardAs(connection, wanted));
  if (!row) throw new Refusal('not-found', 'This mention is not here any more.');
  const members = conversationOf(connection, row.id);
  const conversation = members.length > 1 ? members : [];
  return {
    ...toRow(row),
    html: row.html,
    text: row.text,
    language: row.language,
    earlier: all(
      connection,
      'SELECT at, title, text FROM mention_earlier WHERE mention_id = ? ORDER BY at DESC, id DESC',
      [row.id],
    ),
    answer: answerTo(connection, row.id),
    answered: answeredHow(connection, row.id),
    elsewhere: elsewhere(connection, row.id),
    conversation: conversation.flatMap((id) => {
      const part = wholeRow(connection, id);
      return part ? [asPart(part)] : [];
    }),
    pictureHosts: pictureHosts(row.html),
    others: isKnown(row) ? othersOf(connection, row) : othersOfName(connection, row),
    othersByName: !isKnown(row),
  };
}

function wholeRow(connection: Connection, id: string): WholeRow | undefined {
  return first<WholeRow>(
    connection,
    `SELECT ${rowColumns}, html, text, language, heard.author_key, heard.said_at
     FROM ${rowTables} WHERE heard.id = ?`,
    [id],
  );
}

/** What we said to a voice, here or where it was heard first; it came with the review. */
function answerTo(connection: Connection, id: string): Mention['answer'] {
  const answered = first<{ text: string; at: number | null }>(
    connection,
    `SELECT answer AS text, answered_at AS at FROM mention JOIN mention_state
       ON mention_state.id IN (mention.id, same_as)
     WHERE mention.id = ? AND answer <> '' ORDER BY mention_state.id = mention.id DESC LIMIT 1`,
    [id],
  );
  return answered ?? null;
}

/** How soon a voice was answered, and who of us did; null while it is not. */
function answeredHow(connection: Connection, id: string): Mention['answered'] {
  const answered = first<{ after: number | null; by: string }>(
    connection,
    `SELECT ${answeredAt('heard')} - said_at AS after, coalesce((
       SELECT name FROM mention_state JOIN colleague ON colleague.id = answered_by
       WHERE mention_state.id IN (heard.id, same_as)
       ORDER BY mention_state.id = heard.id DESC LIMIT 1), '') AS by
     FROM heard WHERE id = ? AND state = 'answered'`,
    [id],
  );
  return answered ?? null;
}

/** The other sources that brought the same voice, in the order in which they did. */
function elsewhere(connection: Connection, id: string): Mention['elsewhere'] {
  return all(
    connection,
    `SELECT source_id AS sourceId, source.name AS sourceName, mention.address, received_at AS at
     FROM mention JOIN source ON source.id = source_id AND removed_at IS NULL
     WHERE same_as = ? ORDER BY received_at, mention.id`,
    [id],
  );
}

function asPart(row: WholeRow): Mention['conversation'][number] {
  const { id, sourceName, title, author, authorHandle, address, rating, customer } = toRow(row);
  const { html, text, language, said_at: at } = row;
  return {
    ...{ id, sourceName, title, author, authorHandle, address, rating, customer },
    ...{ at, html, text, language },
  };
}

/** Whether more than a name tells who spoke. */
function isKnown(row: WholeRow): boolean {
  return row.author_key !== '' || row.customer_id !== null;
}

/** The latest other words under the same name in the same source, whoever that is. */
function othersOfName(connection: Connection, row: WholeRow): Mention['others'] {
  return all(
    connection,
    `SELECT id, title, substr(text, 1, ${excerptLength}) AS excerpt, said_at AS at FROM heard
     WHERE id <> @id AND customer_id IS NULL AND id IN (
       SELECT id FROM mention WHERE source_id = @source AND author = @author
         AND author_key = '' AND author <> '')
     ORDER BY said_at DESC LIMIT 10`,
    { id: row.id, source: row.source_id, author: row.author },
  );
}

/** The latest other words of the same handle, or else of the same customer. */
function othersOf(connection: Connection, row: WholeRow): Mention['others'] {
  return all(
    connection,
    `SELECT id, title, substr(text, 1, ${excerptLength}) AS excerpt, said_at AS at FROM heard
     WHERE id <> @id AND id IN (
       SELECT id FROM mention WHERE author_key = @key AND author_key <> ''
       UNION SELECT id FROM mention WHERE matched_customer_id = @customer
       UNION SELECT id FROM mention_state WHERE customer_id = @customer)
       AND (customer_id IS @customer OR (author_key = @key AND author_key <> ''))
     ORDER BY said_at DESC LIMIT 10`,
    { id: row.id, key: row.author_key, customer: row.customer_id },
  );
}
