import { useCallback } from 'react';
import type { Customer } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';

/** What can be changed of somebody, as the contract takes it. */
export type PersonChanges = Parameters<typeof client.people.change>[0]['changes'];

/** Changes something of a person, and shows what was done with a way back. Throws when refused. */
export type ChangePerson = (said: string, changes: PersonChanges) => Promise<void>;

/** The way to change this person. */
export function useChange({ id }: Pick<Customer, 'id'>): ChangePerson {
  const { done } = useDoing();
  return useCallback(
    async (said, changes) => {
      const { step } = await client.people.change({ id, changes });
      done(said, step);
    },
    [id, done],
  );
}
