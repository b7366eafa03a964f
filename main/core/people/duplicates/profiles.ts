import type { ContactKind } from '../../../../shared/contract/contract.ts';
import { all, type Connection } from '../../database/connection.ts';
import { unhurried } from '../../unhurried.ts';
import { namePartsOf, type StoredName } from '../name-of.ts';
import { type NameForms, nameForms } from './name-forms.ts';

/** What is compared of somebody. */
export interface Profile {
  id: string;
  name: string;
  forms: NameForms;
  /** Ways to reach them as `kind normalised`, the value as it was typed. */
  contacts: ReadonlyMap<string, { kind: ContactKind; value: string }>;
  birthday: { year: number | null; month: number; day: number } | null;
  /** Other dates that have a day, as `month-day label`. */
  dates: ReadonlySet<string>;
  /** Customers with whom a link is written: they are others. */
  linked: ReadonlySet<string>;
}

interface NameRow extends StoredName {
  id: string;
  name: string;
}

/** Everybody who is not in the bin, as they are compared. */
export async function readProfiles(connection: Connection): Promise<Profile[]> {
  const people = all<NameRow>(
    connection,
    `SELECT id, display_name AS name, given_name, family_name, nickname, company, name_order
     FROM customer WHERE binned_at IS NULL ORDER BY rowid`,
  );
  const contacts = readContacts(connection);
  const { birthdays, dates } = readDates(connection);
  const linked = readLinks(connection);
  const profiles: Profile[] = [];
  await unhurried(people, (row) =>
    profiles.push({
      id: row.id,
      name: row.name,
      forms: nameForms(namePartsOf(row)),
      contacts: contacts.get(row.id) ?? new Map(),
      birthday: birthdays.get(row.id) ?? null,
      dates: dates.get(row.id) ?? new Set(),
      linked: linked.get(row.id) ?? new Set(),
    }),
  );
  return profiles;
}

function readContacts(connection: Connection) {
  const contacts = new Map<string, Map<string, { kind: ContactKind; value: string }>>();
  for (const { id, kind, normalised, value } of all<{
    id: string;
    kind: ContactKind;
    normalised: string;
    value: string;
  }>(
    connection,
    `SELECT customer_id AS id, kind, normalised, value FROM customer_contact
     WHERE normalised <> ''`,
  )) {
    const own = contacts.get(id) ?? new Map();
    contacts.set(id, own.set(`${kind} ${normalised}`, { kind, value }));
  }
  return contacts;
}

function readDates(connection: Connection) {
  const birthdays = new Map<string, NonNullable<Profile['birthday']>>();
  const dates = new Map<string, Set<string>>();
  for (const { id, kind, label, ...date } of all<{
    id: string;
    kind: string;
    label: string;
    year: number | null;
    month: number;
    day: number;
  }>(
    connection,
    `SELECT customer_id AS id, kind, lower(label) AS label, year, month, day
     FROM customer_date WHERE day IS NOT NULL`,
  )) {
    if (kind === 'birthday') birthdays.set(id, date);
    else {
      const own = dates.get(id) ?? new Set();
      dates.set(id, own.add(`${date.month}-${date.day} ${kind} ${label}`));
    }
  }
  return { birthdays, dates };
}

function readLinks(connection: Connection) {
  const linked = new Map<string, Set<string>>();
  for (const { one, other } of all<{ one: string; other: string }>(
    connection,
    `SELECT customer_id AS one, other_id AS other FROM customer_relation
     WHERE other_id IS NOT NULL`,
  )) {
    linked.set(one, (linked.get(one) ?? new Set()).add(other));
    linked.set(other, (linked.get(other) ?? new Set()).add(one));
  }
  return linked;
}
