import type { Customer } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { calledCustomer } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** The days on which somebody came back, as they were noted, the latest first. */
export function readReturns(connection: Connection, id: string): Customer['cameBack'] {
  return all<Customer['cameBack'][number]>(
    connection,
    'SELECT id, day FROM came_back WHERE customer_id = ? ORDER BY day DESC',
    [id],
  );
}

/** Notes that somebody came back, today unless a day is given. Refuses one that is still ahead. */
export function noteReturn(
  { connection, clock, journal }: Needed,
  given: { id: string; day?: string | undefined },
): { step: string } {
  const { called } = calledCustomer(connection, given.id);
  const today = clock.today();
  const { day = today } = given;
  if (day > today) throw new Refusal('invalid', 'That day is still ahead.', 'day');
  const known = first(connection, 'SELECT 1 FROM came_back WHERE customer_id = ? AND day = ?', [
    given.id,
    day,
  ]);
  if (known) throw new Refusal('conflict', 'That they came back that day is noted already.', 'day');
  return journal.step(`Noted that ${called} came back`, (write) => {
    write.insert('came_back', { id: newId(clock), customer_id: given.id, day });
  });
}

/** Takes back that somebody came back on a day. */
export function forgetReturn({ connection, journal }: Needed, id: string): { step: string } {
  const row = first<{ customer_id: string; day: string }>(
    connection,
    'SELECT customer_id, day FROM came_back WHERE id = ?',
    [id],
  );
  if (!row) throw new Refusal('not-found', 'That is not noted any more.');
  const { called } = calledCustomer(connection, row.customer_id);
  return journal.step(`${called} did not come back on ${fullDay(row.day)}`, (write) => {
    write.remove('came_back', id);
  });
}
