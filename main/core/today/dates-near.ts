import { daysBetween, type LeapDay, nextTold, yearsOn } from '../../../shared/dates.ts';
import { all, type Connection } from '../database/connection.ts';
import type { DateFact } from './facts.ts';

/** A date that is near, and whose it is. */
export interface NearDate extends DateFact {
  customerId: string;
  inDays: number;
}

interface StoredDate {
  customer_id: string;
  kind: DateFact['kind'];
  label: string;
  year: number | null;
  month: number;
  day: number | null;
  yearly: number;
  notice_days: number;
}

/**
 * The dates that are kept between today and so many days ahead (each date's own notice when not
 * given), nearest first. 29 February falls where the settings say; a month alone begins on its first. People in the bin are left out.
 */
export function datesNear(
  connection: Connection,
  today: string,
  leapDay: LeapDay,
  ahead?: number,
): NearDate[] {
  // Months of 31 days make a year of 372; within 60 days the true distance is at most 6 fewer. A
  // 29 February may be kept in March, so it is always looked at.
  const [, month = 0, day = 0] = today.split('-').map(Number);
  const rows = all<StoredDate>(
    connection,
    `SELECT customer_id, kind, label, year, month, day, yearly, notice_days
     FROM customer_date JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     WHERE (month * 31 + coalesce(day, 1) - :place + 372) % 372 <= coalesce(:ahead, notice_days) + 6
       OR (month = 2 AND day = 29)`,
    { place: month * 31 + day, ahead: ahead ?? null },
  );
  return rows
    .flatMap((row): NearDate[] => {
      const kept = nextTold({ ...row, yearly: row.yearly === 1 }, today, leapDay);
      const inDays = kept === null ? Number.POSITIVE_INFINITY : daysBetween(today, kept);
      if (kept === null || inDays > (ahead ?? row.notice_days)) return [];
      const { customer_id: customerId, label, kind } = row;
      const about = { customerId, label, kind, wholeMonth: row.day === null };
      const years = yearsOn(row, kept);
      return [{ ...about, day: kept, inDays, years, noticeDays: row.notice_days }];
    })
    .sort(
      (one, other) => one.inDays - other.inDays || (one.customerId < other.customerId ? -1 : 1),
    );
}

/** The dates that are within their own notice, by customer. */
export function datesWithin(
  connection: Connection,
  today: string,
  leapDay: LeapDay,
): Map<string, DateFact[]> {
  return Map.groupBy(datesNear(connection, today, leapDay), (date) => date.customerId);
}
