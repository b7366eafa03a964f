import type { Circle, CustomerFormInput } from '../../../shared/contract/contract.ts';
import { contactGuess } from '../../parts/contact-guess.ts';

/** What the small dialog asks about somebody new. */
export interface NewPerson {
  givenName: string;
  familyName: string;
  company: string;
  circle: Circle;
  contact: string;
  fact: string;
}

export const nobody: NewPerson = {
  givenName: '',
  familyName: '',
  company: '',
  circle: 'regular',
  contact: '',
  fact: '',
};

/** The next one after this: the circle stays, as those added in a row are often alike. */
export function nextAfter({ circle }: NewPerson): NewPerson {
  return { ...nobody, circle };
}

/** Whether there is anything to call them by. */
export function hasName({ givenName, familyName, company }: NewPerson): boolean {
  return [givenName, familyName, company].some((name) => name.trim() !== '');
}

/** The same as the contract takes it. */
export function formOf(person: NewPerson): CustomerFormInput {
  const { givenName, familyName, company, circle, contact, fact } = person;
  return {
    givenName,
    familyName,
    company,
    circle,
    contacts: contact.trim() ? [{ kind: contactGuess(contact), value: contact }] : [],
    facts: fact.trim() ? [{ text: fact }] : [],
  };
}

/** The field of the dialog that a refused field of the contract belongs to. */
export function fieldInDialog(field: string | undefined): keyof NewPerson | undefined {
  const first = field?.split('.')[0];
  if (first === 'contacts' || first === 'value') return 'contact';
  if (first === 'facts') return 'fact';
  const known = ['givenName', 'familyName', 'company', 'circle'] as const;
  return known.find((name) => name === first);
}
