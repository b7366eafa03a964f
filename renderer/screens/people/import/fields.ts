import type { PeopleField, PersonFound } from '../../../../shared/contract/contract.ts';

/** What a column can be, in the words of the choice. */
export const fieldNames: Record<PeopleField, string> = {
  ignore: 'left out',
  keep: 'kept as it is',
  fullName: 'the whole name',
  givenName: 'the first name',
  familyName: 'the last name',
  nickname: 'the nickname',
  otherName: 'another name',
  title: 'a title',
  saidAs: 'how one says the name',
  pronouns: 'the pronouns',
  nameOrder: 'which name comes first',
  company: 'the business',
  role: 'the role',
  phone: 'a phone number',
  email: 'an email address',
  address: 'a postal address',
  website: 'a website',
  handle: 'a name on a network',
  birthday: 'the birthday',
  anniversary: 'the anniversary',
  date: 'another date',
  relation: 'family or a friend',
  fact: 'something to know',
  howMet: 'how you met',
  sentBy: 'who sent them',
  circle: 'the circle',
  rhythmDays: 'the rhythm in days',
  note: 'a note',
  tags: 'tags',
  detail: 'more of another column',
  cardId: 'Porchlight’s own mark',
};

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
