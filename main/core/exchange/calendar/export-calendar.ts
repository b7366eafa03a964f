import type { House } from '../../core.ts';
import { all, type Connection } from '../../database/connection.ts';
import {
  type FollowUpRow,
  followUpColumns,
  followUpTable,
  recurrenceOf,
} from '../../followups/read.ts';
import { readSettings } from '../../settings/settings.ts';
import { foldedLine, line } from '../vcard-text.ts';
import {
  type CalendarContext,
  dateEvent,
  followUpEvents,
  type LeavingDate,
  type LeavingFollowUp,
} from './events.ts';
import { basic, timeZoneLines } from './time-zone.ts';

/** The calendar as a file, and what is in it. */
export interface CalendarFile {
  fileName: string;
  content: string;
  dates: number;
  followUps: number;
  /** Dates of which only the month is known: a calendar has no place for them. */
  leftOut: number;
}

/**
 * Everybody's dates and the open follow-ups as an iCalendar file (RFC 5545) that any calendar
 * takes in; taken in again later it brings what is there up to date. People in the bin stay out.
 */
export function exportCalendar({
  connection,
  clock,
}: Pick<House, 'connection' | 'clock'>): CalendarFile {
  const { dates, leftOut } = readDates(connection);
  const followUps = readOpen(connection);
  const zone = clock.zone();
  const context: CalendarContext = {
    stamp: `${basic(new Date(clock.now()).toISOString())}Z`,
    today: clock.today(),
    zone,
    leapDay: readSettings(connection).leapDay,
  };
  return {
    fileName: `porchlight-calendar-${context.today}.ics`,
    content: writeCalendar(dates, followUps, context),
    dates: dates.length,
    followUps: followUps.length,
    leftOut,
  };
}

/** The text of a calendar with these. */
export function writeCalendar(
  dates: readonly LeavingDate[],
  followUps: readonly LeavingFollowUp[],
  context: CalendarContext,
): string {
  const timed = followUps.filter(({ dueTime, snoozedTime }) => dueTime ?? snoozedTime);
  const firstYear = timed.reduce(
    (first, { dueDay }) => Math.min(first, Number(dueDay.slice(0, 4))),
    Number(context.today.slice(0, 4)),
  );
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Porchlight//Porchlight//EN',
    'CALSCALE:GREGORIAN',
    line('X-WR-CALNAME', 'Porchlight'),
    ...(timed.length > 0 && context.zone !== 'UTC' ? timeZoneLines(context.zone, firstYear) : []),
    ...dates.flatMap((date) => dateEvent(date, context)),
    ...followUps.flatMap((followUp) => followUpEvents(followUp, context)),
    'END:VCALENDAR',
  ]
    .map(foldedLine)
    .join('');
}

function readDates(connection: Connection) {
  const rows = all<Omit<LeavingDate, 'yearly' | 'day'> & { yearly: number; day: number | null }>(
    connection,
    `SELECT customer_date.id, display_name AS name, kind, label, year, month, day, yearly
     FROM customer_date JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     ORDER BY sort_name, customer.id, position, customer_date.id`,
  );
  const dates = rows.flatMap(({ day, yearly, ...date }): LeavingDate[] =>
    day === null ? [] : [{ ...date, day, yearly: yearly === 1 }],
  );
  return { dates, leftOut: rows.length - dates.length };
}

function readOpen(connection: Connection): LeavingFollowUp[] {
  return all<FollowUpRow>(
    connection,
    `SELECT ${followUpColumns} FROM ${followUpTable}
     WHERE follow_up.state = 'open' AND follow_up.binned_at IS NULL AND customer.binned_at IS NULL
     ORDER BY due_day, due_time, follow_up.id`,
  ).map((row) => ({
    id: row.id,
    name: row.name,
    text: row.text,
    dueDay: row.due_day,
    dueTime: row.due_time,
    snoozedUntil: row.snoozed_until,
    snoozedTime: row.snoozed_time,
    recurrence: recurrenceOf(row),
    anchor: row.recurs_anchor ?? row.due_day,
  }));
}
