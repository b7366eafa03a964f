import { displayName, sortName } from '../../../shared/names.ts';
import { phoneKey } from '../../../shared/phone-numbers.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Connection, first, type Row } from '../database/connection.ts';
import { customerLists, type JournaledTable } from './tables.ts';

/** Columns that follow from others, or say only where in a list something stands. */
const derived: Partial<Record<JournaledTable, readonly string[]>> = {
  ...Object.fromEntries(customerLists.map((table) => [table, ['position']])),
  customer: ['display_name', 'sort_name'],
  customer_contact: ['normalised', 'position'],
  customer_card: ['position'],
  matter_party: ['position'],
};

/** Whether a person would not know of this column: it never stands in the way of an undo. */
export function isDerived(table: JournaledTable, column: string): boolean {
  return derived[table]?.includes(column) ?? false;
}

const ofTheName = ['given_name', 'family_name', 'nickname', 'company', 'name_order'];

/**
 * What follows from a row as it is to be, when these of its columns change. Refuses when somebody
 * would be left without any name.
 */
export function derive(
  connection: Connection,
  table: JournaledTable,
  row: Row,
  changed: readonly string[],
): Row {
  if (table === 'customer_contact' && row.kind === 'phone') {
    return { normalised: phoneKey(String(row.value), countryOf(connection)) };
  }
  if (table !== 'customer' || !ofTheName.some((column) => changed.includes(column))) return {};
  const names = {
    givenName: String(row.given_name),
    familyName: String(row.family_name),
    nickname: String(row.nickname),
    company: String(row.company),
    nameOrder: row.name_order === 'family-first' ? 'family-first' : 'given-first',
  } as const;
  const name = displayName(names);
  if (name === '') {
    throw new Refusal('conflict', 'That would leave them without any name. Give them one first.');
  }
  return { display_name: name, sort_name: sortName(names) };
}

function countryOf(connection: Connection): string {
  const country = first<{ value: string }>(
    connection,
    "SELECT value FROM setting WHERE id = 'country'",
  );
  return country ? String(JSON.parse(country.value)) : '';
}
