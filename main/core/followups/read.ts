import type { FollowUp, FollowUpSort, Recurrence } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { localDay, localTime } from '../clock.ts';
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
  snoozed_time: string | null;
  recurs_every: number | null;
  recurs_unit: Recurrence['unit'] | null;
  recurs_from: Recurrence['from'] | null;
  recurs_on: string | null;
  recurs_anchor: string | null;
  state: 'open' | 'done';
  done_at: number | null;
  made_at: number;
  conversation_id: string | null;
  made_by: string | null;
  given_to: string | null;
  maker: string | null;
  given_to_name: string | null;
  name: string | null;
  called: string | null;
}

/** What is read of a follow-up, and from where; for conditions on `follow_up` and `customer`. */
export const followUpColumns = `follow_up.*, customer.display_name AS name,
  (SELECT colleague.name FROM colleague WHERE colleague.id = made_by) AS maker,
  (SELECT colleague.name FROM colleague WHERE colleague.id = given_to) AS given_to_name,
  coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called`;
export const followUpTable = 'follow_up LEFT JOIN customer ON customer.id = follow_up.customer_id';

/** A follow-up that is not in the bin. Refuses when there is none. */
export function readFollowUp(connection: Connection, id: string): FollowUpRow {
  const row = first<FollowUpRow>(
    connection,
    `SELECT ${followUpColumns} FROM ${followUpTable} WHERE follow_up.id = ? AND follow_up.binned_at IS NULL`,
    [id],
  );
  if (!row) throw new Refusal('not-found', 'This follow-up is not there any more.');
  return row;
}

/** How `recurs_on` says the last day of a month. */
export const lastDay = 'last-day';

/** How a row repeats; null when it does not. */
export function recurrenceOf(row: FollowUpRow): Recurrence | null {
  if (row.recurs_every === null || row.recurs_unit === null) return null;
  const { recurs_every: every, recurs_unit: unit, recurs_on: on } = row;
  return {
    every,
    unit,
    from: row.recurs_from ?? 'due',
    ...(on === lastDay ? { lastDay: true } : on ? { weekdays: on.split(',').map(Number) } : {}),
  };
}

/** A follow-up as the contract gives it. One that was done is as late as it was when done. */
export function followUpOf(row: FollowUpRow, { clock }: Pick<House, 'clock'>): FollowUp {
  const until = row.done_at === null ? clock.today() : localDay(row.done_at, clock.zone());
  return {
    id: row.id,
    text: row.text,
    customer: row.customer_id ? { id: row.customer_id, name: row.name ?? '' } : null,
    madeBy: row.maker,
    givenTo: row.given_to ? { id: row.given_to, name: row.given_to_name ?? '' } : null,
    dueDay: row.due_day,
    dueTime: row.due_time,
    snoozedUntil: row.snoozed_until,
    snoozedTime: row.snoozed_time,
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

/** Follow-ups as the contract gives them, by their ids; what is not there is left out. */
export function followUpsById(
  house: Pick<House, 'connection' | 'clock'>,
  ids: readonly string[],
): Map<string, FollowUp> {
  if (ids.length === 0) return new Map();
  const rows = all<FollowUpRow>(
    house.connection,
    `SELECT ${followUpColumns} FROM ${followUpTable}
     WHERE follow_up.id IN (SELECT value FROM json_each(?)) AND follow_up.binned_at IS NULL`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, followUpOf(row, house)]));
}

export interface FollowUpQuery {
  state: 'open' | 'done' | 'lately';
  sort?: FollowUpSort | undefined;
  customerId?: string | undefined;
  colleagueId?: string | undefined;
  until?: string | undefined;
  offset: number;
  limit: number;
}

/** How long after it was done a follow-up still counts as done lately, in milliseconds. */
const lately = 14 * 86_400_000;

/** In SQL: put off to a `:time` of `:today` that is still ahead. */
export const laterToday = `(coalesce(snoozed_until, '') = :today AND coalesce(snoozed_time, '') > :time)`;

/** By the day on which they ask for attention, the overdue first (unless snoozed). */
const byDay = `(wake_day <= :today AND due_day < :today AND NOT ${laterToday}) DESC,
  CASE WHEN ${laterToday} THEN :today WHEN wake_day <= :today THEN due_day ELSE wake_day END,
  coalesce(snoozed_time, due_time) IS NULL, coalesce(snoozed_time, due_time)`;

const orders: Record<FollowUpSort, string> = {
  day: byDay,
  person: `customer.sort_name IS NULL, customer.sort_name, customer.id, ${byDay}`,
  newest: 'follow_up.made_at DESC',
};

/**
 * Follow-ups, a page of them: open ones in the order asked for, done ones behind them with the
 * latest first. Those of customers in the bin are left out.
 */
export function listFollowUps(
  house: Pick<House, 'connection' | 'clock'>,
  query: FollowUpQuery,
): { total: number; rows: FollowUp[] } {
  const conditions = ['follow_up.binned_at IS NULL', 'customer.binned_at IS NULL'];
  const { state, table } = listed(query);
  conditions.push(state);
  const values: Record<string, Value> = {
    today: house.clock.today(),
    time: localTime(house.clock.now(), house.clock.zone()),
  };
  if (query.state === 'lately') values.since = house.clock.now() - lately;
  if (query.customerId !== undefined) {
    conditions.push('follow_up.customer_id = :customerId');
    values.customerId = query.customerId;
  }
  if (query.colleagueId !== undefined) {
    conditions.push('(given_to IS NULL OR given_to = :colleague)');
    values.colleague = query.colleagueId;
  }
  if (query.until !== undefined) {
    conditions.push('wake_day <= :until');
    values.until = query.until;
  }
  const where = conditions.join(' AND ');
  const total =
    first<{ total: number }>(
      house.connection,
      `SELECT count(*) AS total FROM ${table} WHERE ${where}`,
      values,
    )?.total ?? 0;
  // Only identities are put in order; what a row shows is looked up for the page alone.
  const rows = all<FollowUpRow>(
    house.connection,
    `WITH wanted AS MATERIALIZED (
       SELECT id, row_number() OVER () AS place FROM (
         SELECT follow_up.id FROM ${table} WHERE ${where} ORDER BY ${orderOf(query)}
         LIMIT :limit OFFSET :offset))
     SELECT ${followUpColumns} FROM wanted CROSS JOIN ${followUpTable}
     WHERE follow_up.id = wanted.id ORDER BY place`,
    { ...values, limit: query.limit, offset: query.offset },
  );
  return { total, rows: rows.map((row) => followUpOf(row, house)) };
}

/** Open ones, and those that are done, in SQL: each is read through the index that has no others. */
const isOpen = `follow_up.state = 'open'`;
const isDone = `follow_up.state = 'done'`;
const openOnes = 'follow_up INDEXED BY follow_up_open';
const doneOnes = 'follow_up INDEXED BY follow_up_done';

/** Which follow-ups a list holds, and the table to read them from. */
function listed({ state, customerId }: FollowUpQuery): { state: string; table: string } {
  if (state === 'lately') {
    const ids = (table: string, which: string) =>
      `SELECT id FROM ${table} WHERE ${which} AND binned_at IS NULL`;
    return {
      state: `follow_up.id IN (${ids(openOnes, isOpen)}
        UNION ALL ${ids(doneOnes, isDone)} AND done_at > :since)`,
      table: followUpTable,
    };
  }
  const ones = state === 'open' ? openOnes : doneOnes;
  return {
    state: state === 'open' ? isOpen : isDone,
    table: customerId ? followUpTable : followUpTable.replace('follow_up', ones),
  };
}

/** Done ones behind the open ones, the latest first. */
function orderOf({ state, sort = 'day' }: FollowUpQuery): string {
  if (state === 'done') return 'done_at DESC, follow_up.id DESC';
  return `done_at IS NOT NULL, done_at DESC, ${orders[sort]},
    CASE WHEN done_at IS NULL THEN follow_up.id END, follow_up.id DESC`;
}
