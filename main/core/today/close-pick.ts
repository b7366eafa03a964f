import { Temporal } from 'temporal-polyfill';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import type { Write } from '../journal/write.ts';

/**
 * Closes today's waiting pick of a customer as part of the step that logs a conversation: `done`
 * when they were reached, `not-reached` when nobody was. Does nothing when that customer is not
 * named today, or when the conversation is an older one written down late (before yesterday).
 */
export function closePick(
  write: Write,
  house: Pick<House, 'connection' | 'clock'>,
  customerId: string,
  reached: boolean,
  happenedDay: string = house.clock.today(),
): void {
  const today = house.clock.today();
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  if (happenedDay < yesterday) return;
  const waiting = all<{ id: string }>(
    house.connection,
    `SELECT id FROM daily_pick WHERE day = ? AND customer_id = ? AND state = 'waiting'`,
    [today, customerId],
  );
  for (const { id } of waiting) close(write, house, id, reached ? 'done' : 'not-reached');
}

/**
 * Closes, as part of the step that says they were answered, today's waiting picks that were named
 * for one of these mentions: whoever was answered elsewhere was turned to as well.
 */
export function closeAnswered(
  write: Write,
  house: Pick<House, 'connection' | 'clock'>,
  mentionIds: readonly string[],
): void {
  const named = all<{ id: string }>(
    house.connection,
    `SELECT id FROM daily_pick WHERE day = ? AND state = 'waiting' AND EXISTS (
       SELECT 1 FROM json_each(reasons)
       WHERE value ->> 'mentionId' IN (SELECT value FROM json_each(?)))`,
    [house.clock.today(), JSON.stringify(mentionIds)],
  );
  for (const { id } of named) close(write, house, id, 'done');
}

function close(
  write: Write,
  { clock }: Pick<House, 'clock'>,
  id: string,
  state: 'done' | 'not-reached',
): void {
  write.update('daily_pick', id, { state, state_at: clock.now() });
}
