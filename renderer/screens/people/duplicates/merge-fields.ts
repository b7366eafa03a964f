import type {
  Customer,
  MergeChoice,
  MergeField,
  MergeFields,
} from '../../../../shared/contract/contract.ts';
import { displayName } from '../../../../shared/names.ts';
import { circleName, everyWords } from '../../../../shared/wording/circles.ts';

/** Something on which the two differ, so that a person chooses. */
export interface Difference {
  field: MergeField;
  label: string;
  /** What each has, in words. */
  keep: string;
  other: string;
  /** How taking both is called, where that is possible. */
  both?: string;
  /** The photos, where those are what differs. */
  photos?: { keep: string; other: string };
  /** What is chosen to begin with. */
  usual: MergeChoice;
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

function birthdayOf({ dates }: Customer): string {
  const found = dates.find(({ kind }) => kind === 'birthday');
  if (!found) return '';
  const month = monthFormat.format(Date.UTC(2000, found.month - 1, 1));
  return [found.day, month, found.year].filter((part) => part !== null).join(' ');
}

/** One day that is known with its year here and without it there is no difference. */
function sameBirthday(one: Customer, other: Customer): boolean {
  const [a, b] = [one, other].map(({ dates }) => dates.find(({ kind }) => kind === 'birthday'));
  if (!a || !b) return true;
  const sameYear = a.year === null || b.year === null || a.year === b.year;
  return a.month === b.month && a.day === b.day && sameYear;
}

/** Where both say something and it is not the same. What only one of them has is simply kept. */
export function differences(keep: Customer, other: Customer): Difference[] {
  const found: Difference[] = [];
  const differ = (
    field: MergeField,
    label: string,
    words: (person: Customer) => string,
    more: Partial<Difference> = {},
  ) => {
    const [mine, theirs] = [words(keep), words(other)];
    if (mine === theirs || mine === '' || theirs === '') return;
    found.push({ field, label, keep: mine, other: theirs, usual: 'keep', ...more });
  };
  differ('givenName', 'First name', (person) => person.givenName);
  differ('familyName', 'Last name', (person) => person.familyName);
  differ('nickname', 'Nickname', (person) => person.nickname);
  differ('nameOrder', 'Names are written', ({ nameOrder }) =>
    nameOrder === 'given-first' ? 'First name first' : 'Last name first',
  );
  differ('saidAs', 'Said as', (person) => person.saidAs);
  differ('pronouns', 'Pronouns', (person) => person.pronouns);
  differ('company', 'Business', (person) => person.company, { both: 'Both', usual: 'both' });
  differ('role', 'What they do there', (person) => person.role);
  differ('circle', 'Circle', ({ circle }) => circleName(circle));
  differ(
    'rhythmDays',
    'Rhythm',
    ({ ownRhythmDays }) => (ownRhythmDays === null ? 'As their circle' : everyWords(ownRhythmDays)),
    { usual: keep.ownRhythmDays === null && keep.circle === other.circle ? 'other' : 'keep' },
  );
  differ('howMet', 'How you met', (person) => person.howMet, { both: 'Both', usual: 'both' });
  differ('sentBy', 'Who sent them', ({ sentBy }) => sentBy?.name ?? '');
  if (keep.photo && other.photo && keep.photo !== other.photo) {
    const photos = { keep: keep.photo, other: other.photo };
    found.push({
      ...{ field: 'photo', label: 'Photo', keep: 'This one', other: 'That one' },
      ...{ usual: 'keep', photos },
    });
  }
  if (!sameBirthday(keep, other)) {
    differ('birthday', 'Birthday', birthdayOf, { both: 'Keep both' });
  }
  return found;
}

/** What they will be called, with what is chosen. */
export function nameAfter(keep: Customer, other: Customer, fields: MergeFields): string {
  const one = (field: 'givenName' | 'familyName' | 'nickname' | 'company') =>
    fields[field] === 'other' || keep[field] === '' ? other[field] : keep[field];
  const own = keep.givenName !== '' || keep.familyName !== '';
  const order = fields.nameOrder ?? (own ? 'keep' : 'other');
  return displayName({
    givenName: one('givenName'),
    familyName: one('familyName'),
    nickname: one('nickname'),
    company: one('company'),
    nameOrder: (order === 'other' ? other : keep).nameOrder,
  });
}

/** What is known of somebody beside that, in short words; all of it stays. */
export function alsoKnown(person: Customer): string[] {
  const { otherNames, works, contacts, dates, facts, relations, tags } = person;
  return [
    ...otherNames.map(({ name, label }) => [name, label].filter(Boolean).join(', ')),
    ...works.map(({ company, role }) => [role, company].filter(Boolean).join(', ')),
    ...contacts.map(({ value }) => value),
    ...relations.map(({ name, relation }) => [name, relation].filter(Boolean).join(', ')),
    ...dates.filter(({ kind }) => kind !== 'birthday').map(({ kind, label }) => label || kind),
    ...facts.map(({ text }) => text),
    ...tags.map((tag) => `#${tag}`),
  ];
}
