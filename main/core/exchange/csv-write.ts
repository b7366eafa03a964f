import Papa from 'papaparse';
import type { ContactKind, CustomerForm } from '../../../shared/contract/contract.ts';
import { several } from './csv-columns.ts';
import { keptCells } from './csv-kept.ts';
import { stemOf } from './csv-mapping.ts';
import type { Leaving } from './leaving.ts';
import { written } from './written-dates.ts';

/** A column of the table: what it is called, and what stands in it for somebody. */
type Column = [header: string, cell: (person: Leaving) => string];

/** Columns that are there also when nobody has anything in them. */
const always = new Set(
  'Given name,Family name,Nickname,Company,Job title,Birthday,Tags,Notes,Porchlight ID'.split(','),
);

/** Also what a detail beside it belongs to. */
function isAlways(header: string): boolean {
  return always.has(header) || stemOf(header) !== header.toLowerCase();
}

/**
 * People as a CSV file (RFC 4180) that spreadsheets open as it is meant: in UTF-8 with a mark, as
 * many numbered columns as anybody needs, called as Google's address book calls them. All that we
 * know of somebody is in it but the photo and what came on their vCard and is nothing of ours.
 */
export function writeTable(people: readonly Leaving[]): string {
  const columns = [...ownColumns(people), ...keptColumns(people)].filter(
    ([header, cell]) => isAlways(header) || people.some((person) => cell(person) !== ''),
  );
  const rows = people.map((person) => columns.map(([, cell]) => guardedCell(cell(person))));
  const headers = columns.map(([header]) => guardedCell(header));
  return `\ufeff${Papa.unparse([headers, ...rows], { newline: '\r\n' })}\r\n`;
}

function ownColumns(people: readonly Leaving[]): Column[] {
  /** As many groups of columns as somebody has most. */
  const each = <Item>(
    list: (person: Leaving) => readonly Item[],
    columns: (number: number) => [header: string, cell: (item: Item, person: Leaving) => string][],
  ): Column[] => {
    const most = Math.max(0, ...people.map((person) => list(person).length));
    return Array.from({ length: most }, (_, index) =>
      columns(index + 1).map(
        ([header, cell]): Column => [
          header,
          (person) => {
            const item = list(person)[index];
            return item === undefined ? '' : cell(item, person);
          },
        ],
      ),
    ).flat();
  };
  const contacts = (kind: ContactKind, called: string, value = 'Value') =>
    each(
      ({ form }) => form.contacts.filter((contact) => contact.kind === kind),
      (number) => [
        [`${called} ${number} - Label`, (contact) => contact.label],
        [`${called} ${number} - Network`, (contact) => contact.network],
        [`${called} ${number} - ${value}`, (contact) => contact.value],
      ],
    );
  return [
    ['Given name', ({ form }) => form.givenName],
    ['Family name', ({ form }) => form.familyName],
    ['Nickname', ({ form }) => form.nickname],
    ['Said as', ({ form }) => form.saidAs],
    ['Pronouns', ({ form }) => form.pronouns],
    ...each(
      ({ form }) => form.otherNames,
      (number): [string, (other: CustomerForm['otherNames'][number]) => string][] => [
        [`Other name ${number} - Label`, ({ label }) => label],
        [`Other name ${number} - Value`, ({ name }) => name],
      ],
    ),
    ['Company', ({ form }) => form.company],
    ['Job title', ({ form }) => form.role],
    ...each(
      ({ form }) => form.works,
      (number) => [
        [`Organization ${number + 1} - Name`, ({ company }) => company],
        [`Organization ${number + 1} - Title`, ({ role }) => role],
      ],
    ),
    ...contacts('phone', 'Phone'),
    ...contacts('email', 'E-mail'),
    ...contacts('address', 'Address', 'Formatted'),
    ...contacts('website', 'Website'),
    ...contacts('handle', 'Handle'),
    ['Birthday', ({ form }) => writtenIf(birthdayOf(form))],
    ['Birthday - Notice', ({ form }) => noticeOf(birthdayOf(form))],
    ...each(
      ({ form }) => form.dates.filter((date) => date !== birthdayOf(form)),
      (number) => [
        [`Event ${number} - Label`, ({ label }) => label],
        [`Event ${number} - Kind`, ({ kind }) => (kind === 'other' ? '' : kind)],
        [`Event ${number} - Value`, (date) => written(date)],
        [`Event ${number} - Notice`, noticeOf],
        [`Event ${number} - Once`, ({ yearly }) => (yearly ? '' : 'yes')],
      ],
    ),
    ...each(
      ({ form }) => form.relations.map((relation, index) => ({ ...relation, index })),
      (number) => [
        [`Relation ${number} - Label`, ({ relation }) => relation],
        [`Relation ${number} - Value`, ({ name }) => name],
        [`Relation ${number} - Note`, ({ note }) => note],
        [`Relation ${number} - ID`, ({ index }, { relationUids }) => relationUids[index] ?? ''],
      ],
    ),
    ...each(
      ({ form }) => form.facts,
      (number) => [[`Fact ${number}`, ({ text }) => text]],
    ),
    ['How we met', ({ form }) => form.howMet],
    ['Sent by', ({ sender }) => sender?.name ?? ''],
    ['Sent by - ID', ({ sender }) => sender?.uid ?? ''],
    ['Circle', ({ form }) => form.circle],
    ['Rhythm in days', ({ form }) => String(form.rhythmDays ?? '')],
    ['Name order', ({ form }) => (form.nameOrder === 'given-first' ? '' : form.nameOrder)],
    ['Tags', ({ form }) => form.tags.map(tagInCell).join(', ')],
    ['Notes', ({ notes }) => notes.join('\n\n')],
    ['Porchlight ID', ({ uids }) => uids.join(several)],
  ];
}

/** What came in columns that nobody here knows goes out in them. */
function keptColumns(people: readonly Leaving[]): Column[] {
  const kept = new Map(people.map((person) => [person, keptCells(person.lines)]));
  const names = new Set([...kept.values()].flatMap((cells) => [...cells.keys()]));
  return [...names].map((name) => [name, (person) => kept.get(person)?.get(name) ?? '']);
}

/** The birthday, unless something is said of it that has no place in its column. */
function birthdayOf({ dates }: CustomerForm): CustomerForm['dates'][number] | undefined {
  const first = dates.find(({ kind }) => kind === 'birthday');
  return first?.yearly && first.label === '' ? first : undefined;
}

function writtenIf(date: CustomerForm['dates'][number] | undefined): string {
  return date ? written(date) : '';
}

function noticeOf(date: CustomerForm['dates'][number] | undefined): string {
  return date && date.noticeDays !== 3 ? String(date.noticeDays) : '';
}

function tagInCell(tag: string): string {
  return /[,;"]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag;
}

/**
 * What a spreadsheet would run as a formula is led in by an apostrophe: a name may come from a
 * stranger's post (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay.
 */
function guardedCell(cell: string): string {
  const runs = /^'*[=@+-]/.test(cell) && !/^[+-][\d\s()./-]*$/.test(cell);
  return runs ? `'${cell}` : cell;
}
