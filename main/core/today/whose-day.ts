import { presentColleague } from '../counter/present.ts';
import { type Connection, first } from '../database/connection.ts';

/**
 * Whose day it is that is looked at: the colleague's at the keyboard, when the day names a person
 * for them alone; else null, the shop's.
 */
export function whoseDay(connection: Connection): string | null {
  const row = first<{ id: string }>(
    connection,
    `SELECT id FROM colleague WHERE id = ${presentColleague} AND own_day = 1`,
  );
  return row?.id ?? null;
}

/** How many people a day can be named: one for each with a day of their own, and the shop's for the others. */
export function namedADay(connection: Connection): number {
  const row = first<{ named: number | null }>(
    connection,
    `SELECT sum(own_day) + (sum(own_day) < count(*)) AS named
     FROM colleague WHERE binned_at IS NULL`,
  );
  return row?.named ?? 1;
}
