import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { type FollowUpRow, followUpColumns, followUpTable } from '../followups/read.ts';
import { type Moment, momentOf } from './moment.ts';
import { writtenSince } from './written.ts';

/** An open follow-up whose turn to be told of comes. */
export interface FollowUpDue extends Moment {
  kind: 'follow-up';
  row: FollowUpRow;
  /** It was written, or moved there, just now for a moment that had passed: nobody has to be told. */
  isOld: boolean;
}

type Needs = Pick<House, 'connection' | 'clock'>;

/** The follow-up and which time of it: another day, time or snooze is another reminder. */
const keyInSql = `'follow-up:' || follow_up.id || ':' || due_day || 'T' || coalesce(due_time, '')
  || ':' || coalesce(snoozed_until, '') || 'T' || coalesce(snoozed_time, '')`;

const open = `follow_up.state = 'open' AND follow_up.binned_at IS NULL
  AND customer.binned_at IS NULL`;

/** What says when a follow-up asks for attention. */
const telling = ['due_day', 'due_time', 'snoozed_until', 'snoozed_time', 'state', 'binned_at'];

/** The reminder of which a follow-up, as it stands, is the subject. */
export function keyOf(row: FollowUpRow): string {
  const due = `${row.due_day}T${row.due_time ?? ''}`;
  return `follow-up:${row.id}:${due}:${row.snoozed_until ?? ''}T${row.snoozed_time ?? ''}`;
}

/**
 * Open follow-ups for today or earlier of which nobody was told, in the order of their moments.
 * What was written before the place `since` in the journal was looked at then.
 */
export function followUpsDue(
  { connection, clock }: Needs,
  morning: string,
  since: number,
): FollowUpDue[] {
  const rows = all<FollowUpRow>(
    connection,
    `SELECT ${followUpColumns} FROM ${followUpTable} WHERE ${open} AND wake_day <= ?
       AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.id = ${keyInSql})`,
    [clock.today()],
  );
  return rows
    .map((row): FollowUpDue => {
      const moment = followUpMoment(row, morning, clock.zone());
      const table = 'follow_up';
      const written = writtenSince(connection, since, { table, id: row.id, columns: telling });
      const isOld = written !== null && moment.at <= written;
      return { kind: 'follow-up', row, isOld, ...moment };
    })
    .sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1));
}

/** When a follow-up asks for attention: when it is due or put off to, in the morning without a time. */
function followUpMoment(row: FollowUpRow, morning: string, zone: string): Moment {
  const { due_day, due_time, snoozed_until, snoozed_time } = row;
  const isPutOff = snoozed_until !== null && snoozed_until >= due_day;
  return isPutOff
    ? momentOf(keyOf(row), snoozed_until, snoozed_time ?? morning, zone)
    : momentOf(keyOf(row), due_day, due_time ?? morning, zone);
}

/** The next day after today on which an open follow-up asks for attention. */
export function nextFollowUpDay({ connection, clock }: Needs): string | null {
  const found = first<{ day: string | null }>(
    connection,
    `SELECT min(wake_day) AS day FROM ${followUpTable} WHERE ${open} AND wake_day > ?`,
    [clock.today()],
  );
  return found?.day ?? null;
}
