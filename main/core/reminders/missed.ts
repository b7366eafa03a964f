import type { MissedReminder } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { type FollowUpRow, followUpColumns, followUpOf, followUpTable } from '../followups/read.ts';
import type { DateDue } from './dates-due.ts';
import { keyOf } from './follow-ups-due.ts';
import { dateTitle } from './words.ts';

/** How long what was missed is kept in sight, in milliseconds. */
const inSight = 14 * 86_400_000;

interface Stored {
  id: string;
  kind: 'follow-up' | 'date';
  about_id: string;
}

/**
 * What came up while nobody was there, and what was told and never shown: the oldest first, until
 * it is dealt with or put away.
 */
export function missedReminders(house: House): MissedReminder[] {
  const stored = all<Stored>(
    house.connection,
    `SELECT id, kind, about_id FROM reminder
     WHERE put_away_at IS NULL AND how = 'missed' AND kind <> 'morning' AND told_at > ?
     ORDER BY meant_for, id`,
    [house.clock.now() - inSight],
  );
  return stored.flatMap((row) => (row.kind === 'date' ? dateOf(house, row) : openOf(house, row)));
}

/** A follow-up that stands as it did when it was missed. */
function openOf(house: House, { id, about_id: aboutId }: Stored): MissedReminder[] {
  const row = first<FollowUpRow>(
    house.connection,
    `SELECT ${followUpColumns} FROM ${followUpTable} WHERE follow_up.id = ?
       AND follow_up.state = 'open' AND follow_up.binned_at IS NULL AND customer.binned_at IS NULL`,
    [aboutId],
  );
  if (!row || keyOf(row) !== id) return [];
  const followUp = followUpOf(row, house);
  return [{ id, words: row.text, customer: followUp.customer, followUp }];
}

function dateOf(house: House, { id, about_id: aboutId }: Stored): MissedReminder[] {
  const row = first<{
    customerId: string;
    name: string;
    kind: DateDue['dateKind'];
    label: string;
    wholeMonth: number;
  }>(
    house.connection,
    `SELECT customer_id AS customerId, display_name AS name, kind, label, day IS NULL AS wholeMonth
     FROM customer_date JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     WHERE customer_date.id = ?`,
    [aboutId],
  );
  const day = /:(\d{4}-\d{2}-\d{2})/.exec(id)?.[1];
  if (!row || !day) return [];
  const words = dateTitle(
    { ...row, dateKind: row.kind, day, wholeMonth: row.wholeMonth === 1 },
    house.clock.today(),
  );
  return [{ id, words, customer: { id: row.customerId, name: row.name }, followUp: null }];
}

/** Puts the card about all that was missed away; undo brings it back. */
export function putAwayMissed(house: House): { step: string } {
  const missed = missedReminders(house);
  return house.journal.step('Put away what came up meanwhile', (write) => {
    for (const { id } of missed) {
      write.update('reminder', id, { put_away_at: house.clock.now() });
    }
  });
}
