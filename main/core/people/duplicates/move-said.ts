import { all, type Connection, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';

/**
 * Moves all that was said from one person to another: conversations (and with them the voices of
 * lessons), notes, follow-ups, matters, stories, what they are to be told, mentions and what was decided of them, rules, and the days
 * on which they were named.
 */
export function moveSaid(write: Write, connection: Connection, keep: string, other: string): void {
  const rows = <T = object>(sql: string, values: Row = {}) =>
    all<T & { id: string }>(connection, sql, { keep, other, ...values });

  for (const table of ['conversation_customer', 'conversation_spoken_of'] as const) {
    for (const { id, twice } of rows<{ twice: number }>(
      `SELECT id, EXISTS (SELECT 1 FROM ${table} AS mine
         WHERE mine.conversation_id = theirs.conversation_id AND customer_id = @keep) AS twice
       FROM ${table} AS theirs WHERE customer_id = @other`,
    )) {
      // Both took part, or were spoken of: the conversation is the kept one's already.
      if (twice) write.remove(table, id);
      else write.update(table, id, { customer_id: keep });
    }
  }
  for (const table of ['note', 'follow_up', 'mention_state', 'rule', 'matter', 'story'] as const) {
    for (const { id } of all<{ id: string }>(
      connection,
      `SELECT id FROM ${table} WHERE customer_id = ?`,
      [other],
    )) {
      write.update(table, id, { customer_id: keep });
    }
  }
  // Both are to be told what changed: once is enough.
  for (const { id, twice } of rows<{ twice: number }>(
    `SELECT id, EXISTS (SELECT 1 FROM lesson_telling AS mine
       WHERE mine.lesson_id = theirs.lesson_id AND customer_id = @keep) AS twice
     FROM lesson_telling AS theirs WHERE customer_id = @other`,
  )) {
    if (twice) write.remove('lesson_telling', id);
    else write.update('lesson_telling', id, { customer_id: keep });
  }
  // Named twice on one day they were one: the other's naming stays with them, out of sight.
  for (const { id } of rows(
    `SELECT id FROM daily_pick WHERE customer_id = @other
       AND day NOT IN (SELECT day FROM daily_pick WHERE customer_id = @keep)`,
  )) {
    write.update('daily_pick', id, { customer_id: keep });
  }
  // Where the kept one is the client, the other stays who they were in it.
  for (const { id } of rows(
    `SELECT matter_party.id FROM matter_party JOIN matter ON matter.id = matter_id
     WHERE other_id = @other AND customer_id <> @keep`,
  )) {
    write.update('matter_party', id, { other_id: keep });
  }
  moveNots(write, connection, keep, other);
}

/**
 * "Not this person" goes along, but for what the other now proves wrong: a voice that was said
 * not to be the one, and was the other's all along.
 */
function moveNots(write: Write, connection: Connection, keep: string, other: string): void {
  const nots = all<{ id: string; customer_id: string; mention_id: string; author_key: string }>(
    connection,
    'SELECT * FROM mention_not WHERE customer_id IN (?, ?)',
    [keep, other],
  );
  const theirs = authorsOf(connection, keep, other);
  const kept = new Set(nots.filter((not) => not.customer_id === keep).map((not) => not.mention_id));
  for (const { id, customer_id, mention_id, author_key } of nots) {
    const isWrong = theirs.mentions.has(mention_id) || theirs.authors.has(author_key);
    if (isWrong) write.update('mention_not', id, { customer_id: other });
    else if (customer_id === other && !kept.has(mention_id)) {
      write.update('mention_not', id, { customer_id: keep });
    }
  }
}

/** By which keys, and in which mentions, the two are known to have spoken. */
function authorsOf(connection: Connection, keep: string, other: string) {
  const keys = all<{ key: string }>(
    connection,
    `SELECT CASE kind WHEN 'email' THEN 'email:' || normalised ELSE normalised END AS key
     FROM customer_contact WHERE customer_id IN (?, ?)
       AND kind IN ('handle', 'website', 'email') AND normalised <> ''`,
    [keep, other],
  );
  const mentions = all<{ id: string }>(
    connection,
    'SELECT id FROM mention_state WHERE customer_id IN (?, ?)',
    [keep, other],
  );
  return {
    authors: new Set(keys.map(({ key }) => key)),
    mentions: new Set(mentions.map(({ id }) => id)),
  };
}
