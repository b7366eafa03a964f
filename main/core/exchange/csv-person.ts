import type { CustomerFormInput, PeopleField } from '../../../shared/contract/contract.ts';
import { splitName } from '../../../shared/names.ts';
import type { Tell } from '../heavy-work/tasks.ts';
import { addressGroup, labelColumn, labelOfHeader, type Mapping } from './csv-mapping.ts';
import type { Table } from './csv-read.ts';
import { type Found, foundPerson } from './found.ts';
import { plainLabel } from './labels.ts';
import { type DateOrder, dateOrder, writtenDate } from './written-dates.ts';

type Contact = NonNullable<CustomerFormInput['contacts']>[number];

/** Between several values in one cell (Google). */
const several = ' ::: ';
/** Groups that address books keep for themselves. */
const notTags = /^(\* )?(my ?contacts|starred|imported on .*)$/i;

/** What of a table's columns is to be read, worked out once for all rows. */
interface Plan {
  columns: { index: number; column: string; field: PeopleField; label: number }[];
  order: DateOrder;
}

/** The people of a table, one for each row. `usual` is how dates with slashes are usually meant. */
export function peopleInTable(
  table: Table,
  mapping: Mapping,
  usual: DateOrder,
  tell: Tell,
): Found[] {
  const fields = new Map(mapping.map(({ column, field }) => [column, field]));
  const columns = table.columns
    .map((column, index) => ({
      index,
      column,
      field: fields.get(column) ?? 'ignore',
      label: labelColumn(column, table.columns),
    }))
    .filter(({ field }) => field !== 'ignore');
  const birthdays = columns.filter(({ field }) => field === 'birthday');
  const dates = table.rows.flatMap((row) => birthdays.map(({ index }) => row[index] ?? ''));
  const plan = { columns, order: dateOrder(dates, usual) };
  return table.rows.map((row, index) => {
    tell('reading', index, table.rows.length);
    return personInRow(index + 1, row, plan);
  });
}

function personInRow(number: number, row: readonly string[], { columns, order }: Plan): Found {
  const cells = (wanted: PeopleField) =>
    columns
      .filter(({ field }) => field === wanted)
      .flatMap(({ index }) => row[index]?.split(several) ?? [])
      .map((cell) => cell.trim())
      .filter(Boolean);
  const joined = (wanted: PeopleField) => cells(wanted).join(' ');
  const birthdays = cells('birthday').filter((cell) => !/^0+[/-]0+[/-]0+$/.test(cell));
  const dates = birthdays.flatMap((cell) => writtenDate(cell, order) ?? []);
  const unread = birthdays.filter((cell) => !writtenDate(cell, order));
  const given = { givenName: joined('givenName'), familyName: joined('familyName') };
  const form: CustomerFormInput = {
    ...(given.givenName || given.familyName ? given : splitName(joined('fullName'))),
    nickname: joined('nickname'),
    company: joined('company'),
    role: joined('role'),
    contacts: contacts(row, columns),
    dates: dates.slice(0, 1).map((date) => ({ ...date, kind: 'birthday' as const })),
    facts: unread.map((cell) => ({ text: `Born: ${cell}` })),
    tags: cells('tags')
      .flatMap((cell) => cell.split(/[,;]/))
      .map((tag) => tag.trim())
      .filter((tag) => tag && !notTags.test(tag)),
  };
  return foundPerson(number, form, cells('note').join('\n\n'));
}

function contacts(row: readonly string[], columns: Plan['columns']): Contact[] {
  const addresses = new Map<string, string[]>();
  const found: Contact[] = [];
  for (const { index, column, field, label } of columns) {
    const cell = row[index] ?? '';
    if (cell === '') continue;
    const said = plainLabel(row[label] ?? '') || labelOfHeader(column);
    if (field === 'address') {
      const group = addressGroup(column);
      addresses.set(group, [...(addresses.get(group) ?? []), cell]);
    } else if (field === 'phone' || field === 'email' || field === 'website') {
      for (const value of cell.split(several)) {
        if (value.trim()) found.push({ kind: field, label: said, value });
      }
    }
  }
  for (const [group, parts] of addresses) {
    const value = parts.flatMap((part) => part.split(/\s*\n\s*/)).join(', ');
    found.push({ kind: 'address', label: labelOfHeader(group), value });
  }
  return found;
}
