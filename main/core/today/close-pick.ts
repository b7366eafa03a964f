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
  for (const pick of waiting) {
    write.update('daily_pick', pick.id, {
      state: reached ? 'done' : 'not-reached',
      state_at: house.clock.now(),
    });
  }
}
