import { addDays, daysBetween } from '../../../shared/dates.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/**
 * The last so many days with their steps, oldest first, ending today: with how many people you
 * really spoke, in whatever way, or whose turn as the day's person was done; each by name unless in the bin. `lit` counts the days
 * with a step among those since the first day of use (`counted`); nothing before is held against anybody.
 */
export function stepsOf(house: Needed, many: number) {
  const today = house.clock.today();
  const from = addDays(today, 1 - many);
  const found = stepsByDay(house.connection, from, today);
  const gone = stepsWithGone(house.connection, from);
  const days = Array.from({ length: many }, (_, index) => {
    const day = addDays(from, index);
    const taken = found.get(day) ?? [];
    const left = gone.get(day) ?? 0;
    const people = taken.filter(({ binned }) => !binned).map(({ id, name }) => ({ id, name }));
    return { day, steps: taken.length + left, people };
  });
  const firstDay = firstDayOfUse(house);
  const counting = firstDay === undefined ? [] : days.filter(({ day }) => day >= firstDay);
  return { days, lit: counting.filter(({ steps }) => steps > 0).length, counted: counting.length };
}

/** The people with whom a step was taken between two days, both included: once for each day. */
export const stepsInSql = `
  SELECT happened_day AS day, customer_id FROM conversation
  JOIN conversation_customer ON conversation_id = conversation.id
  WHERE reached = 1 AND binned_at IS NULL AND happened_day BETWEEN :from AND :until
  UNION
  SELECT day, customer_id FROM daily_pick
  WHERE state = 'done' AND day BETWEEN :from AND :until`;

function stepsByDay(connection: Connection, from: string, until: string) {
  const rows = all<{ day: string; id: string; name: string; binned: number }>(
    connection,
    `SELECT day, customer.id, display_name AS name, binned_at IS NOT NULL AS binned
     FROM (${stepsInSql}) JOIN customer ON customer.id = customer_id
     ORDER BY day, sort_name, customer.id`,
    { from, until },
  );
  return Map.groupBy(rows, ({ day }) => day);
}

/** Steps taken with people who have left the bin for good: their number, by day. */
function stepsWithGone(connection: Connection, from: string): Map<string, number> {
  const rows = all<{ day: string; steps: number }>(
    connection,
    'SELECT day, steps FROM step_with_gone WHERE day >= ?',
    [from],
  );
  return new Map(rows.map(({ day, steps }) => [day, steps]));
}

/**
 * The day on which anything was first written or anybody named; undefined in an untouched house.
 * What was written for oneself alone counts nowhere.
 */
export function firstDayOfUse({ connection, clock }: Needed): string | undefined {
  const named = first<{ day: string | null }>(
    connection,
    'SELECT min(day) AS day FROM daily_pick',
  )?.day;
  const written = first<{ at: number | null }>(
    connection,
    `SELECT at FROM journal_step WHERE NOT EXISTS (
       SELECT 1 FROM journal_change
       WHERE step_id = journal_step.id AND table_name IN ('reflection_answer', 'leap'))
     ORDER BY at LIMIT 1`,
  )?.at;
  const days = [named, written == null ? undefined : localDay(written, clock.zone())];
  return (
    days.filter((day) => day != null && daysBetween(day, clock.today()) >= 0).sort()[0] ?? undefined
  );
}
