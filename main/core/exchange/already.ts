import type { ContactKind, CustomerForm } from '../../../shared/contract/contract.ts';
import { folded, nameKeys } from '../../../shared/names.ts';
import { all, type Connection } from '../database/connection.ts';
import { normalisedContact } from '../people/contacts.ts';

/** Somebody who is there already and most likely the same, and why. */
export interface Already {
  id: string;
  name: string;
  why: string;
}

/** Knows everybody who is there, so that the same person is recognised. */
export interface Acquaintance {
  /** Who it is; undefined for a stranger. */
  recognise(form: CustomerForm): Already | undefined;
  /** Takes in somebody of the same file. They are only recognised by name and number together. */
  meet(id: string, name: string, form: CustomerForm): void;
}

interface Known {
  id: string;
  name: string;
  givenName: string;
  /** Met in the same file. */
  fresh: boolean;
}

const reasons: Partial<Record<ContactKind, string>> = {
  email: 'The same mail address',
  handle: 'The same handle',
  phone: 'The same phone number',
};

/** Reads everybody who is there once; people in the bin are strangers. */
export function acquaintance(connection: Connection, country: string): Acquaintance {
  const byContact = new Map<string, Known[]>();
  const byName = new Map<string, Known[]>();
  const people = new Map<string, Known>();
  for (const row of all<{ id: string; name: string; givenName: string; sortName: string }>(
    connection,
    `SELECT id, display_name AS name, given_name AS givenName, sort_name AS sortName
     FROM customer WHERE binned_at IS NULL ORDER BY added_at, id`,
  )) {
    const known = { id: row.id, name: row.name, givenName: row.givenName, fresh: false };
    people.set(row.id, known);
    put(byName, row.sortName, known);
  }
  for (const row of all<{ id: string; kind: ContactKind; normalised: string }>(
    connection,
    `SELECT customer_id AS id, kind, normalised FROM customer_contact
     WHERE kind IN ('phone', 'email', 'handle') AND normalised <> ''`,
  )) {
    const known = people.get(row.id);
    if (known) put(byContact, `${row.kind} ${row.normalised}`, known);
  }

  /** Keys of the contacts that belong to one person; whoever is recognised is met right after. */
  let last: {
    form: CustomerForm | undefined;
    keys: { key: string; kind: ContactKind; why: string }[];
  } = {
    form: undefined,
    keys: [],
  };
  const keys = (form: CustomerForm) => {
    if (last.form !== form) last = { form, keys: ownKeys(form, country) };
    return last.keys;
  };

  return {
    recognise(form) {
      const named = nameKeys(form).flatMap((key) => byName.get(key) ?? []);
      for (const { key, kind, why } of keys(form)) {
        const found = byContact.get(key)?.find((known) => {
          if (known.fresh) return named.includes(known);
          return kind !== 'phone' || mayBeOne(known.givenName, form.givenName);
        });
        if (found) return { id: found.id, name: found.name, why };
      }
      const [alike] = named.filter((known) => !known.fresh);
      return alike && { id: alike.id, name: alike.name, why: 'The same name' };
    },

    meet(id, name, form) {
      const known = { id, name, givenName: form.givenName, fresh: true };
      for (const key of nameKeys(form).slice(0, 1)) put(byName, key, known);
      for (const { key } of keys(form)) put(byContact, key, known);
    },
  };
}

function ownKeys(form: CustomerForm, country: string) {
  return form.contacts.flatMap((contact) => {
    const why = reasons[contact.kind];
    const key = why ? normalisedContact(contact, country) : '';
    return why && key ? [{ key: `${contact.kind} ${key}`, kind: contact.kind, why }] : [];
  });
}

/** A household shares its telephone: two given names that begin otherwise are two people. */
function mayBeOne(one: string, other: string): boolean {
  const [first] = folded(one);
  const [second] = folded(other);
  return first === undefined || second === undefined || first === second;
}

function put(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key);
  if (list) list.push(known);
  else map.set(key, [known]);
}
