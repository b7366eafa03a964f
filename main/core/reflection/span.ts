import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../shared/dates.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { firstDayOfUse } from '../today/steps.ts';

/** Which time is asked for: one of the usual ones, or since a day. */
export interface Counted {
  over: 'month' | 'season' | 'year' | 'all';
  since?: string | undefined;
}

/** How many days each looks back, today included. */
const lengths = { month: 30, season: 91, year: 365 };

/** Before anything that anybody wrote. */
const beginning = '0001-01-01';

/** A time that is counted, as the figures' SQL wants it; named by its local days. */
export interface Span {
  /** The first local day; `beginning` when all of it is counted. */
  from: string;
  /** Today. */
  until: string;
  /** The first instant of that day, and now. */
  begins: number;
  now: number;
  /** The first day within it on which the house was used; after `until` when it was not. */
  used: string;
  /** The last instant of each day on which something is due, as JSON. */
  ends: string;
}

/** The time that is asked for, by the shop's own days. One that begins after today holds nothing. */
export function spanOf(
  house: Pick<House, 'connection' | 'clock'>,
  { over, since }: Counted,
): Span & { isAll: boolean } {
  const { connection, clock } = house;
  const zone = clock.zone();
  const until = clock.today();
  const isAll = since === undefined && over === 'all';
  const from = since ?? (over === 'all' ? beginning : addDays(until, 1 - lengths[over]));
  const firstUse = firstDayOfUse(house) ?? addDays(until, 1);
  const due = all<{ day: string }>(
    connection,
    'SELECT DISTINCT due_day AS day FROM follow_up WHERE due_day BETWEEN ? AND ?',
    [from, until],
  );
  return {
    from,
    until,
    begins: startOf(from, zone),
    now: clock.now(),
    used: from > firstUse ? from : firstUse,
    ends: JSON.stringify(
      Object.fromEntries(due.map(({ day }) => [day, startOf(addDays(day, 1), zone) - 1])),
    ),
    isAll,
  };
}

/** The first instant of a local day, also where the clocks leave midnight out. */
function startOf(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}
