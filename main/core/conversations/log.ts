import type {
  Conversation,
  ConversationPromise,
  Medium,
} from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { whoIsPresent } from '../counter/present.ts';
import { keepFollowUp } from '../followups/keep.ts';
import { readFollowUp } from '../followups/read.ts';
import { newId } from '../journal/new-id.ts';
import { closePick } from '../today/close-pick.ts';
import { calledCustomer } from './called.ts';
import { happened } from './happened.ts';
import { insertPromises, withWhom } from './with-whom.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

export interface ConversationToLog {
  customerIds: string[];
  newPeople: string[];
  spokenOf: string[];
  medium: Medium;
  said: string;
  reached: boolean;
  begunBy: Conversation['begunBy'];
  happenedDay?: string | undefined;
  happenedTime?: string | undefined;
  ofUs: string;
  promises: ConversationPromise[];
  keeps: string[];
}

/**
 * Writes a conversation down, all in one step: with whom (some may become customers with it), who
 * was spoken of, the promises made in it as follow-ups (for the one named first, unless they say
 * for whom), the follow-ups it kept, and the day's pick closed. Refuses one with nobody.
 */
export function logConversation(house: Needed, given: ConversationToLog) {
  const { connection, clock, journal } = house;
  const { names, arrive } = withWhom(house, given);
  const spokenOf = [...new Set(given.spokenOf)].filter((id) => !given.customerIds.includes(id));
  for (const id of spokenOf) calledCustomer(connection, id);
  const when = happened(clock, given.happenedDay, given.happenedTime);
  // Kept already, perhaps in another window: that stands.
  const kept = [...new Set(given.keeps)]
    .map((id) => readFollowUp(connection, id))
    .filter((followUp) => followUp.state === 'open');

  const label = given.reached ? `Logged a conversation with ${names}` : `Tried to reach ${names}`;
  const { step, result } = journal.step(label, (write) => {
    const people = arrive(write);
    const id = newId(clock);
    write.insert('conversation', {
      id,
      medium: given.medium,
      happened_at: when.at,
      happened_day: when.day,
      said: given.said,
      reached: given.reached ? 1 : 0,
      begun_by: given.begunBy,
      of_us: given.ofUs,
      colleague_id: whoIsPresent(connection),
      written_at: clock.now(),
    });
    for (const one of people) {
      write.insert('conversation_customer', {
        id: newId(clock),
        conversation_id: id,
        customer_id: one.id,
      });
      closePick(write, house, one.id, given.reached, when.day);
    }
    for (const customerId of spokenOf) {
      write.insert('conversation_spoken_of', {
        id: newId(clock),
        conversation_id: id,
        customer_id: customerId,
      });
    }
    insertPromises(write, house, given.promises, { people, conversationId: id });
    for (const followUp of kept) keepFollowUp(write, house, followUp, id);
    return id;
  });
  return { step, id: result };
}
