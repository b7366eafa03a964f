import type { Settings } from '../../../shared/contract/contract.ts';
import { all, type Connection, first, run, transaction } from '../database/connection.ts';
import { identityBy } from './identity.ts';

/** An average month, in milliseconds. */
const month = (365.25 / 12) * 86_400_000;
/** Mentions that go at a time, and at most at the end of one gathering; the next goes on. */
const atATime = 50;
const mostAtOnce = 2000;

/**
 * Purges what is older than the person wants to keep, a little at a time with a breath between,
 * so that whoever types never waits. Gives how many went.
 */
export async function tidyUp(
  connection: Connection,
  { keepMonths }: Pick<Settings, 'keepMonths'>,
  now: number,
): Promise<number> {
  let gone = 0;
  while (keepMonths > 0 && gone < mostAtOnce) {
    const old = oldMentions(connection, Math.round(now - keepMonths * month));
    purge(connection, old, now);
    gone += old.length;
    if (old.length < atATime) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return gone;
}

/**
 * The oldest mentions that were said and received before then, except for what a person answered,
 * noted, let go, starred, rated, snoozed, linked or joined, what is in a lesson, and the words of
 * their people. Of a voice heard twice both stay when one does.
 */
function oldMentions(connection: Connection, before: number): string[] {
  return all<{ id: string }>(
    connection,
    `SELECT id FROM mention WHERE said_at < @before AND received_at < @before
       AND matched_customer_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM mention_state
         WHERE mention_state.id IN (mention.id, mention.same_as))
       AND NOT EXISTS (SELECT 1 FROM mention_state WHERE joined_to = mention.id)
       AND NOT EXISTS (SELECT 1 FROM mention_not WHERE mention_not.mention_id = mention.id)
       AND NOT EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = mention.id)
     ORDER BY said_at LIMIT ${atATime}`,
    { before },
  ).map((mention) => mention.id);
}

interface Purged {
  id: string;
  source_id: string;
  identity: string;
  guid: string;
  canonicalLink: string;
  author: string;
  publishedAt: number | null;
  title: string;
  text: string;
}

/**
 * Takes mentions out for good and remembers that they were there: under the identity they had, and
 * under those that they would have were their source told apart in another way.
 */
export function purge(connection: Connection, ids: string[], now: number): number {
  if (ids.length === 0) return 0;
  const chosen = 'FROM mention WHERE id IN (SELECT value FROM json_each(@ids))';
  const values = { ids: JSON.stringify(ids) };
  const purged = all<Purged>(
    connection,
    `SELECT id, source_id, identity, guid, canonical AS canonicalLink, author,
       published_at AS publishedAt, title, text ${chosen}`,
    values,
  ).flatMap((mention) =>
    identitiesOf(connection, mention).map((identity) => [mention.source_id, identity, now]),
  );
  return transaction(connection, () => {
    for (const row of purged) {
      run(
        connection,
        'INSERT OR IGNORE INTO mention_purged (source_id, identity, at) VALUES (?, ?, ?)',
        row,
      );
    }
    return run(connection, `DELETE ${chosen}`, values);
  });
}

function identitiesOf(connection: Connection, mention: Purged): string[] {
  const { identity, canonicalLink, title } = mention;
  const identities = new Set([identityBy(mention, 'words', false)]);
  if (!isShared(connection, mention)) identities.add(identity);
  if (canonicalLink && title) identities.add(alikeKey(canonicalLink, title));
  else if (canonicalLink) identities.add(identityBy(mention, 'link', false));
  return [...identities];
}

/** Whether others of its source have the same guid or link: it would keep all of them away. */
function isShared(
  connection: Connection,
  { id, source_id, identity, guid, canonicalLink }: Purged,
) {
  const [column, value] = identity.startsWith('guid:')
    ? ['guid', guid]
    : ['canonical', canonicalLink];
  if (!/^(guid|link):/.test(identity)) return false;
  return (
    first(
      connection,
      `SELECT 1 FROM mention WHERE source_id = ? AND ${column} = ? AND ${column} <> '' AND id <> ? LIMIT 1`,
      [source_id, value, id],
    ) !== undefined
  );
}

/** What stays of a purged item whose guid the source changes later: its link and title. */
export function alikeKey(canonicalLink: string, title: string): string {
  return `alike:${canonicalLink} ${title}`;
}
