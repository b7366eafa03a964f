import type { MentionRow, MentionState, Tone } from '../../../shared/contract/contract.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';

interface StoredVoice {
  id: string;
  source_id: string;
  source_name: string;
  title: string;
  words: string;
  author: string;
  author_handle: string;
  address: string;
  published_at: number | null;
  received_at: number;
  state: MentionState;
  starred: number;
  snoozed_until: string | null;
  rating_value: number | null;
  rating_best: number | null;
  rating_worst: number | null;
  rating_share: number | null;
  tone: Tone;
  edited_at: number | null;
  customer_id: string | null;
  customer_name: string | null;
  likely_id: string | null;
  likely_name: string | null;
  likely_why: string;
}

/** Older words wait in Listening; they are not what is on today. */
const recentDays = 60;

/** A few of those who wait for an answer: complaints first, then customers, then the latest. */
export function voicesWaiting(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  many: number,
): MentionRow[] {
  const rows = all<StoredVoice>(
    connection,
    `SELECT heard.id, source_id, source_name, title, substr(text, 1, 600) AS words, author,
       author_handle, address, published_at, received_at, state, starred, snoozed_until,
       rating_value, rating_best, rating_worst, rating_share, heard_tone AS tone, edited_at,
       theirs.id AS customer_id, theirs.display_name AS customer_name,
       likely.id AS likely_id, likely.display_name AS likely_name, likely_why
     FROM heard
     LEFT JOIN customer AS theirs ON theirs.id = heard.customer_id AND theirs.binned_at IS NULL
     LEFT JOIN customer AS likely ON likely.id = likely_customer_id AND likely.binned_at IS NULL
     WHERE state = 'new' AND said_at >= :since
       AND (snoozed_until IS NULL OR snoozed_until <= :today)
     ORDER BY heard_tone = 'complaint' DESC, theirs.id IS NOT NULL DESC, said_at DESC, heard.id
     LIMIT :many`,
    { since: clock.now() - recentDays * 86_400_000, today: clock.today(), many },
  );
  return rows.map(voice);
}

function voice(row: StoredVoice): MentionRow {
  const { rating_value: value, rating_best: best, rating_worst: worst, rating_share: share } = row;
  return {
    id: row.id,
    sourceId: row.source_id,
    sourceName: row.source_name,
    title: row.title,
    excerpt: excerpt(row.words),
    author: row.author,
    authorHandle: row.author_handle,
    address: row.address,
    publishedAt: row.published_at,
    receivedAt: row.received_at,
    state: row.state,
    starred: row.starred === 1,
    snoozedUntil: row.snoozed_until,
    rating:
      value === null || best === null || worst === null || share === null
        ? null
        : { value, best, worst, share },
    tone: row.tone,
    edited: row.edited_at !== null,
    customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
    likely:
      row.likely_id && !row.customer_id
        ? { id: row.likely_id, name: row.likely_name ?? '', why: row.likely_why }
        : null,
  };
}
