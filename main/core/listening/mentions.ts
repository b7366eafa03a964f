import type { Mention, MentionRow } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { searchable } from '../search/searchable.ts';

/** Characters of a mention's text that a list shows. */
const excerptLength = 280;

/** What a list of mentions is narrowed to. */
export interface MentionFilter {
  state?: MentionRow['state'] | undefined;
  sourceId?: string | undefined;
  customerId?: string | undefined;
  starred?: boolean | undefined;
  words: string;
  offset: number;
  limit: number;
}

interface HeardRow {
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
  edited_at: number | null;
  customer_id: string | null;
  customer_name: string | null;
  likely_id: string | null;
  likely_name: string | null;
  likely_why: string;
}

/** A proposal counts only while nobody is certain and nobody has set it aside. */
const rowColumns = `heard.id, heard.source_id, heard.source_name, heard.title,
  substr(heard.text, 1, ${excerptLength}) AS excerpt, heard.author, heard.author_handle,
  heard.address, heard.published_at, heard.received_at, heard.state, heard.starred,
  heard.snoozed_until, rating_value, rating_best, rating_worst, rating_share, heard_tone, edited_at,
  known.id AS customer_id, known.display_name AS customer_name,
  likely.id AS likely_id, likely.display_name AS likely_name, likely_why`;
const rowTables = `heard
  LEFT JOIN customer AS known ON known.id = heard.customer_id AND known.binned_at IS NULL
  LEFT JOIN customer AS likely ON likely.id = likely_customer_id AND likely.binned_at IS NULL
    AND known.id IS NULL AND NOT EXISTS (
      SELECT 1 FROM mention_not WHERE mention_not.customer_id = likely.id
        AND (mention_not.mention_id = heard.id
          OR (mention_not.author_key <> '' AND mention_not.author_key = heard.author_key)))`;

/** Mentions, the newest first. Those that sleep are not among the new ones until their day. */
export function listMentions(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  filter: MentionFilter,
): { total: number; rows: MentionRow[] } {
  const conditions = ['1'];
  if (filter.state) conditions.push('heard.state = @state');
  if (filter.state === 'new') {
    conditions.push('(heard.snoozed_until IS NULL OR heard.snoozed_until <= @today)');
  }
  if (filter.sourceId) conditions.push('heard.source_id = @sourceId');
  if (filter.customerId) conditions.push('heard.customer_id = @customerId');
  if (filter.starred !== undefined) conditions.push('heard.starred = @starred');
  const query = searchQuery(filter.words);
  if (query) {
    conditions.push(`heard.id IN (SELECT subject_id FROM search_document WHERE kind = 'mention'
      AND search_document.id IN (SELECT rowid FROM search_index WHERE search_index MATCH @query))`);
  }
  const where = conditions.join(' AND ');
  const values = {
    state: filter.state ?? null,
    today: clock.today(),
    sourceId: filter.sourceId ?? null,
    customerId: filter.customerId ?? null,
    starred: filter.starred ? 1 : 0,
    query,
  };
  const isInbox =
    filter.state === 'new' &&
    !query &&
    !filter.sourceId &&
    !filter.customerId &&
    filter.starred === undefined;
  const counting = isInbox ? inboxCount : `SELECT count(*) AS count FROM heard WHERE ${where}`;
  const total = first<{ count: number }>(connection, counting, values);
  const rows = all<HeardRow>(
    connection,
    `SELECT ${rowColumns} FROM ${rowTables} WHERE ${where}
     ORDER BY heard.said_at DESC, heard.id LIMIT @limit OFFSET @offset`,
    { ...values, limit: filter.limit, offset: filter.offset },
  );
  return { total: total?.count ?? 0, rows: rows.map(toRow) };
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

/** How many are new, counted from the few that are not: the same number, much sooner. */
const inboxCount = `SELECT
  (SELECT count(*) FROM source JOIN mention ON source_id = source.id WHERE removed_at IS NULL)
  - (SELECT count(*) FROM mention_state JOIN mention ON mention.id = mention_state.id
     JOIN source ON source.id = source_id AND removed_at IS NULL
     WHERE state <> 'new' OR mention_state.snoozed_until > @today) AS count`;

/** Every word from its beginning, as FTS5 wants it; null when there are no words. */
function searchQuery(words: string): string | null {
  const found = searchable(words).match(/[\p{L}\p{N}\p{M}]+/gu);
  return found ? found.map((word) => `"${word}"*`).join(' ') : null;
}

function toRow(row: HeardRow): MentionRow {
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

/** One mention with its whole text, its earlier words and the author's others. */
export function getMention(connection: Connection, id: string): Mention {
  const row = first<
    HeardRow & { html: string; text: string; language: string; author_key: string }
  >(
    connection,
    `SELECT ${rowColumns}, html, text, language, heard.author_key FROM ${rowTables} WHERE heard.id = ?`,
    [id],
  );
  if (!row) throw new Refusal('not-found', 'This mention is not here any more.');
  return {
    ...toRow(row),
    html: row.html,
    text: row.text,
    language: row.language,
    earlier: all(
      connection,
      'SELECT at, title, text FROM mention_earlier WHERE mention_id = ? ORDER BY at DESC, id DESC',
      [id],
    ),
    others: row.author_key
      ? all(
          connection,
          `SELECT id, title, substr(text, 1, ${excerptLength}) AS excerpt, said_at AS at FROM heard
           WHERE author_key = ? AND id <> ? ORDER BY said_at DESC LIMIT 10`,
          [row.author_key, id],
        )
      : [],
  };
}
