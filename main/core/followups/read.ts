import type { FollowUp, Recurrence } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first, type Value } from '../database/connection.ts';

/** A follow-up as its table holds it, with the name of whom it is for. */
export interface FollowUpRow {
  id: string;
  text: string;
  customer_id: string | null;
  due_day: string;
  due_time: string | null;
  snoozed_until: string | null;
  recurs_every: number | null;
  recurs_unit: Recurrence['unit'] | null;
  recurs_from: Recurrence['from'] | null;
  recurs_anchor: string | null;
  state: 'open' | 'done';
  done_at: number | null;
  made_at: number;
  conversation_id: string | null;
  name: string | null;
  called: string | null;
}

const columns = `follow_up.*, customer.display_name AS name,
  coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called`;
const table = 'follow_up LEFT JOIN customer ON customer.id = follow_up.customer_id';

/** A follow-up that is not in the bin. Refuses when there is none. */
export function readFollowUp(connection: Connection, id: string): FollowUpRow {
  const row = first<FollowUpRow>(
    connection,
    `SELECT ${columns} FROM ${table} WHERE follow_up.id = ? AND follow_up.binned_at IS NULL`,
    [id],
  );
  if (!row) throw new Refusal('not-found', 'This follow-up is not there any more.');
  return row;
}

/** How a row repeats; null when it does not. */
export function recurrenceOf(row: FollowUpRow): Recurrence | null {
  if (row.recurs_every === null || row.recurs_unit === null) return null;
  return { every: row.recurs_every, unit: row.recurs_unit, from: row.recurs_from ?? 'due' };
}

/** A follow-up as the contract gives it. One that was done is as late as it was when done. */
function followUpOf(row: FollowUpRow, { clock }: Pick<House, 'clock'>): FollowUp {
  const until = row.done_at === null ? clock.today() : localDay(row.done_at, clock.zone());
  return {
    id: row.id,
    text: row.text,
    customer: row.customer_id ? { id: row.customer_id, name: row.name ?? '' } : null,
    dueDay: row.due_day,
    dueTime: row.due_time,
    snoozedUntil: row.snoozed_until,
    recurrence: recurrenceOf(row),
    state: row.state,
    doneAt: row.done_at,
    madeAt: row.made_at,
    conversationId: row.conversation_id,
    daysLate: daysBetween(row.due_day, until),
  };
}

/** A follow-up as the contract gives it. Refuses when there is none. */
export function getFollowUp(house: Pick<House, 'connection' | 'clock'>, id: string): FollowUp {
  return followUpOf(readFollowUp(house.connection, id), house);
}

export interface FollowUpQuery {
  state: 'open' | 'done';
  customerId?: string | undefined;
  until?: string | undefined;
  offset: number;
  limit: number;
}

/**
 * Follow-ups, a page of them: open ones with the overdue first (unless snoozed), then by the day
 * they ask for attention and the time; done ones with the latest first. Those of customers in
 * the bin are left out.
 */
export function listFollowUps(
  house: Pick<House, 'connection' | 'clock'>,
  query: FollowUpQuery,
): { total: number; rows: FollowUp[] } {
  const conditions = [
    'follow_up.state = ?',
    'follow_up.binned_at IS NULL',
    'customer.binned_at IS NULL',
  ];
  const values: Value[] = [query.state];
  if (query.customerId !== undefined) {
    conditions.push('follow_up.customer_id = ?');
    values.push(query.customerId);
  }
  if (query.until !== undefined) {
    conditions.push('wake_day <= ?');
    values.push(query.until);
  }
  const where = conditions.join(' AND ');
  const total =
    first<{ total: number }>(
      house.connection,
      `SELECT count(*) AS total FROM ${table} WHERE ${where}`,
      values,
    )?.total ?? 0;
  const today = house.clock.today();
  const order =
    query.state === 'done'
      ? 'done_at DESC, follow_up.id DESC'
      : `(wake_day <= ? AND due_day < ?) DESC,
         CASE WHEN wake_day <= ? THEN due_day ELSE wake_day END,
         due_time IS NULL, due_time, follow_up.id`;
  const rows = all<FollowUpRow>(
    house.connection,
    `SELECT ${columns} FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [
      ...values,
      ...(query.state === 'done' ? [] : [today, today, today]),
      query.limit,
      query.offset,
    ],
  );
  return { total, rows: rows.map((row) => followUpOf(row, house)) };
}
