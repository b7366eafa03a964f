import type { Circle, CustomerRow, Settings } from '../../../shared/contract/contract.ts';
import { rhythmInForce, silence, stretch } from '../../../shared/rhythm.ts';
import { all, type Connection } from '../database/connection.ts';
import { readSettings } from '../settings/settings.ts';
import { photosOf } from './photos/photo-rows.ts';

/** A customer's row with its standing, as the database has it. */
export interface StoredCustomer {
  id: string;
  display_name: string;
  company: string;
  circle: Circle;
  rhythm_days: number | null;
  added_day: string;
  last_spoke_day: string | null;
  next_follow_up_day: string | null;
}

/** Customers with how things stand with them. */
export const customersWithStanding = `customer
  LEFT JOIN customer_standing AS standing ON standing.customer_id = customer.id`;

/** Days of the rhythm in force, in SQL: as shared/rhythm.ts says it, with the circles' days bound. */
export const rhythmInSql = `CASE circle WHEN 'none' THEN NULL ELSE coalesce(rhythm_days,
  CASE circle WHEN 'inner' THEN :innerDays WHEN 'regular' THEN :regularDays ELSE :widerDays END) END`;

/** Days of silence, in SQL: as shared/rhythm.ts says it, with today bound. */
export const silenceInSql = `max(0,
  CAST(julianday(:today) - julianday(coalesce(last_spoke_day, added_day)) AS INTEGER))`;

/** The customers with these ids as a list shows them, in that order; ids of nobody are left out. */
export function readRows(connection: Connection, ids: readonly string[], today: string) {
  const wanted = JSON.stringify(ids);
  const stored = all<StoredCustomer>(
    connection,
    `SELECT customer.id, display_name, company, circle, rhythm_days, added_day,
       last_spoke_day, next_follow_up_day
     FROM ${customersWithStanding}
     WHERE customer.id IN (SELECT value FROM json_each(?))`,
    [wanted],
  );
  const byId = new Map(stored.map((row) => [row.id, row]));
  const tags = readTags(connection, wanted);
  const photos = photosOf(connection, wanted);
  const voices = waitingVoices(connection, wanted, today);
  const sent = sentBy(connection, wanted);
  const settings = readSettings(connection);
  return ids.flatMap((id): CustomerRow[] => {
    const row = byId.get(id);
    if (!row) return [];
    const own = {
      tags: tags.get(id) ?? [],
      sent: sent.get(id) ?? 0,
      photo: photos.get(id) ?? null,
    };
    return [customerRow(row, { ...own, waitingVoices: voices.get(id) ?? 0 }, settings, today)];
  });
}

function customerRow(
  row: StoredCustomer,
  own: Pick<CustomerRow, 'tags' | 'sent' | 'photo' | 'waitingVoices'>,
  settings: Settings,
  today: string,
): CustomerRow {
  const rhythmDays = rhythmInForce(row.circle, row.rhythm_days, settings);
  const silentDays = silence(row.last_spoke_day, row.added_day, today);
  return {
    id: row.id,
    name: row.display_name,
    company: row.company,
    circle: row.circle,
    rhythmDays,
    ...own,
    lastSpokeDay: row.last_spoke_day,
    silentDays,
    stretch: stretch(silentDays, rhythmDays),
    nextFollowUpDay: row.next_follow_up_day,
    addedDay: row.added_day,
  };
}

function readTags(connection: Connection, ids: string): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  const rows = all<{ customer_id: string; tag: string }>(
    connection,
    `SELECT customer_id, tag FROM customer_tag
     WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, position, tag`,
    [ids],
  );
  for (const { customer_id, tag } of rows) {
    tags.set(customer_id, [...(tags.get(customer_id) ?? []), tag]);
  }
  return tags;
}

/** How many people each sent, those in the bin left out. */
function sentBy(connection: Connection, ids: string): Map<string, number> {
  const rows = all<{ sent_by: string; people: number }>(
    connection,
    `SELECT sent_by, count(*) AS people FROM customer
     WHERE sent_by IN (SELECT value FROM json_each(?)) AND binned_at IS NULL GROUP BY sent_by`,
    [ids],
  );
  return new Map(rows.map((row) => [row.sent_by, row.people]));
}

/** How many of their mentions nobody has dealt with; snoozed ones wait for their day. */
function waitingVoices(connection: Connection, ids: string, today: string): Map<string, number> {
  const rows = all<{ customer_id: string; voices: number }>(
    connection,
    `WITH asked (id) AS (SELECT value FROM json_each(:ids))
     SELECT customer_id, count(*) AS voices FROM heard
     WHERE heard.id IN (
         SELECT mention.id FROM asked JOIN mention ON matched_customer_id = asked.id
         UNION
         SELECT mention_state.id FROM asked JOIN mention_state ON customer_id = asked.id
         UNION
         SELECT mention.id FROM asked JOIN mention_state ON customer_id = asked.id
           JOIN mention ON same_as = mention_state.id)
       AND customer_id IN (SELECT id FROM asked)
       AND state = 'new' AND (snoozed_until IS NULL OR snoozed_until <= :today)
     GROUP BY customer_id`,
    { ids, today },
  );
  return new Map(rows.map((row) => [row.customer_id, row.voices]));
}
