import Papa from 'papaparse';
import type { ContactKind } from '../../../shared/contract/contract.ts';
import type { Leaving } from './leaving.ts';

/**
 * People as a CSV file (RFC 4180) that spreadsheets open as it is meant: in UTF-8 with a mark,
 * one column for each way to reach them that anybody has.
 */
export function writeTable(people: readonly Leaving[]): string {
  const many = (kind: ContactKind) =>
    Math.max(0, ...people.map((person) => contactsOf(person, kind).length));
  const repeated = (['phone', 'email', 'address', 'website'] as const).flatMap((kind) =>
    Array.from({ length: many(kind) }, (_, index) => ({ kind, index })),
  );
  const columns = [
    'Given name',
    'Family name',
    'Nickname',
    'Company',
    'Job title',
    ...repeated.map(({ kind, index }) => `${headers[kind]}${index === 0 ? '' : ` ${index + 1}`}`),
    'Birthday',
    'Tags',
    'Notes',
  ];
  const rows = people.map((person) => [
    person.form.givenName,
    person.form.familyName,
    person.form.nickname,
    person.form.company,
    person.form.role,
    ...repeated.map(({ kind, index }) => contactsOf(person, kind)[index]?.value ?? ''),
    birthday(person),
    person.form.tags.join(', '),
    person.notes.join('\n\n'),
  ]);
  const guarded = rows.map((row) => row.map(guardedCell));
  return `\ufeff${Papa.unparse([columns, ...guarded], { newline: '\r\n' })}\r\n`;
}

const headers = { phone: 'Phone', email: 'Email', address: 'Address', website: 'Website' };

function contactsOf({ form }: Leaving, kind: ContactKind) {
  return form.contacts.filter((contact) => contact.kind === kind);
}

function birthday({ form }: Leaving): string {
  const date = form.dates.find(({ kind, day }) => kind === 'birthday' && day !== null);
  if (!date) return '';
  const two = (value: number | null) => String(value).padStart(2, '0');
  const day = `${two(date.month)}-${two(date.day)}`;
  return date.year === null ? `--${day}` : `${date.year}-${day}`;
}

/**
 * What a spreadsheet would run as a formula is led in by an apostrophe: a name may come from a
 * stranger's post (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay.
 */
function guardedCell(cell: string): string {
  const runs = /^'*[=@+-]/.test(cell) && !/^[+-][\d\s()./-]*$/.test(cell);
  return runs ? `'${cell}` : cell;
}
