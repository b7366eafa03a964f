import type { LinkedPerson } from '../../../shared/note-words.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { type Connection, first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { giveTag } from '../people/give-tag.ts';
import { calledCustomer } from './called.ts';
import { linkPeople } from './linked-people.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** What is written of a note: its words, who is meant by the `@`s in them, tags for the person. */
interface WrittenNote {
  people: LinkedPerson[];
  /** Tags that the customer is given with it; only those that somebody said yes to. */
  tagPerson: string[];
}

/** Writes a note about a customer, or one about nobody in particular. */
export function addNote(
  house: Needed,
  given: WrittenNote & { customerId: string | null; body: string; pinned: boolean },
): { step: string; id: string } {
  const { connection, clock, journal } = house;
  const about = given.customerId
    ? ` about ${calledCustomer(connection, given.customerId).called}`
    : '';
  const { step, result } = journal.step(`Wrote a note${about}`, (write) => {
    const id = newId(clock);
    write.insert('note', {
      id,
      customer_id: given.customerId,
      body: linkPeople(connection, given.body, given.people),
      pinned: given.pinned ? 1 : 0,
      written_at: clock.now(),
    });
    giveTags(house, write, given.customerId, given.tagPerson);
    return id;
  });
  return { step, id: result };
}

/** Changes a note's words, or pins it to the top and takes it down again. */
export function changeNote(
  house: Needed,
  given: WrittenNote & { id: string; body?: string | undefined; pinned?: boolean | undefined },
): { step: string } {
  const { connection, journal } = house;
  const { about, customerId } = noteAbout(connection, given.id);
  const changes: Row = {};
  if (given.body !== undefined) changes.body = linkPeople(connection, given.body, given.people);
  if (given.pinned !== undefined) changes.pinned = given.pinned ? 1 : 0;
  const onlyPins = given.body === undefined && given.pinned !== undefined;
  const did = onlyPins ? (given.pinned ? 'Pinned' : 'Unpinned') : 'Changed';
  return journal.step(`${did} a note${about}`, (write) => {
    write.update('note', given.id, changes);
    giveTags(house, write, customerId, given.tagPerson);
  });
}

/** Puts a note into the bin; undo brings it back. */
export function binNote({ connection, clock, journal }: Needed, id: string): { step: string } {
  const { about } = noteAbout(connection, id);
  return journal.step(`Binned a note${about}`, (write) => {
    write.update('note', id, { binned_at: clock.now() });
  });
}

function giveTags(
  house: Needed,
  write: Write,
  customerId: string | null,
  tags: readonly string[],
): void {
  if (customerId === null) return;
  for (const tag of tags) giveTag(house, write, customerId, tag);
}

/** Whom a note is about: " about Rosa", or nothing for one about nobody. Refuses when it is gone. */
function noteAbout(
  connection: Connection,
  id: string,
): { about: string; customerId: string | null } {
  const note = first<{ called: string | null; customer_id: string | null }>(
    connection,
    `SELECT customer_id, coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called
     FROM note LEFT JOIN customer ON customer.id = customer_id
     WHERE note.id = ? AND note.binned_at IS NULL`,
    [id],
  );
  if (!note) throw new Refusal('not-found', 'This note is not there any more.');
  return {
    about: note.called === null ? '' : ` about ${note.called}`,
    customerId: note.customer_id,
  };
}
