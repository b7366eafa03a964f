import type { ContactKind } from '../../../shared/contract/contract.ts';
import { canonicalPage, handleKey, networkName } from '../../../shared/handles.ts';
import { folded } from '../../../shared/names.ts';
import { phoneKey } from '../../../shared/phone-numbers.ts';

/** A way to reach somebody, as it was typed. */
interface Typed {
  kind: ContactKind;
  value: string;
  network: string;
}

/** What was told of contacts already: telling a phone number takes its time. */
const told = new WeakMap<Typed, { country: string; key: string }>();

/**
 * The form under which a way to reach somebody is compared: phones as E.164 with the shop's
 * country, mail addresses in lower case, handles and websites as the authors of mentions are
 * kept (shared/handles.ts), postal addresses folded. Empty when there is nothing to compare.
 */
export function normalisedContact(contact: Typed, country: string): string {
  const before = told.get(contact);
  if (before?.country === country) return before.key;
  const key = compared(contact, country);
  told.set(contact, { country, key });
  return key;
}

function compared(contact: Typed, country: string): string {
  switch (contact.kind) {
    case 'phone':
      return phoneKey(contact.value, country);
    case 'email':
      return contact.value
        .trim()
        .replace(/^mailto:/i, '')
        .toLowerCase();
    case 'handle':
      return handleKey(contact.network, contact.value);
    case 'website':
      return `web:${canonicalPage(contact.value)}`;
    case 'address':
      return folded(contact.value);
  }
}

/** The columns of a contact's row that follow from what was typed. */
export function contactColumns(contact: Typed & { label: string }, country: string) {
  const normalised = normalisedContact(contact, country);
  const handle = contact.kind === 'handle';
  return {
    kind: contact.kind,
    label: contact.label,
    value: contact.value,
    // A handle typed as its page's address says by itself which network it is of.
    network: handle ? networkName(contact.network) || guessed(normalised) : '',
    normalised,
  };
}

function guessed(key: string): string {
  const network = key.slice(0, Math.max(0, key.indexOf(':')));
  return network === 'handle' ? '' : network;
}
