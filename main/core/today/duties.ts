import type { Tone } from '../../../shared/contract/contract.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';
import { excerpt } from '../../../shared/wording/excerpt.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import type { PromiseFact, VoiceFact } from './facts.ts';

/** A promise without a time counts from so many days ahead, so that a closed day does not break it. */
const promiseNotice = 4;

/**
 * From when a promise counts: four days ahead, but not before half of its time is over, lest
 * somebody be named again the day after it was made. One for tomorrow counts at once.
 */
export function promiseCountsFrom(madeDay: string, dueDay: string): string {
  const half = Math.ceil(daysBetween(madeDay, dueDay) / 2);
  return addDays(dueDay, -Math.max(0, Math.min(promiseNotice, half)));
}

/**
 * The open promises to somebody that count already, by customer. One with a time of day, a snoozed
 * or a repeated one waits for its day.
 */
export function promisesDue(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  today: string,
): Map<string, PromiseFact[]> {
  const rows = all<{
    id: string;
    customer_id: string;
    text: string;
    due_day: string;
    wake_day: string;
    made_at: number;
  }>(
    connection,
    `SELECT id, customer_id, text, due_day, wake_day, made_at FROM follow_up
     WHERE state = 'open' AND binned_at IS NULL AND customer_id IS NOT NULL
       AND wake_day <= :until
       AND (wake_day <= :today OR (due_time IS NULL AND snoozed_until IS NULL
         AND recurs_every IS NULL))
     ORDER BY due_day, id`,
    { today, until: addDays(today, promiseNotice) },
  );
  const zone = clock.zone();
  const counts = rows.filter(
    (row) =>
      row.wake_day <= today || promiseCountsFrom(localDay(row.made_at, zone), row.due_day) <= today,
  );
  return grouped(counts, (row) => ({
    followUpId: row.id,
    text: row.text,
    dueDay: row.due_day,
    wakeDay: row.wake_day,
    madeAt: row.made_at,
  }));
}

/** Older words wait in Listening; nobody is named for them any more. */
const wordsDays = 183;

/**
 * What customers said in the last half year and nobody has answered, noted or let go (snoozed ones
 * left out), by customer.
 */
export function voicesUnanswered(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  today: string,
): Map<string, VoiceFact[]> {
  const rows = all<{
    id: string;
    customer_id: string;
    tone: Tone;
    said_at: number;
    words: string;
    source_name: string;
  }>(
    connection,
    `SELECT id, customer_id, heard_tone AS tone, said_at, source_name,
       substr(CASE text WHEN '' THEN title ELSE text END, 1, 600) AS words
     FROM heard
     WHERE id IN (
         SELECT id FROM mention WHERE matched_customer_id IS NOT NULL AND said_at >= :since
         UNION
         SELECT id FROM mention_state WHERE customer_id IS NOT NULL)
       AND state = 'new' AND customer_id IS NOT NULL AND said_at >= :since
       AND (snoozed_until IS NULL OR snoozed_until <= :today)
     ORDER BY said_at, id`,
    { today, since: clock.now() - wordsDays * 86_400_000 },
  );
  const zone = clock.zone();
  return grouped(rows, (row) => ({
    mentionId: row.id,
    tone: row.tone,
    saidAt: row.said_at,
    saidDay: localDay(row.said_at, zone),
    excerpt: excerpt(row.words),
    sourceName: row.source_name,
  }));
}

function grouped<Row extends { customer_id: string }, Fact>(
  rows: readonly Row[],
  factOf: (row: Row) => Fact,
): Map<string, Fact[]> {
  const byCustomer = new Map<string, Fact[]>();
  for (const row of rows) {
    const known = byCustomer.get(row.customer_id);
    if (known) known.push(factOf(row));
    else byCustomer.set(row.customer_id, [factOf(row)]);
  }
  return byCustomer;
}
