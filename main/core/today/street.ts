import type { Circle } from '../../../shared/contract/contract.ts';
import { rhythmInForce, warmth } from '../../../shared/rhythm.ts';
import type { House } from '../core.ts';
import { all, type Connection, first, type Row } from '../database/connection.ts';
import { customersWithStanding } from '../people/rows.ts';
import { readSettings } from '../settings/settings.ts';
import { pickOfToday } from './pick.ts';

/**
 * The houses of the street: the inner circle first, and in each circle those you spoke with last.
 * Today's is always among them.
 */
export function streetOf(house: Pick<House, 'connection' | 'clock' | 'bell'>, limit: number) {
  const { connection } = house;
  const today = house.clock.today();
  const settings = readSettings(connection);
  const todays = pickOfToday(house)?.customerId ?? '';
  const nearest = housesWhere(house, `1 ORDER BY ${nearestFirst} LIMIT :limit`, { limit });
  const missing = nearest.every((row) => row.id !== todays)
    ? housesWhere(house, 'customer.id = :todays', { todays })
    : [];
  const rows = [...nearest.slice(0, limit - missing.length), ...missing];
  const total = first<{ total: number }>(
    connection,
    'SELECT count(*) AS total FROM customer WHERE binned_at IS NULL',
  );
  return {
    houses: rows.map((row) => ({
      id: row.id,
      name: row.name,
      circle: row.circle,
      warmth: warmth(
        row.last_spoke_day,
        rhythmInForce(row.circle, row.rhythm_days, settings),
        today,
      ),
      isToday: row.id === todays,
    })),
    total: total?.total ?? 0,
  };
}

/**
 * Every house of the town, by name, so that neighbours stay neighbours; with what is told of it
 * at its door. Each carries its tags in the order in which they were given.
 */
export function townOf(house: Pick<House, 'connection' | 'clock' | 'bell'>) {
  const today = house.clock.today();
  const settings = readSettings(house.connection);
  const todays = pickOfToday(house)?.customerId ?? '';
  const tags = tagsByCustomer(house.connection);
  const rows = housesWhere(house, '1 ORDER BY sort_name, customer.id', {});
  return {
    houses: rows.map((row) => {
      const rhythmDays = rhythmInForce(row.circle, row.rhythm_days, settings);
      return {
        id: row.id,
        name: row.name,
        circle: row.circle,
        tags: tags.get(row.id) ?? [],
        rhythmDays,
        lastSpokeDay: row.last_spoke_day,
        warmth: warmth(row.last_spoke_day, rhythmDays, today),
        isToday: row.id === todays,
      };
    }),
  };
}

function tagsByCustomer(connection: Connection): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  const rows = all<{ customer_id: string; tag: string }>(
    connection,
    'SELECT customer_id, tag FROM customer_tag ORDER BY customer_id, position, tag',
  );
  for (const { customer_id, tag } of rows) {
    const theirs = tags.get(customer_id);
    if (theirs) theirs.push(tag);
    else tags.set(customer_id, [tag]);
  }
  return tags;
}

const nearestFirst = `CASE circle WHEN 'inner' THEN 0 WHEN 'regular' THEN 1 WHEN 'wider' THEN 2 ELSE 3 END,
  last_spoke_day DESC NULLS LAST, sort_name, customer.id`;

interface HouseRow {
  id: string;
  name: string;
  circle: Circle;
  rhythm_days: number | null;
  last_spoke_day: string | null;
}

function housesWhere({ connection }: Pick<House, 'connection'>, where: string, values: Row) {
  return all<HouseRow>(
    connection,
    `SELECT customer.id, display_name AS name, circle, rhythm_days, last_spoke_day
     FROM ${customersWithStanding} WHERE binned_at IS NULL AND ${where}`,
    values,
  );
}
