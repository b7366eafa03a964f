import type { House } from '../../main/core/core.ts';
import { newId } from '../../main/core/journal/new-id.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

export interface GivenCustomer {
  givenName?: string;
  familyName?: string;
  nickname?: string;
  company?: string;
  nameOrder?: 'given-first' | 'family-first';
  binned?: boolean;
}

/** Writes customers straight through the journal, in one step; answers their ids. */
export function addCustomers(house: Needs, given: readonly GivenCustomer[]): string[] {
  const label = given.map((one) => one.givenName ?? one.familyName ?? one.company).join(', ');
  return house.journal.step(label, (write) =>
    given.map((one) => {
      const names = [one.givenName, one.familyName];
      if (one.nameOrder === 'family-first') names.reverse();
      const name = names.filter(Boolean).join(' ') || one.nickname || one.company || '?';
      const id = newId(house.clock);
      write.insert('customer', {
        id,
        given_name: one.givenName ?? '',
        family_name: one.familyName ?? '',
        nickname: one.nickname ?? '',
        company: one.company ?? '',
        name_order: one.nameOrder ?? 'given-first',
        display_name: name,
        sort_name: name.toLowerCase(),
        added_at: house.clock.now(),
        added_day: house.clock.today(),
        binned_at: one.binned ? house.clock.now() : null,
      });
      return id;
    }),
  ).result;
}

/** Writes one customer; answers the id. */
export function addCustomer(house: Needs, given: GivenCustomer): string {
  const [id] = addCustomers(house, [given]);
  if (id === undefined) throw new Error('No customer was written');
  return id;
}
