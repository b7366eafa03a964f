import type { ContactKind, CustomerForm } from '../../../shared/contract/contract.ts';
import { folded, nameKeys } from '../../../shared/names.ts';
import { all, type Connection } from '../database/connection.ts';
import { normalisedContact } from '../people/contacts.ts';
import type { Found } from './found.ts';
import { uidKey } from './uid.ts';

/** Somebody who is there already and most likely the same, and why. */
export interface Already {
  id: string;
  name: string;
  why: string;
  /** They are of the same file, and not in the house yet. */
  fresh: boolean;
}

type Sought = Pick<Found, 'form' | 'card'>;

/** Knows everybody who is there, so that the same person is recognised. */
export interface Acquaintance {
  /** Who it is; undefined for a stranger. */
  recognise(found: Sought): Already | undefined;
  /** Takes in somebody new of the same file. They are only recognised by name and number together. */
  meet(id: string, name: string, found: Sought): void;
  /** Remembers that somebody's cards are those of a person who is there. */
  knowAs(id: string, found: Sought): void;
  /** Whose card that is; undefined when nobody's. */
  withUid(uid: string): string | undefined;
}

interface Known {
  id: string;
  name: string;
  givenName: string;
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
  const byUid = new Map<string, Known>();
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
  for (const row of all<{ id: string; name: string }>(
    connection,
    'SELECT customer_id AS id, name FROM customer_name',
  )) {
    const known = people.get(row.id);
    if (known) put(byName, folded(row.name), known);
  }
  for (const row of all<{ id: string; kind: ContactKind; normalised: string }>(
    connection,
    `SELECT customer_id AS id, kind, normalised FROM customer_contact
     WHERE kind IN ('phone', 'email', 'handle') AND normalised <> ''`,
  )) {
    const known = people.get(row.id);
    if (known) put(byContact, `${row.kind} ${row.normalised}`, known);
  }
  for (const { uid, id } of readUids(connection)) {
    const known = people.get(id);
    if (known) byUid.set(uidKey(uid), known);
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
  const knowByUid = (known: Known, uids: readonly string[]) => {
    for (const uid of uids.map(uidKey)) if (!byUid.has(uid)) byUid.set(uid, known);
  };

  return {
    recognise({ form, card }) {
      const named = nameKeys(form).flatMap((key) => byName.get(key) ?? []);
      const ofCard = card.uids.map((uid) => byUid.get(uidKey(uid))).find(Boolean);
      if (ofCard && (!ofCard.fresh || named.includes(ofCard))) {
        return { ...ofCard, why: 'The same card' };
      }
      for (const { key, kind, why } of keys(form)) {
        const found = byContact.get(key)?.find((known) => {
          if (known.fresh) return named.includes(known);
          return kind !== 'phone' || mayBeOne(known.givenName, form.givenName);
        });
        if (found) return { ...found, why };
      }
      const [alike] = named.filter((known) => !known.fresh);
      return alike && { ...alike, why: 'The same name' };
    },

    meet(id, name, { form, card }) {
      const known = { id, name, givenName: form.givenName, fresh: true };
      for (const key of nameKeys(form).slice(0, 1)) put(byName, key, known);
      for (const { key } of keys(form)) put(byContact, key, known);
      knowByUid(known, card.uids);
    },

    knowAs(id, { card }) {
      const known = people.get(id);
      if (known) knowByUid(known, card.uids);
    },

    withUid: (uid) => byUid.get(uidKey(uid))?.id,
  };
}

/**
 * By which UIDs people are known: those of their cards, and their own, under which they leave;
 * also that of somebody who has since become one with them.
 */
function readUids(connection: Connection): { uid: string; id: string }[] {
  return all(
    connection,
    `SELECT id AS uid, id FROM customer WHERE binned_at IS NULL
     UNION ALL SELECT id, merged_into FROM customer WHERE merged_into IS NOT NULL
     UNION ALL SELECT uid, customer_id FROM customer_card WHERE uid <> ''`,
  );
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
