import { nextDue } from '../../../shared/recurrence.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { readRow } from '../journal/tables.ts';
import type { Write } from '../journal/write.ts';
import { endTelling } from '../lessons/telling.ts';
import { readSettings } from '../settings/settings.ts';
import { type FollowUpRow, readFollowUp, recurrenceOf } from './read.ts';
import { inQuotes } from './write.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** Marks a follow-up done; a repeating one makes its next occurrence in the same step. */
export function doFollowUp(house: Needed, id: string) {
  const row = readFollowUp(house.connection, id);
  if (row.state === 'done') throw new Refusal('conflict', 'This one is done already.');
  const { step, result } = house.journal.step(`Did ${inQuotes(row)}`, (write) =>
    keepFollowUp(write, house, row, null),
  );
  return { step, next: result };
}

/**
 * As part of a step, marks an open follow-up done, by a conversation where one kept it, and makes
 * its next occurrence; answers that one.
 */
export function keepFollowUp(
  write: Write,
  house: Needed,
  row: FollowUpRow,
  keptBy: string | null,
): { id: string; dueDay: string } | null {
  const { connection, clock } = house;
  write.update('follow_up', row.id, {
    state: 'done',
    done_at: clock.now(),
    snoozed_until: null,
    snoozed_time: null,
    kept_by: keptBy,
  });
  endTelling(write, house, row.id, 'told');
  const recurrence = recurrenceOf(row);
  if (!recurrence) return null;
  const anchor = row.recurs_anchor ?? row.due_day;
  const { leapDay } = readSettings(connection);
  const dueDay = nextDue(recurrence, { due: row.due_day, done: clock.today(), anchor, leapDay });
  if (dueDay === null) return null;
  const id = newId(clock);
  write.insert('follow_up', {
    id,
    text: row.text,
    customer_id: row.customer_id,
    due_day: dueDay,
    due_time: row.due_time,
    recurs_every: recurrence.every,
    recurs_unit: recurrence.unit,
    recurs_from: recurrence.from,
    recurs_on: row.recurs_on,
    recurs_anchor: anchor,
    state: 'open',
    made_at: clock.now(),
    made_by: row.made_by,
    given_to: row.given_to,
    conversation_id: row.conversation_id,
    previous_id: row.id,
  });
  return { id, dueDay };
}

/**
 * Opens a follow-up that was done. The next occurrence that it made goes away with that; refuses
 * when somebody has changed or done that one since.
 */
export function reopenFollowUp(house: Needed, id: string): { step: string } {
  const row = readFollowUp(house.connection, id);
  if (row.state === 'open') throw new Refusal('conflict', 'This one is still open.');
  const next = first<{ id: string }>(
    house.connection,
    'SELECT id FROM follow_up WHERE previous_id = ? AND binned_at IS NULL',
    [id],
  );
  if (next && !asItWasMade(house, next.id)) {
    throw new Refusal(
      'conflict',
      'The next one after this has been changed since, so this cannot be opened again. Work on the next one instead.',
    );
  }
  return house.journal.step(`Opened ${inQuotes(row)} again`, (write) => {
    if (next) write.remove('follow_up', next.id);
    write.update('follow_up', id, { state: 'open', done_at: null, kept_by: null });
  });
}

/** Whether a follow-up stands as it was when it was written for the last time. */
function asItWasMade({ connection }: Needed, id: string): boolean {
  const made = first<{ after: string }>(
    connection,
    `SELECT after FROM journal_change
     WHERE table_name = 'follow_up' AND row_id = ? AND before IS NULL ORDER BY id DESC LIMIT 1`,
    [id],
  );
  const present = readRow(connection, 'follow_up', id);
  if (!made || !present) return false;
  const then = JSON.parse(made.after) as Row;
  return Object.keys(present).every((column) => present[column] === (then[column] ?? null));
}
