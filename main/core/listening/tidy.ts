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
  const before = Math.round(now - keepMonths * month);
  let gone = 0;
  while (keepMonths > 0 && gone < mostAtOnce) {
    const found = oldMentions(connection, before);
    // Whoever types may have made something of one meanwhile.
    const went = transaction(connection, () =>
      purge(connection, found.length > 0 ? oldMentions(connection, before, found) : [], now),
    );
    if (went === 0) break;
    gone += went;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return gone;
}

/** The state of a mention of which a person made nothing that is to stay. */
const isNothing = `state IN ('new', 'let-go') AND starred = 0 AND customer_id IS NULL AND tone IS NULL
  AND joined_to IS NULL AND answer = '' AND (snoozed_until IS NULL OR snoozed_until < @day)`;

/**
 * The oldest mentions that were said and received before then, or those among `ids`: except for
 * what a person answered, noted, starred, rated, linked, joined or set aside, what sleeps, what is
 * in a lesson, and the words of their people. What they let go may go. Of a voice heard twice both
 * stay when one does, and the first place goes last, lest the second come anew.
 */
function oldMentions(connection: Connection, before: number, ids?: string[]): string[] {
  return all<{ id: string }>(
    connection,
    `SELECT mention.id FROM mention LEFT JOIN mention AS first_place ON first_place.id = mention.same_as
     WHERE mention.said_at < @before AND mention.received_at < @before
       AND mention.matched_customer_id IS NULL AND first_place.matched_customer_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM mention_state
         WHERE mention_state.id IN (mention.id, mention.same_as) AND NOT (${isNothing}))
       AND NOT EXISTS (SELECT 1 FROM mention_state
         WHERE joined_to = mention.id OR joined_to = mention.same_as)
       AND NOT EXISTS (SELECT 1 FROM mention_not WHERE mention_id IN (mention.id, mention.same_as))
       AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.mention_id IN (mention.id, mention.same_as))
       AND NOT EXISTS (SELECT 1 FROM lesson_voice WHERE mention_id IN (mention.id, mention.same_as))
       AND NOT EXISTS (SELECT 1 FROM mention AS twin WHERE twin.same_as = mention.id)
       ${ids ? 'AND mention.id IN (SELECT value FROM json_each(@ids))' : ''}
     ORDER BY mention.said_at LIMIT ${atATime}`,
    { before, day: new Date(before).toISOString().slice(0, 10), ids: JSON.stringify(ids ?? []) },
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
    // Only what was let go has a state here: it went with a person's word already.
    run(connection, `DELETE FROM mention_state WHERE id IN (SELECT id ${chosen})`, values);
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
