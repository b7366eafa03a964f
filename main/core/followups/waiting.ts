import { localTime } from '../clock.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';
import { followUpTable, laterToday } from './read.ts';

/** How many follow-ups ask for attention now: due or overdue, and not put off to later today. */
export function countWaiting({ connection, clock }: Pick<House, 'connection' | 'clock'>): number {
  const found = first<{ count: number }>(
    connection,
    `SELECT count(*) AS count FROM ${followUpTable}
     WHERE follow_up.state = 'open' AND follow_up.binned_at IS NULL AND customer.binned_at IS NULL
       AND wake_day <= :today
       AND NOT ${laterToday}`,
    { today: clock.today(), time: localTime(clock.now(), clock.zone()) },
  );
  return found?.count ?? 0;
}
