import type { ConversationPromise } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { insertPromises, withWhom } from './with-whom.ts';

/**
 * Keeps what is agreed for later ("coffee with Rosa tomorrow") as follow-ups, in one step. Nobody
 * was spoken with yet, so nothing is logged, and the day's pick stays. Refuses a plan with nobody.
 */
export function keepPlan(
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  given: { customerIds: string[]; newPeople: string[]; promises: ConversationPromise[] },
): { step: string } {
  const { names, arrive } = withWhom(house, given);
  const { step } = house.journal.step(`Planned something with ${names}`, (write) =>
    insertPromises(write, house, given.promises, { people: arrive(write), conversationId: null }),
  );
  return { step };
}
