import { customerForm } from '../../../shared/contract/people.ts';
import { splitName } from '../../../shared/names.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';
import { insertCustomer, listContext } from './write.ts';

/**
 * Makes a customer of somebody who is named in a customer's family or among their friends, and
 * links the two, as one step. Refuses when they are not named there, or are a customer already.
 */
export function makeCustomer(
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  relationId: string,
): { id: string; step: string } {
  const relation = first<{ name: string; other_id: string | null }>(
    house.connection,
    'SELECT name, other_id FROM customer_relation WHERE id = ?',
    [relationId],
  );
  if (!relation) throw new Refusal('not-found', 'They are not named there any more.');
  if (relation.other_id) throw new Refusal('conflict', 'They are a customer already.');
  const form = customerForm.parse(splitName(relation.name));
  const context = listContext(house);
  const { step, result } = house.journal.step(`Made a customer of ${relation.name}`, (write) => {
    const id = insertCustomer(write, context, form);
    write.update('customer_relation', relationId, { other_id: id });
    return id;
  });
  return { id: result, step };
}
