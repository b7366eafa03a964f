import { Refusal } from '../../../../shared/refusal.ts';
import { all, type Connection, first } from '../../database/connection.ts';

/** The mentions of the conversation that this one is in, in the order in which they were said. */
export function conversationOf(connection: Connection, id: string): string[] {
  return all<{ id: string }>(
    connection,
    `WITH head AS (
       SELECT coalesce((SELECT joined_to FROM mention_state WHERE id = @id), @id) AS id)
     SELECT heard.id FROM heard WHERE heard.id IN (
       SELECT id FROM head
       UNION SELECT mention_state.id FROM head JOIN mention_state ON joined_to = head.id)
     ORDER BY said_at, heard.id`,
    { id },
  ).map((row) => row.id);
}

/** These mentions with all that were joined to them; refuses when one of them is not here. */
export function withConversations(connection: Connection, ids: readonly string[]): string[] {
  const asked = [...new Set(ids)];
  const found = all<{ id: string; alone: number }>(
    connection,
    `SELECT mention.id, joined_to IS NULL AND NOT EXISTS (
       SELECT 1 FROM mention_state AS part WHERE part.joined_to = mention.id) AS alone
     FROM mention LEFT JOIN mention_state ON mention_state.id = mention.id
     WHERE mention.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(asked)],
  );
  if (found.length < asked.length) {
    throw new Refusal('not-found', 'This mention is not here any more.');
  }
  const together = found.flatMap(({ id, alone }) =>
    alone ? [id] : [id, ...conversationOf(connection, id)],
  );
  return [...new Set(together)];
}

/** The identity under which a voice is heard, where it is asked for by that of its twin. */
export function heardAs(connection: Connection, id: string): string {
  const found = first<{ id: string }>(
    connection,
    `SELECT heard.id FROM mention JOIN heard ON heard.id IN (mention.id, mention.same_as)
     WHERE mention.id = ? ORDER BY heard.id = mention.id DESC LIMIT 1`,
    [id],
  );
  return found?.id ?? id;
}
