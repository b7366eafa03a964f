import { customerForm } from '../../../shared/contract/people.ts';
import { displayName, splitName } from '../../../shared/names.ts';
import type { House } from '../core.ts';
import type { Write } from '../journal/write.ts';
import { insertCustomer, listContext } from '../people/write.ts';
import type { Called } from './called.ts';
import { titleAhead } from './names-in-line.ts';

/** The parts of a name as it stood in a line: after a title one word is the family's. */
function partsOf(name: string): { givenName: string; familyName: string } {
  const bare = name.replace(titleAhead, '').trim();
  const parts = splitName(bare === '' ? name : bare);
  const isFamily = bare !== name.trim() && parts.familyName === '';
  return isFamily ? { givenName: '', familyName: parts.givenName } : parts;
}

/** What a new customer of that name would be called. */
export function calledAs(name: string): string {
  const { givenName, familyName } = partsOf(name);
  return givenName || familyName;
}

/** Adds customers within a step, by the names under which a line spoke of them. */
export function addNewPeople(
  write: Write,
  house: Pick<House, 'connection' | 'clock'>,
  names: readonly string[],
): Called[] {
  const context = listContext(house);
  return names.map((name) => {
    const form = customerForm.parse(partsOf(name));
    const id = insertCustomer(write, context, form);
    return { id, name: displayName(form), called: calledAs(name) };
  });
}
