import type { MentionRow } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { mentionRows } from '../listening/mentions.ts';

/** Older words wait in Listening; they are not what is on today. */
const recentDays = 60;

/** A few of those who wait for an answer: complaints first, then customers, then the latest. */
export function voicesWaiting(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  many: number,
): MentionRow[] {
  const rows = all<{ id: string }>(
    connection,
    `SELECT heard.id FROM heard
     LEFT JOIN customer ON customer.id = heard.customer_id AND customer.binned_at IS NULL
     WHERE state = 'new' AND joined_to IS NULL AND said_at >= :since
       AND (snoozed_until IS NULL OR snoozed_until <= :today)
     ORDER BY heard_tone = 'complaint' DESC, customer.id IS NOT NULL DESC, said_at DESC, heard.id
     LIMIT :many`,
    { since: clock.now() - recentDays * 86_400_000, today: clock.today(), many },
  );
  return mentionRows(
    connection,
    rows.map((row) => row.id),
  );
}
