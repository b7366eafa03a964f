import type { Circle, Load } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { rhythmInForce } from '../../../shared/rhythm.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { readSettings } from '../settings/settings.ts';

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
const daysLookedAt = 91;
const daysThatTell = 28;
/** However the days went, the rhythms are not advised to be stretched by more than this besides. */
const leastShare = 0.25;

/** The latest days on which somebody was named: with how many it worked out, and for a duty. */
export interface LatestDays {
  days: number;
  done: number;
  /** Of those done, the ones named for a promise or a complaint. */
  duties: number;
}

/** The days of the last quarter on which somebody was named. */
export function latestDays(connection: Connection, today: string): LatestDays {
  const found = first<LatestDays>(
    connection,
    `SELECT count(*) AS days, coalesce(sum(done), 0) AS done,
       coalesce(sum(done AND duty), 0) AS duties
     FROM (SELECT max(state = 'done') AS done,
         max(state = 'done' AND (reasons ->> '$[0].kind' = 'promise'
           OR coalesce(reasons ->> '$[0].tone', '') = 'complaint')) AS duty
       FROM daily_pick WHERE day >= :from AND day < :today GROUP BY day)`,
    { from: addDays(today, -daysLookedAt), today },
  );
  return found ?? { days: 0, done: 0, duties: 0 };
}

/**
 * The share of days that is left for the circles, once duties and days without a step have theirs,
 * less 15 % to spare, because duties come in bunches. 1 until there are days enough to tell.
 */
export function shareForCircles({ days, done, duties }: LatestDays): number {
  return days < daysThatTell ? 1 : Math.max(leastShare, (0.85 * (done - duties)) / days);
}

/**
 * What the circles ask for against what there is: one person on each day that is left for them.
 * Rounded so that it can be read: hundredths a day, tenths of stretch.
 */
export function loadOf(
  { people, perDay }: { people: number; perDay: number },
  share: number,
): Load {
  return {
    people,
    perDay: Math.round(perDay * 100) / 100,
    stretch: Math.round(Math.max(1, perDay / share) * 10) / 10,
  };
}
