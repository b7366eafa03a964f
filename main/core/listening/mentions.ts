import type { MentionRow } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { keptAnswer } from '../database/kept-answer.ts';
import { searchable } from '../search/searchable.ts';

/** Characters of a mention's text that a list shows. */
export const excerptLength = 280;
/** What was said longer ago comes last: nobody waits for that any more. In days. */
const waitsFor = 365;
const day = 86_400_000;

/** What a list of mentions is narrowed to. */
export interface MentionFilter {
  state?: MentionRow['state'] | undefined;
  sourceId?: string | undefined;
  customerId?: string | undefined;
  starred?: boolean | undefined;
  words: string;
  order: 'matters' | 'newest';
  offset: number;
  limit: number;
}

export interface HeardRow {
  id: string;
  source_id: string;
  source_name: string;
  title: string;
  excerpt: string;
  author: string;
  author_handle: string;
  address: string;
  published_at: number | null;
  received_at: number;
  state: MentionRow['state'];
  starred: number;
  snoozed_until: string | null;
  rating_value: number | null;
  rating_best: number | null;
  rating_worst: number | null;
  rating_share: number | null;
  heard_tone: MentionRow['tone'];
  said_tone: MentionRow['tone'] | null;
  edited_at: number | null;
  customer_id: string | null;
  customer_name: string | null;
  likely_id: string | null;
  likely_name: string | null;
  likely_why: string;
  places: number;
  together: number;
}

/**
 * Whose words a person has said those of a name are, in a source where it has no handle. When they
 * are several people's, the name tells nothing there.
 */
const toldByName = `(
  SELECT source_id, author, count(DISTINCT customer_id) AS people, min(customer_id) AS customer_id
  FROM mention_state CROSS JOIN mention ON mention.id = mention_state.id
  JOIN customer ON customer.id = customer_id AND binned_at IS NULL
  WHERE customer_id IS NOT NULL AND author_key = '' AND author <> '' GROUP BY source_id, author)`;

/**
 * Somebody is proposed by what was said of their name before, else by the name on their card. It
 * counts only while nobody is certain and nobody has set it aside: for the mention, for its
 * author's handle, or, where there is none, for that name in that source.
 */
export const rowColumns = `heard.id, heard.source_id, heard.source_name, heard.title,
  substr(heard.text, 1, ${excerptLength}) AS excerpt, heard.author, heard.author_handle,
  heard.address, heard.published_at, heard.received_at, heard.state, heard.starred,
  heard.snoozed_until, rating_value, rating_best, rating_worst, rating_share, heard_tone,
  said_tone, edited_at,
  1 + (SELECT count(*) FROM mention AS twin JOIN source AS other
    ON other.id = twin.source_id AND other.removed_at IS NULL WHERE twin.same_as = heard.id) AS places,
  1 + (SELECT count(*) FROM mention_state AS part
    WHERE part.joined_to = coalesce(heard.joined_to, heard.id)) AS together,
  known.id AS customer_id, known.display_name AS customer_name,
  likely.id AS likely_id, likely.display_name AS likely_name,
  CASE WHEN told.customer_id IS NULL THEN likely_why
    ELSE 'You said so before of this name in this source.' END AS likely_why`;
export const rowTables = `heard
  LEFT JOIN customer AS known ON known.id = heard.customer_id AND known.binned_at IS NULL
  LEFT JOIN ${toldByName} AS told ON told.source_id = heard.source_id
    AND told.author = heard.author AND heard.author_key = ''
  LEFT JOIN customer AS likely ON likely.binned_at IS NULL AND heard.author <> ''
    AND likely.id = CASE WHEN told.people > 1 THEN NULL
      ELSE coalesce(told.customer_id, likely_customer_id) END
    AND known.id IS NULL AND NOT EXISTS (
      SELECT 1 FROM mention_not WHERE mention_not.customer_id = likely.id
        AND (mention_not.mention_id = heard.id
          OR (mention_not.author_key <> '' AND mention_not.author_key = heard.author_key)
          OR (heard.author_key = '' AND EXISTS (
            SELECT 1 FROM mention AS alike WHERE alike.id = mention_not.mention_id
              AND alike.author = heard.author AND alike.author_key = ''
              AND alike.source_id = heard.source_id))))`;

/**
 * Mentions, the newest first or what matters first. Those that sleep are not among the new ones
 * until their day; those that were joined to another are heard there.
 */
export function listMentions(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  filter: MentionFilter,
): { total: number; rows: MentionRow[] } {
  const { where, values, isInbox } = narrowed(filter, clock);
  const isSorted = filter.order === 'matters' && filter.state === 'new';
  const order = isSorted ? mattersFirst : newestFirst;
  const { limit, offset } = filter;
  const ids = (from: string, more: object = {}) =>
    all<{ id: string }>(
      connection,
      `SELECT heard.id FROM heard WHERE ${where} ORDER BY ${order} ${from}`,
      { ...values, ...more },
    ).map(({ id }) => id);
  // The newest are at hand; all other pages need the whole order, which is kept for the next one.
  const whole =
    (isSorted || offset > 0) &&
    keptAnswer(connection, JSON.stringify([where, order, values]), () => ids(''));
  const wanted = whole
    ? whole.slice(offset, offset + limit)
    : ids('LIMIT @limit OFFSET @offset', { limit, offset });
  const total = isInbox
    ? countInbox(connection, values.today)
    : whole
      ? whole.length
      : (first<{ count: number }>(
          connection,
          `SELECT count(*) AS count FROM heard WHERE ${where}`,
          values,
        )?.count ?? 0);
  return { total, rows: mentionRows(connection, wanted) };
}

const newestFirst = 'heard.said_at DESC, heard.id';
const mattersFirst = `heard.said_at < @longAgo,
  CASE heard_tone WHEN 'complaint' THEN 0 WHEN 'question' THEN 1 WHEN 'praise' THEN 2 ELSE 3 END,
  heard.customer_id IS NULL, heard.said_at, heard.id`;

function narrowed(filter: MentionFilter, clock: House['clock']) {
  const { state, sourceId, customerId, starred } = filter;
  const conditions = ['1'];
  if (state) conditions.push('heard.state = @state');
  if (state === 'new') {
    conditions.push('(heard.snoozed_until IS NULL OR heard.snoozed_until <= @today)');
  } else if (state) {
    conditions.push(among('state = @state'));
  }
  if (sourceId) {
    conditions.push(`(heard.source_id = @sourceId OR heard.id IN
      (SELECT same_as FROM mention WHERE source_id = @sourceId AND same_as IS NOT NULL))`);
  }
  if (customerId) {
    conditions.push(`heard.customer_id = @customerId AND (${among('customer_id = @customerId')}
      OR heard.id IN (SELECT id FROM mention WHERE matched_customer_id = @customerId))`);
  }
  if (!sourceId && !customerId) conditions.push('heard.joined_to IS NULL');
  if (starred !== undefined) conditions.push('heard.starred = @starred');
  if (starred) conditions.push(among('starred = 1'));
  const query = searchQuery(filter.words);
  if (query) {
    conditions.push(`heard.id IN (
      WITH found AS (SELECT subject_id AS id FROM search_document WHERE kind = 'mention'
        AND search_document.id IN (SELECT rowid FROM search_index WHERE search_index MATCH @query))
      SELECT id FROM found
      UNION SELECT same_as FROM found JOIN mention USING (id) WHERE same_as IS NOT NULL
      UNION SELECT joined_to FROM found JOIN mention_state USING (id) WHERE joined_to IS NOT NULL)`);
  }
  const values = {
    state: state ?? null,
    today: clock.today(),
    // To the day, so that the same question stays the same.
    longAgo: (Math.floor(clock.now() / day) - waitsFor) * day,
    sourceId: sourceId ?? null,
    customerId: customerId ?? null,
    starred: starred ? 1 : 0,
    query,
  };
  const isInbox = state === 'new' && !query && !sourceId && !customerId && starred === undefined;
  return { where: conditions.join(' AND '), values, isInbox };
}

/** Those of which a person said so, or of another place of the same words: the few to look through. */
function among(said: string): string {
  return `heard.id IN (SELECT id FROM mention_state WHERE ${said}
    UNION SELECT mention.id FROM mention_state JOIN mention ON same_as = mention_state.id
      WHERE ${said})`;
}

/** The mentions with these ids as a list shows them, in that order; what is not there is left out. */
export function mentionRows(connection: Connection, ids: readonly string[]): MentionRow[] {
  const found = all<HeardRow>(
    connection,
    `SELECT ${rowColumns} FROM ${rowTables} WHERE heard.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(found.map((row) => [row.id, toRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many voices are new, and do not sleep. */
export function countInbox(connection: Connection, today: string): number {
  return first<{ count: number }>(connection, inboxCount, { today })?.count ?? 0;
}

/** All but those of which something was said, and of the few that may still be new the new ones. */
const inboxCount = `WITH special AS (
    SELECT id FROM mention WHERE same_as IS NOT NULL
    UNION SELECT mention_id FROM lesson_voice WHERE mention_id IS NOT NULL
    UNION SELECT mention_id FROM answer
    UNION SELECT joined_to FROM mention_state WHERE joined_to IS NOT NULL),
  silent AS (SELECT id FROM special EXCEPT SELECT id FROM mention_state)
  SELECT
    (SELECT count(*) FROM source JOIN mention ON source_id = source.id WHERE removed_at IS NULL)
    - (SELECT count(*) FROM mention_state)
    + (SELECT count(*) FROM source CROSS JOIN mention ON source_id = source.id
       JOIN mention_state ON mention_state.id = mention.id WHERE removed_at IS NOT NULL)
    - (SELECT count(*) FROM silent JOIN mention ON mention.id = silent.id
       JOIN source ON source.id = source_id AND removed_at IS NULL)
    + (SELECT count(*) FROM (SELECT id FROM mention_state WHERE state = 'new'
         UNION SELECT id FROM silent) AS maybe
       JOIN heard ON heard.id = maybe.id
       WHERE state = 'new' AND joined_to IS NULL
         AND (snoozed_until IS NULL OR snoozed_until <= @today)) AS count`;

/** Every word from its beginning, as FTS5 wants it; null when there are no words. */
function searchQuery(words: string): string | null {
  const found = searchable(words).match(/[\p{L}\p{N}\p{M}]+/gu);
  return found ? found.map((word) => `"${word}"*`).join(' ') : null;
}

/** A row as the window has it. */
export function toRow(row: HeardRow): MentionRow {
  const { rating_value: value, rating_best: best, rating_worst: worst, rating_share: share } = row;
  const rated = value !== null && best !== null && worst !== null && share !== null;
  return {
    id: row.id,
    sourceId: row.source_id,
    sourceName: row.source_name,
    title: row.title,
    excerpt: row.excerpt,
    author: row.author,
    authorHandle: row.author_handle,
    address: row.address,
    publishedAt: row.published_at,
    receivedAt: row.received_at,
    state: row.state,
    starred: row.starred === 1,
    snoozedUntil: row.snoozed_until,
    rating: rated ? { value, best, worst, share } : null,
    tone: row.heard_tone,
    toneFrom: row.said_tone ? 'said' : isByRating(row) ? 'rating' : 'guess',
    places: row.places,
    together: row.together,
    edited: row.edited_at !== null,
    customer:
      row.customer_id && row.customer_name
        ? { id: row.customer_id, name: row.customer_name }
        : null,
    likely:
      row.likely_id && row.likely_name
        ? { id: row.likely_id, name: row.likely_name, why: row.likely_why }
        : null,
  };
}

/** Few stars are a complaint and many are praise without guessing. */
function isByRating({ rating_share: share, heard_tone: tone }: HeardRow): boolean {
  return share !== null && (tone === 'complaint' || tone === 'praise');
}
