import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../shared/dates.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { stepsInSql, stepsOf } from '../today/steps.ts';

/** How far the numbers look back, today included. */
const days = 30;

/** The last thirty days, counted; every share with what it is a share of, and no judgement. */
export function honestNumbers(house: Pick<House, 'connection' | 'clock'>) {
  const { connection, clock } = house;
  const until = clock.today();
  const from = addDays(until, 1 - days);
  const { lit, counted } = stepsOf(house, days);
  const voices = voicesHeard(house, from);
  const turnedTo = first<{ people: number }>(
    connection,
    `SELECT count(DISTINCT customer_id) AS people FROM (${stepsInSql})`,
    { from, until },
  );
  return {
    days,
    steps: { of: counted, met: lit },
    peopleTurnedTo: turnedTo?.people ?? 0,
    voicesHeard: voices.heard,
    voicesAnswered: { of: voices.heard, met: voices.answered },
    promisesKeptInTime: promisesKept(house, from, until),
  };
}

/** What was said within the days, and how much of it was answered. */
function voicesHeard({ connection, clock }: Pick<House, 'connection' | 'clock'>, from: string) {
  const begins = Temporal.PlainDate.from(from).toZonedDateTime(clock.zone()).epochMilliseconds;
  const row = first<{ heard: number; answered: number }>(
    connection,
    `SELECT count(*) AS heard, count(CASE state WHEN 'answered' THEN 1 END) AS answered
     FROM heard WHERE said_at BETWEEN ? AND ?`,
    [begins, clock.now()],
  );
  return { heard: row?.heard ?? 0, answered: row?.answered ?? 0 };
}

/**
 * Promises to somebody that came due within the days, and how many were kept on their day or
 * before, whatever they were snoozed to. One that is due today and still open is not counted yet.
 */
function promisesKept(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  from: string,
  until: string,
) {
  const rows = all<{ due_day: string; done_at: number | null }>(
    connection,
    `SELECT due_day, done_at FROM follow_up
     WHERE due_day BETWEEN ? AND ? AND customer_id IS NOT NULL AND binned_at IS NULL`,
    [from, until],
  ).filter((row) => row.done_at !== null || row.due_day < until);
  const inTime = rows.filter(
    (row) => row.done_at !== null && localDay(row.done_at, clock.zone()) <= row.due_day,
  );
  return { of: rows.length, met: inTime.length };
}
