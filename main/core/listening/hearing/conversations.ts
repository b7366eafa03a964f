import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { all, type Connection } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import { conversationOf, withConversations } from './members.ts';
import { touchMention } from './touch.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

/**
 * Makes one conversation of these mentions and of those they are joined with already. It stands
 * where its first words were said, and is new when any of them is. Gives the first one.
 */
export function joinMentions(house: Needs, ids: string[]): { id: string; step: string } {
  const { connection, clock } = house;
  const members = inOrder(connection, withConversations(connection, ids));
  const [head] = members;
  if (!head || members.length < 2) {
    throw new Refusal('invalid', 'Choose at least two voices to make one conversation of.');
  }
  const isNew = members.some((member) => member.state === 'new');
  const label = `Made one conversation of ${members.length} mentions`;
  const { step } = house.journal.step(label, (write) => {
    for (const { id, state } of members) {
      const became = isNew ? 'new' : head.state;
      touchMention(write, connection, id, {
        joined_to: id === head.id ? null : head.id,
        ...(became === state ? {} : { state: became, state_at: clock.now() }),
      });
    }
  });
  return { id: head.id, step };
}

/** Takes one mention out of its conversation; the others stay together. */
export function partMention(house: Needs, id: string): { step: string } {
  const { connection } = house;
  const members = conversationOf(connection, id);
  if (!members.includes(id)) throw new Refusal('not-found', 'This mention is not here any more.');
  if (members.length < 2) throw new Refusal('conflict', 'This voice stands alone already.');
  const { step } = house.journal.step('Took a mention out of its conversation', (write) =>
    part(write, connection, id, members),
  );
  return { step };
}

function part(write: Write, connection: Connection, id: string, members: string[]): void {
  const rest = members.filter((member) => member !== id);
  const [head] = rest;
  touchMention(write, connection, id, { joined_to: null });
  for (const member of rest) {
    const joinedTo = member === head ? null : (head ?? null);
    touchMention(write, connection, member, { joined_to: joinedTo });
  }
}

function inOrder(connection: Connection, ids: string[]) {
  return all<{ id: string; state: string }>(
    connection,
    `SELECT id, state FROM heard WHERE id IN (SELECT value FROM json_each(?)) ORDER BY said_at, id`,
    [JSON.stringify(ids)],
  );
}
