import type { Circle, Load } from '../../../shared/contract/contract.ts';
import { rhythmInForce } from '../../../shared/rhythm.ts';
import { all, type Connection } from '../database/connection.ts';
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

/** The same against one person a day, rounded so that it can be read: hundredths a day, tenths of stretch. */
export function loadOf({ people, perDay }: { people: number; perDay: number }): Load {
  return {
    people,
    perDay: Math.round(perDay * 100) / 100,
    stretch: Math.round(Math.max(1, perDay) * 10) / 10,
  };
}
