import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { type Connection, first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { calledCustomer } from './called.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** Writes a note about a customer, or one about nobody in particular. */
export function addNote(
  { connection, clock, journal }: Needed,
  given: { customerId: string | null; body: string; pinned: boolean },
): { step: string; id: string } {
  const about = given.customerId
    ? ` about ${calledCustomer(connection, given.customerId).called}`
    : '';
  const { step, result } = journal.step(`Wrote a note${about}`, (write) => {
    const id = newId(clock);
    write.insert('note', {
      id,
      customer_id: given.customerId,
      body: given.body,
      pinned: given.pinned ? 1 : 0,
      written_at: clock.now(),
    });
    return id;
  });
  return { step, id: result };
}

/** Changes a note's words, or pins it to the top and takes it down again. */
export function changeNote(
  { connection, journal }: Needed,
  given: { id: string; body?: string | undefined; pinned?: boolean | undefined },
): { step: string } {
  const about = noteAbout(connection, given.id);
  const changes: Row = {};
  if (given.body !== undefined) changes.body = given.body;
  if (given.pinned !== undefined) changes.pinned = given.pinned ? 1 : 0;
  const onlyPins = given.body === undefined && given.pinned !== undefined;
  const did = onlyPins ? (given.pinned ? 'Pinned' : 'Unpinned') : 'Changed';
  return journal.step(`${did} a note${about}`, (write) => {
    write.update('note', given.id, changes);
  });
}

/** Puts a note into the bin; undo brings it back. */
export function binNote({ connection, clock, journal }: Needed, id: string): { step: string } {
  const about = noteAbout(connection, id);
  return journal.step(`Binned a note${about}`, (write) => {
    write.update('note', id, { binned_at: clock.now() });
  });
}

/** " about Rosa", or nothing for a note about nobody. Refuses when there is no such note. */
function noteAbout(connection: Connection, id: string): string {
  const note = first<{ called: string | null }>(
    connection,
    `SELECT coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called
     FROM note LEFT JOIN customer ON customer.id = customer_id
     WHERE note.id = ? AND note.binned_at IS NULL`,
    [id],
  );
  if (!note) throw new Refusal('not-found', 'This note is not there any more.');
  return note.called === null ? '' : ` about ${note.called}`;
}
