import type { Opening } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { shortened } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** The shop's own first sentences, in the order in which they were kept. */
export function listOpenings(connection: Connection): Opening[] {
  return all<Opening>(
    connection,
    'SELECT id, text, tone FROM opening WHERE binned_at IS NULL ORDER BY added_at, id',
  );
}

/** Keeps a first sentence, for voices of one tone or for all. */
export function addOpening(
  { clock, journal }: Needed,
  given: Omit<Opening, 'id'>,
): { step: string; id: string } {
  const id = newId(clock);
  const { step } = journal.step(`Kept the opening “${shortened(given.text)}”`, (write) => {
    write.insert('opening', { id, ...given, added_at: clock.now() });
  });
  return { step, id };
}

/** Changes a first sentence, or for which voices it is. */
export function changeOpening(house: Needed, given: Opening): { step: string } {
  const { text } = readOpening(house.connection, given.id);
  return house.journal.step(`Changed the opening “${shortened(text)}”`, (write) => {
    write.update('opening', given.id, { text: given.text, tone: given.tone });
  });
}

/** Puts a first sentence into the bin; undo brings it back. */
export function binOpening(house: Needed, id: string): { step: string } {
  const { text } = readOpening(house.connection, id);
  return house.journal.step(`Binned the opening “${shortened(text)}”`, (write) => {
    write.update('opening', id, { binned_at: house.clock.now() });
  });
}

function readOpening(connection: Connection, id: string): { text: string } {
  const row = first<{ text: string }>(
    connection,
    'SELECT text FROM opening WHERE id = ? AND binned_at IS NULL',
    [id],
  );
  if (!row) throw new Refusal('not-found', 'This opening is not there any more.');
  return row;
}
