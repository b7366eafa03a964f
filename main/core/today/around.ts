import { addDays } from '../../../shared/dates.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { listFollowUps } from '../followups/read.ts';
import { readSettings } from '../settings/settings.ts';
import { datesNear } from './dates-near.ts';
import { voicesWaiting } from './voices-waiting.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/** How far "this week" looks ahead, in days. */
const week = 7;
/** Today is a page, not a register: the screens of their own hold the rest. */
const mostShown = 50;
const voicesShown = 5;

/** What else is on: promises overdue and due within a week, the week's dates, voices waiting. */
export function aroundToday(house: Needed) {
  return {
    promises: listFollowUps(house, {
      state: 'open',
      until: addDays(house.clock.today(), week),
      offset: 0,
      limit: mostShown,
    }).rows,
    dates: datesThisWeek(house),
    voices: voicesWaiting(house, voicesShown),
  };
}

function datesThisWeek({ connection, clock }: Needed) {
  const { leapDay } = readSettings(connection);
  const near = datesNear(connection, clock.today(), leapDay, week).slice(0, mostShown);
  const names = new Map(
    all<{ id: string; name: string }>(
      connection,
      `SELECT id, display_name AS name FROM customer
       WHERE id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(near.map((date) => date.customerId))],
    ).map(({ id, name }) => [id, name]),
  );
  return near.map((date) => ({ ...date, name: names.get(date.customerId) ?? '' }));
}
