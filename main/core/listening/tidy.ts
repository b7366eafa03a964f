import { all, type Connection, run, transaction } from '../database/connection.ts';

/** Mentions of one source that are always kept, however old. */
const alwaysKept = 2000;
/** Older ones are purged after two years, in milliseconds. */
const keptFor = 2 * 365 * 86_400_000;
/** Mentions that go at a time; the next gathering takes the next. */
const atATime = 50;

/**
 * Purges what is older than two years beyond a source's newest 2,000, except for what a person
 * touched or what belongs to one of their people. What was purged is remembered, so that a feed
 * that still carries it does not bring it back. Gives how many went.
 */
export function purgeOld(connection: Connection, sourceId: string, now: number): number {
  const old = all<{ id: string }>(
    connection,
    `SELECT id FROM mention WHERE source_id = @sourceId AND said_at < @before
       AND received_at < @before AND matched_customer_id IS NULL
       AND id NOT IN (SELECT id FROM mention WHERE source_id = @sourceId
         ORDER BY said_at DESC LIMIT ${alwaysKept})
       AND NOT EXISTS (SELECT 1 FROM mention_state WHERE mention_state.id = mention.id)
       AND NOT EXISTS (SELECT 1 FROM mention_not WHERE mention_not.mention_id = mention.id)
       AND NOT EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = mention.id)
     LIMIT ${atATime}`,
    { sourceId, before: now - keptFor },
  );
  return purge(
    connection,
    old.map((mention) => mention.id),
    now,
  );
}

/** Takes mentions out for good and remembers that they were there. */
export function purge(connection: Connection, ids: string[], now: number): number {
  if (ids.length === 0) return 0;
  const values = { ids: JSON.stringify(ids), now };
  const chosen = 'FROM mention WHERE id IN (SELECT value FROM json_each(@ids))';
  return transaction(connection, () => {
    run(
      connection,
      `INSERT OR IGNORE INTO mention_purged (source_id, identity, at)
       SELECT source_id, identity, @now ${chosen}
       UNION SELECT source_id, ${alikeInSql}, @now ${chosen} AND canonical <> '' AND title <> ''`,
      values,
    );
    return run(connection, `DELETE ${chosen}`, { ids: values.ids });
  });
}

const alikeInSql = "'alike:' || canonical || ' ' || title";

/** What stays of a purged item whose guid the source changes later: its link and title. */
export function alikeKey(canonicalLink: string, title: string): string {
  return `alike:${canonicalLink} ${title}`;
}
