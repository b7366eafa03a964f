import type { TimelineEntry } from '../../../shared/contract/contract.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { readRecord } from './get.ts';

type Kind = TimelineEntry['kind'];

/** What a page of a timeline is asked for. */
export interface TimelineQuery {
  id: string;
  kinds?: Kind[] | undefined;
  offset: number;
  limit: number;
}

/** Columns after `kind, id, at`: day, text, medium, reached, pinned, due_day, state, source_name, address, rating. */
const parts: Record<Kind, string> = {
  conversation: `
    SELECT 'conversation' AS kind, conversation.id AS id, happened_at AS at, happened_day AS day,
      said AS text, medium, reached, 0 AS pinned, NULL AS due_day, NULL AS state,
      NULL AS source_name, NULL AS address,
      NULL AS rating_value, NULL AS rating_best, NULL AS rating_worst
    FROM conversation_customer JOIN conversation ON conversation.id = conversation_id
    WHERE customer_id = :id AND binned_at IS NULL`,
  note: `
    SELECT 'note' AS kind, id, written_at AS at, NULL AS day, body AS text, NULL AS medium,
      NULL AS reached, pinned, NULL AS due_day, NULL AS state, NULL AS source_name, NULL AS address,
      NULL AS rating_value, NULL AS rating_best, NULL AS rating_worst
    FROM note WHERE customer_id = :id AND binned_at IS NULL`,
  'follow-up': `
    SELECT 'follow-up' AS kind, id, coalesce(done_at, made_at) AS at, NULL AS day, text,
      NULL AS medium, NULL AS reached, 0 AS pinned, due_day, state, NULL AS source_name,
      NULL AS address, NULL AS rating_value, NULL AS rating_best, NULL AS rating_worst
    FROM follow_up WHERE customer_id = :id AND binned_at IS NULL`,
  mention: `
    SELECT 'mention' AS kind, id, said_at AS at, NULL AS day,
      CASE WHEN title = '' OR instr(text, title) = 1 THEN text ELSE title || char(10) || text END AS text,
      NULL AS medium, NULL AS reached, starred AS pinned, NULL AS due_day, state, source_name,
      address, rating_value, rating_best, rating_worst
    FROM heard
    WHERE customer_id = :id AND id IN (
      SELECT id FROM mention WHERE matched_customer_id = :id
      UNION SELECT id FROM mention_state WHERE customer_id = :id
      UNION SELECT mention.id FROM mention_state JOIN mention ON same_as = mention_state.id
        WHERE customer_id = :id)`,
  added: `
    SELECT 'added' AS kind, id, added_at AS at, added_day AS day, how_met AS text, NULL AS medium,
      NULL AS reached, 0 AS pinned, NULL AS due_day, NULL AS state, NULL AS source_name,
      NULL AS address, NULL AS rating_value, NULL AS rating_best, NULL AS rating_worst
    FROM customer WHERE id = :id`,
};

interface StoredEntry {
  kind: Kind;
  id: string;
  at: number;
  day: string | null;
  text: string;
  medium: string | null;
  reached: number | null;
  pinned: number;
  due_day: string | null;
  state: string | null;
  source_name: string | null;
  address: string | null;
  rating_value: number | null;
  rating_best: number | null;
  rating_worst: number | null;
}

/**
 * What there was with somebody, newest first: talks, notes, promises (when they were made, or
 * kept), what they said in public, and the day they were added. Refuses when there is nobody.
 */
export function readTimeline(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  query: TimelineQuery,
): { total: number; entries: TimelineEntry[] } {
  readRecord(connection, query.id);
  const kinds = query.kinds ?? (Object.keys(parts) as Kind[]);
  const chosen = [...new Set(kinds)].map((kind) => parts[kind]);
  if (chosen.length === 0) return { total: 0, entries: [] };
  const union = chosen.join(' UNION ALL ');
  const total = first<{ total: number }>(connection, `SELECT count(*) AS total FROM (${union})`, {
    id: query.id,
  });
  const stored = all<StoredEntry>(
    connection,
    `SELECT * FROM (${union})
     ORDER BY at DESC, kind = 'added', id DESC LIMIT :limit OFFSET :offset`,
    { id: query.id, limit: query.limit, offset: query.offset },
  );
  const others = takingPart(connection, query.id, stored);
  return {
    total: total?.total ?? 0,
    entries: stored.map((entry) => ({
      kind: entry.kind,
      id: entry.id,
      at: entry.at,
      day: entry.day ?? localDay(entry.at, clock.zone()),
      text: entry.text,
      medium: entry.medium,
      reached: entry.reached === null ? null : entry.reached === 1,
      withOthers: others.get(entry.id) ?? [],
      pinned: entry.pinned === 1,
      dueDay: entry.due_day,
      state: entry.state,
      sourceName: entry.source_name,
      address: entry.address || null,
      rating: rating(entry),
    })),
  };
}

/** Who else took part in the talks among these. */
function takingPart(connection: Connection, id: string, entries: readonly StoredEntry[]) {
  const talks = entries.filter((entry) => entry.kind === 'conversation').map((entry) => entry.id);
  const others = new Map<string, { id: string; name: string }[]>();
  const rows = all<{ conversation_id: string; id: string; name: string }>(
    connection,
    `SELECT conversation_id, customer.id, display_name AS name
     FROM conversation_customer JOIN customer ON customer.id = customer_id
     WHERE conversation_id IN (SELECT value FROM json_each(?)) AND customer_id <> ?
     ORDER BY sort_name`,
    [JSON.stringify(talks), id],
  );
  for (const { conversation_id, ...person } of rows) {
    others.set(conversation_id, [...(others.get(conversation_id) ?? []), person]);
  }
  return others;
}

function rating(entry: StoredEntry): TimelineEntry['rating'] {
  const { rating_value: value, rating_best: best, rating_worst: worst } = entry;
  return value === null || best === null || worst === null ? null : { value, best, worst };
}
