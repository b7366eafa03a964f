import type { BinEntry, BinKind } from '../../../shared/contract/contract.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { mediumNoun } from '../../../shared/wording/media.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { dayLength, daysInBin } from './kinds.ts';

const person = (condition: string) => `(
  SELECT json_group_array(json_object('id', customer.id, 'name', display_name) ORDER BY sort_name)
  FROM customer WHERE ${condition})`;

/** What each kind shows: its first words, and whose it is. */
const kinds: Record<BinKind, string> = {
  customer: `SELECT 'customer' AS kind, id, display_name AS title, '' AS medium, binned_at,
    merged_into IS NOT NULL AS merged,
    (SELECT json_group_array(json_object('id', keep.id, 'name', keep.display_name))
      FROM customer AS keep WHERE keep.id = whole.merged_into) AS people
    FROM customer AS whole WHERE binned_at IS NOT NULL`,
  conversation: `SELECT 'conversation', id, said, medium, binned_at, 0,
    ${person('customer.id IN (SELECT customer_id FROM conversation_customer WHERE conversation_id = conversation.id)')}
    FROM conversation WHERE binned_at IS NOT NULL`,
  note: `SELECT 'note', id, plain_words(body), '', binned_at, 0, ${person('customer.id = note.customer_id')}
    FROM note WHERE binned_at IS NOT NULL`,
  'follow-up': `SELECT 'follow-up', id, text, '', binned_at, 0,
    ${person('customer.id = follow_up.customer_id')} FROM follow_up WHERE binned_at IS NOT NULL`,
  lesson: `SELECT 'lesson', id, sentence, '', binned_at, 0, '[]'
    FROM lesson WHERE binned_at IS NOT NULL`,
};

interface Stored {
  kind: BinKind;
  id: string;
  title: string;
  medium: string;
  binned_at: number;
  merged: number;
  people: string;
}

/** A page of what is in the bin, what was put in the last first, and how much there is in all. */
export function listBin(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  query: { kinds?: BinKind[] | undefined; offset: number; limit: number },
): { total: number; rows: BinEntry[] } {
  // The columns are named by the first part, so that one is always there.
  const wanted = query.kinds ?? (Object.keys(kinds) as BinKind[]);
  const union = Object.values(kinds).join(' UNION ALL ');
  const from = `FROM (${union}) WHERE kind IN (SELECT value FROM json_each(:wanted))`;
  const values = { wanted: JSON.stringify(wanted) };
  const total = first<{ total: number }>(connection, `SELECT count(*) AS total ${from}`, values);
  const rows = all<Stored>(
    connection,
    `SELECT * ${from} ORDER BY binned_at DESC, id DESC LIMIT :limit OFFSET :offset`,
    { ...values, limit: query.limit, offset: query.offset },
  );
  return {
    total: total?.total ?? 0,
    rows: rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      title: excerpt(row.title, 120) || mediumNoun(row.medium),
      of: JSON.parse(row.people) as BinEntry['of'],
      merged: row.merged === 1,
      binnedAt: row.binned_at,
      leavesDay: localDay(row.binned_at + daysInBin * dayLength, clock.zone()),
    })),
  };
}
