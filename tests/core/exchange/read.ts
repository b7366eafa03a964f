import type { Found } from '../../../main/core/exchange/found.ts';
import type { Leaving } from '../../../main/core/exchange/leaving.ts';
import { readPeopleFile } from '../../../main/core/exchange/read-file.ts';
import type { CustomerForm } from '../../../shared/contract/contract.ts';
import { displayName } from '../../../shared/names.ts';

/** The people in a file that holds this. */
export function read(content: string | Uint8Array, country = ''): Found[] {
  return readPeopleFile({ fileName: 'people', content: inBase64(content) }, country, () => {})
    .people;
}

export function inBase64(content: string | Uint8Array): string {
  return Buffer.from(content).toString('base64');
}

/** A card of these lines. */
export function card(version: '2.1' | '3.0' | '4.0', ...lines: string[]): string {
  return ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
}

/** Somebody of whom only this is written, on the way out. */
export function leavingOf(form: CustomerForm, id: string): Leaving {
  return {
    ...{ id, name: displayName(form), form, notes: [], lines: [], uids: [`urn:uuid:${id}`] },
    ...{ relationUids: form.relations.map(() => null), sender: null, photo: null },
  };
}

/** The order in which a table has the ways to reach somebody. */
const kinds = ['phone', 'email', 'website', 'handle', 'address'];

/** Somebody as a table keeps them: in order only what is alike, the birthday before other dates. */
export function inTableOrder<Person extends Pick<CustomerForm, 'contacts' | 'dates'>>(
  person: Person,
): Person {
  const { contacts, dates } = person;
  const birthday = dates.find(({ kind }) => kind === 'birthday');
  const isFirst = (date: (typeof dates)[number]) =>
    date === birthday && date.yearly && date.label === '';
  return {
    ...person,
    contacts: contacts.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    dates: dates.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a))),
  };
}
