import type { ConversationPromise } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { insertFollowUp } from '../followups/write.ts';
import type { Write } from '../journal/write.ts';
import { type Called, calledCustomer, listed } from './called.ts';
import { addNewPeople, calledAs } from './new-people.ts';

interface Given {
  customerIds: readonly string[];
  newPeople: readonly string[];
  promises: readonly ConversationPromise[];
}

/**
 * With whom something was said or agreed, by name; `arrive` adds, within a step, those who become
 * customers with it and gives all of them. Refuses nobody, and a promise to somebody who is gone.
 */
export function withWhom(house: Pick<House, 'connection' | 'clock'>, given: Given) {
  const { connection } = house;
  const known = [...new Set(given.customerIds)].map((id) => calledCustomer(connection, id));
  const newNames = [...new Set(given.newPeople)];
  if (known.length + newNames.length === 0) {
    throw new Refusal('invalid', 'Say with whom you spoke.', 'customerIds');
  }
  for (const { customerId } of given.promises) {
    if (customerId !== undefined) calledCustomer(connection, customerId);
  }
  return {
    names: listed([...known.map((one) => one.called), ...newNames.map(calledAs)]),
    arrive: (write: Write): Called[] => [...known, ...addNewPeople(write, house, newNames)],
  };
}

/** Writes promises as follow-ups: for the one named first, unless they say for whom. */
export function insertPromises(
  write: Write,
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  promises: readonly ConversationPromise[],
  { people, conversationId }: { people: readonly Called[]; conversationId: string | null },
): void {
  for (const { customerId, ...promise } of promises) {
    insertFollowUp(write, house, {
      ...promise,
      customerId: customerId ?? people[0]?.id ?? null,
      recurrence: null,
      conversationId,
    });
  }
}
