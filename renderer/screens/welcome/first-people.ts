import type { CustomerFormInput } from '../../../shared/contract/contract.ts';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^\+?[\d\s()./-]{6,}$/;

/**
 * People as typed, one a line: a name, and after commas what is known of them. A telephone number
 * and an address for mail are recognised; the rest is kept as facts.
 */
export function readFirstPeople(typed: string): CustomerFormInput[] {
  return typed
    .split('\n')
    .map((line) => line.split(/[,;、،]/).map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name = '', ...known]) => ({
      ...splitName(name),
      contacts: [
        ...known
          .filter((part) => email.test(part))
          .map((value) => ({ kind: 'email' as const, value })),
        ...known
          .filter((part) => phone.test(part))
          .map((value) => ({ kind: 'phone' as const, value })),
      ],
      facts: known
        .filter((part) => part && !email.test(part) && !phone.test(part))
        .map((text) => ({ text })),
    }));
}

/** The last word is the family name, where there are several; a single name stays whole. */
function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.split(/\s+/);
  const last = words.at(-1) ?? '';
  return words.length > 1
    ? { givenName: words.slice(0, -1).join(' '), familyName: last }
    : { givenName: name, familyName: '' };
}
