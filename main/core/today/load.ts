import type { Circle, Load, Reason } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { rhythmInForce } from '../../../shared/rhythm.ts';
import { all, type Connection } from '../database/connection.ts';
import { readSettings } from '../settings/settings.ts';
import { isDuty } from './turn.ts';
import { namedADay } from './whose-day.ts';

/** What the circles ask for: how many people have a rhythm, and Σ 1 ÷ rhythm, unrounded. */
export function circlesAskFor(connection: Connection): { people: number; perDay: number } {
  const days = readSettings(connection);
  const rows = all<{ circle: Circle; rhythm_days: number | null; people: number }>(
    connection,
    `SELECT circle, rhythm_days, count(*) AS people FROM customer
     WHERE binned_at IS NULL AND circle <> 'none' GROUP BY circle, rhythm_days`,
  );
  let people = 0;
  let perDay = 0;
  for (const row of rows) {
    const rhythm = rhythmInForce(row.circle, row.rhythm_days, days);
    if (rhythm === null) continue;
    people += row.people;
    perDay += row.people / rhythm;
  }
  return { people, perDay };
}

/** How many of the latest days are looked at, and how many there must be before they tell anything. */
export const daysLookedAt = 182;
const daysThatTell = 28;
/** Duties come in bunches, and some days belong to birthdays and kind words: a fifth to spare. */
const spare = 0.2;
/** However the days went, the rhythms are not advised to be stretched by more than this besides. */
const leastShare = 0.25;

/** The latest days on which somebody was named: with how many it worked out, and for a duty. */
export interface LatestDays {
  days: number;
  done: number;
  /** Of those done, the ones named for a promise or a complaint. */
  duties: number;
}

/** The days of the last half year on which somebody was named. */
function latestDays(connection: Connection, today: string): LatestDays {
  const rows = all<{ day: string; state: string; reasons: string }>(
    connection,
    `SELECT day, state, reasons FROM daily_pick WHERE day >= :from AND day < :today`,
    { from: addDays(today, -daysLookedAt), today },
  );
  const days = [...Map.groupBy(rows, ({ day }) => day).values()];
  const done = days.map((picks) => picks.filter(({ state }) => state === 'done'));
  return {
    days: days.length,
    done: done.filter((picks) => picks.length > 0).length,
    duties: done.filter((picks) =>
      picks.some(({ reasons }) => isForDuty(JSON.parse(reasons) as Reason[])),
    ).length,
  };
}

/** Whether somebody was named for a duty: such a day is not the circles' own. */
export function isForDuty([heaviest]: readonly Reason[]): boolean {
  return heaviest !== undefined && isDuty(heaviest);
}

/**
 * The share of days that is left for the circles, once duties and days without a step have theirs,
 * less what is kept to spare. 1 until there are days enough to tell.
 */
export function shareForCircles({ days, done, duties }: LatestDays): number {
  return days < daysThatTell ? 1 : Math.max(leastShare, ((1 - spare) * (done - duties)) / days);
}

/** What the circles ask for on a day, against the days that are left for them. */
export function theLoad(connection: Connection, today: string): Load {
  const share = shareForCircles(latestDays(connection, today));
  return loadOf(circlesAskFor(connection), share, namedADay(connection));
}

/**
 * What the circles ask for against what there is: one person, or so many, on each day that is left.
 * Rounded so that it can be read: hundredths a day, tenths of stretch.
 */
export function loadOf(
  { people, perDay }: { people: number; perDay: number },
  share: number,
  named = 1,
): Load {
  return {
    people,
    perDay: Math.round(perDay * 100) / 100,
    stretch: Math.round(Math.max(1, perDay / (share * named)) * 10) / 10,
    named,
  };
}
