import type { Conversation, Medium } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { closePick } from '../today/close-pick.ts';
import { calledCustomer, listed } from './called.ts';
import { movedTo } from './happened.ts';
import { readConversation } from './read.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

export interface ConversationChanges {
  id: string;
  medium?: Medium | undefined;
  said?: string | undefined;
  reached?: boolean | undefined;
  begunBy?: Conversation['begunBy'] | undefined;
  happenedDay?: string | undefined;
  customerIds?: string[] | undefined;
  spokenOf?: string[] | undefined;
}

/** Changes what is given of a conversation, and who took part. Refuses a day still ahead. */
export function changeConversation(house: Needed, given: ConversationChanges): { step: string } {
  const { connection, clock, journal } = house;
  const present = readConversation(connection, given.id);
  const changes: Row = {};
  if (given.medium !== undefined) changes.medium = given.medium;
  if (given.said !== undefined) changes.said = given.said;
  if (given.begunBy !== undefined) changes.begun_by = given.begunBy;
  if (given.reached !== undefined) changes.reached = given.reached ? 1 : 0;
  const when =
    given.happenedDay === undefined || given.happenedDay === present.happenedDay
      ? { at: present.happenedAt, day: present.happenedDay }
      : movedTo(clock, present.happenedAt, given.happenedDay);
  changes.happened_at = when.at;
  changes.happened_day = when.day;

  const before = present.customers.map((customer) => customer.id);
  const after = given.customerIds ? [...new Set(given.customerIds)] : before;
  const joining = after.filter((id) => !before.includes(id));
  const spokenOf = new Set(given.spokenOf ?? present.spokenOf.map((customer) => customer.id));
  for (const id of after) spokenOf.delete(id);
  const newlySpokenOf = [...spokenOf].filter(
    (id) => !present.spokenOf.some((customer) => customer.id === id),
  );
  for (const id of [...joining, ...newlySpokenOf]) calledCustomer(connection, id);

  return journal.step(`Changed a conversation with ${namesIn(house, given.id)}`, (write) => {
    write.update('conversation', given.id, changes);
    const put = (table: 'conversation_customer' | 'conversation_spoken_of', ids: string[]) =>
      putPeople(write, house, table, given.id, ids);
    put('conversation_customer', after);
    put('conversation_spoken_of', [...spokenOf]);
    const reached = given.reached ?? present.reached;
    const newly = reached === present.reached ? joining : after;
    for (const id of newly) closePick(write, house, id, reached, when.day);
  });
}

/** Makes these people, and no others, those of a conversation in one of its two lists. */
function putPeople(
  write: Write,
  { connection, clock }: Needed,
  table: 'conversation_customer' | 'conversation_spoken_of',
  conversationId: string,
  ids: readonly string[],
): void {
  const places = all<{ id: string; customer_id: string }>(
    connection,
    `SELECT id, customer_id FROM ${table} WHERE conversation_id = ?`,
    [conversationId],
  );
  for (const place of places) if (!ids.includes(place.customer_id)) write.remove(table, place.id);
  for (const customerId of ids) {
    if (places.some((place) => place.customer_id === customerId)) continue;
    write.insert(table, {
      id: newId(clock),
      conversation_id: conversationId,
      customer_id: customerId,
    });
  }
}

/** Puts a conversation into the bin. What was promised in it stays promised; undo brings it back. */
export function binConversation(house: Needed, id: string): { step: string } {
  readConversation(house.connection, id);
  return house.journal.step(`Binned a conversation with ${namesIn(house, id)}`, (write) => {
    write.update('conversation', id, { binned_at: house.clock.now() });
  });
}

/** Who took part, as a label names them; also those who are in the bin by now. */
function namesIn({ connection }: Needed, id: string): string {
  const people = all<{ called: string }>(
    connection,
    `SELECT coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called
     FROM conversation_customer JOIN customer ON customer.id = customer_id
     WHERE conversation_id = ? ORDER BY conversation_customer.rowid`,
    [id],
  );
  return listed(people.map((one) => one.called));
}
