import type { Settings } from '../../../shared/contract/contract.ts';
import { addDays, nextTold, yearsOn } from '../../../shared/dates.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { isKnown, type Moment, momentOf } from './moment.ts';
import { writtenSince } from './written.ts';

/** A date of somebody that is near, or has come. */
export interface DateDue extends Moment {
  kind: 'date';
  dateId: string;
  customerId: string;
  name: string;
  dateKind: 'birthday' | 'anniversary' | 'other';
  label: string;
  /** The day on which it is kept. */
  day: string;
  /** Only its month is known; `day` is the first of it. */
  wholeMonth: boolean;
  /** Which one it is, where the year is known. */
  years: number | null;
  /** Written just now for a moment that had passed, or overtaken by the day: nobody has to be told. */
  isOld: boolean;
}

interface StoredDate {
  id: string;
  customer_id: string;
  name: string;
  kind: DateDue['dateKind'];
  label: string;
  year: number | null;
  month: number;
  day: number | null;
  yearly: number;
  notice_days: number;
}

/** How many days a date that was missed is told of still. */
const lateDays = 7;

/** What says when a date is told of. */
const telling = ['year', 'month', 'day', 'yearly', 'notice_days'];

/**
 * The dates of which nobody was told and whose moment has come: each on the day of its notice,
 * and on the day itself (the first of a month alone), in the morning. What was written before the place
 * `since` in the journal was looked at then.
 */
export function datesDue(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  settings: Settings,
  since: number,
): DateDue[] {
  const today = clock.today();
  const [, month = 0, day = 0] = today.split('-').map(Number);
  // Months of 31 days make a year of 372; the true distance is a few days fewer, so there is room.
  const stored = all<StoredDate>(
    connection,
    `SELECT customer_date.id, customer_id, display_name AS name, kind, label, year, month, day,
       yearly, notice_days
     FROM customer_date JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     WHERE (month = 2 AND day = 29)
       OR (month * 31 + coalesce(day, 1) - :place + 372 + :late) % 372 <= notice_days + :late + 6`,
    { place: month * 31 + day, late: lateDays + 6 },
  );
  return stored
    .flatMap((row) => momentsOf(row, today, settings, clock.zone()))
    .filter((due) => due.at <= clock.now() && !isKnown({ connection }, due.key))
    .map((due) => {
      const row = { table: 'customer_date', id: due.dateId, columns: telling } as const;
      const written = writtenSince(connection, since, row);
      return { ...due, isOld: due.isOld || (written !== null && due.at <= written) };
    })
    .sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1));
}

/** Both moments of a date's occurrences about today. */
function momentsOf(row: StoredDate, today: string, settings: Settings, zone: string): DateDue[] {
  const { morning, leapDay } = settings;
  const date = { ...row, yearly: row.yearly === 1 };
  const past = nextTold(date, addDays(today, -lateDays), leapDay);
  const ahead = nextTold(date, today, leapDay);
  const kept = [...new Set([past, ahead])].filter((day) => day !== null);
  return kept.flatMap((day) => {
    const about = {
      kind: 'date' as const,
      dateId: row.id,
      customerId: row.customer_id,
      name: row.name,
      dateKind: row.kind,
      label: row.label,
      day,
      wholeMonth: row.day === null,
      years: yearsOn(row, day),
    };
    const onDay = momentOf(`date:${row.id}:${day}`, day, morning, zone);
    const notice = addDays(day, -row.notice_days);
    const before = momentOf(`date:${row.id}:${day}:notice`, notice, morning, zone);
    return [
      { ...about, ...onDay, isOld: false },
      ...(row.notice_days > 0 ? [{ ...about, ...before, isOld: day <= today }] : []),
    ];
  });
}
