import type { PeopleField, PersonFound } from '../../../../shared/contract/contract.ts';

/** What a column can be, in the words of the choice. */
export const fieldNames: Record<PeopleField, string> = {
  ignore: 'left out',
  fullName: 'the whole name',
  givenName: 'the first name',
  familyName: 'the last name',
  nickname: 'the nickname',
  company: 'the business',
  role: 'the role',
  phone: 'a phone number',
  email: 'an email address',
  address: 'a postal address',
  website: 'a website',
  birthday: 'the birthday',
  note: 'a note',
  tags: 'tags',
};

/** What somebody found in a file has in a field; empty when nothing. */
function valueIn(field: PeopleField, { form, name, note }: PersonFound): string {
  switch (field) {
    case 'ignore':
      return '';
    case 'fullName':
      return name;
    case 'note':
      return note;
    case 'tags':
      return form.tags.join(', ');
    case 'birthday': {
      const date = form.dates.find(({ kind }) => kind === 'birthday');
      return date ? birthdayWords(date) : '';
    }
    case 'phone':
    case 'email':
    case 'address':
    case 'website':
      return form.contacts.find(({ kind }) => kind === field)?.value ?? '';
    default:
      return form[field];
  }
}

/** The first value that a column gave once it was read as that field. */
export function sampleOf(field: PeopleField, people: readonly PersonFound[]): string {
  for (const person of people) {
    const value = valueIn(field, person);
    if (value) return value;
  }
  return '';
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** A birthday whose day or year may be unknown: "5 March 1971", "March". */
export function birthdayWords(date: {
  year: number | null;
  month: number;
  day: number | null;
}): string {
  const month = monthName.format(Date.UTC(2000, date.month - 1, 1));
  return [date.day, month, date.year].filter((part) => part !== null).join(' ');
}

/** How somebody found can be reached, in one line. */
export function reachOf({ form }: PersonFound): string {
  return form.contacts
    .filter(({ kind }) => kind === 'phone' || kind === 'email' || kind === 'handle')
    .map(({ value }) => value)
    .join(', ');
}
