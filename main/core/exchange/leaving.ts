import type { CustomerForm } from '../../../shared/contract/contract.ts';
import { forWriting } from '../../../shared/note-words.ts';
import { all, type Connection, first } from '../database/connection.ts';
import type { Picture } from '../people/photos/picture.ts';
import { ownUid } from './uid.ts';
import { type KeptLine, readKeptLines } from './vcard-kept.ts';

/** Somebody on the way out of the house: what is written about them, and their notes. */
export interface Leaving {
  id: string;
  name: string;
  form: CustomerForm;
  notes: string[];
  /** By which they are known elsewhere; never empty, the first is the one to write. */
  uids: string[];
  /** What came on their cards and is written back. */
  lines: KeptLine[];
  /** For each of their relations the UID of that customer; null for people who are none. */
  relationUids: (string | null)[];
  /** Who sent them. */
  sender: { name: string; uid: string } | null;
  /** Their photo, read when it is wanted: many of them are large. */
  photo: (() => Picture) | null;
}

/** The UID under which a customer leaves, in SQL: of their first card, or their own. */
const uidOf = (id: string) => `coalesce(
  (SELECT uid FROM customer_card WHERE customer_card.customer_id = ${id} AND uid <> ''
   ORDER BY position, id LIMIT 1), 'urn:uuid:' || ${id})`;

const keptNotes = '(SELECT * FROM note WHERE binned_at IS NULL)';

/** All that is written about these people, in their order; about everybody when none are named. */
export function readLeaving(connection: Connection, ids?: readonly string[]): Leaving[] {
  const wanted = JSON.stringify(ids ?? null);
  const mine = `customer_id IN (SELECT id FROM customer WHERE binned_at IS NULL
    AND (:wanted = 'null' OR id IN (SELECT value FROM json_each(:wanted))))`;
  const read = <T extends { customer_id: string }>(columns: string, table: string, order: string) =>
    grouped(
      all<T>(
        connection,
        `SELECT customer_id, ${columns} FROM ${table} WHERE ${mine} ORDER BY ${order}`,
        { wanted },
      ),
    );
  type Of<T> = T & { customer_id: string };
  const otherNames = read<Of<CustomerForm['otherNames'][number]>>(
    'name, label',
    'customer_name',
    'customer_id, position, id',
  );
  const works = read<Of<CustomerForm['works'][number]>>(
    'company, role',
    'customer_work',
    'customer_id, position, id',
  );
  const contacts = read<Of<CustomerForm['contacts'][number]>>(
    'kind, label, value, network',
    'customer_contact',
    'customer_id, position, id',
  );
  const relations = read<Of<{ name: string; relation: string; note: string; uid: string | null }>>(
    `CASE WHEN other_id IS NULL THEN NULL ELSE ${uidOf('other_id')} END AS uid,
     coalesce((SELECT display_name FROM customer AS other WHERE other.id = other_id), name) AS name,
     relation, note`,
    'customer_relation',
    'customer_id, position, id',
  );
  const dates = read<Of<CustomerForm['dates'][number]>>(
    'kind, label, year, month, day, yearly, notice_days AS noticeDays',
    'customer_date',
    'customer_id, position, id',
  );
  const facts = read<Of<{ text: string }>>('text', 'customer_fact', 'customer_id, position, id');
  const tags = read<Of<{ tag: string }>>('tag', 'customer_tag', 'customer_id, position, tag');
  const notes = read<Of<{ body: string }>>('body', keptNotes, 'customer_id, written_at, id');
  const cards = read<Of<{ uid: string; lines: string }>>(
    'uid, lines',
    'customer_card',
    'customer_id, position, id',
  );
  const photos = read<Of<{ picture: string }>>(
    'picture_id AS picture',
    'customer_photo',
    'customer_id',
  );
  const people = all<
    CustomerForm & { id: string; name: string; sender: string | null; senderUid: string }
  >(
    connection,
    `SELECT id, display_name AS name, given_name AS givenName, family_name AS familyName, nickname,
       company, role, name_order AS nameOrder, pronouns, said_as AS saidAs, circle,
       rhythm_days AS rhythmDays, how_met AS howMet, NULL AS sentBy,
       (SELECT display_name FROM customer AS other WHERE other.id = customer.sent_by) AS sender,
       ${uidOf('sent_by')} AS senderUid
     FROM customer WHERE binned_at IS NULL
       AND (:wanted = 'null' OR id IN (SELECT value FROM json_each(:wanted)))
     ORDER BY sort_name, id`,
    { wanted },
  );
  return people.map(({ id, name, sender, senderUid, ...own }) => ({
    id,
    name,
    form: {
      ...own,
      otherNames: otherNames.get(id) ?? [],
      works: works.get(id) ?? [],
      contacts: contacts.get(id) ?? [],
      relations: (relations.get(id) ?? []).map(({ uid, ...relation }) => ({
        ...relation,
        otherId: null,
      })),
      dates: (dates.get(id) ?? []).map((date) => ({ ...date, yearly: Boolean(date.yearly) })),
      facts: facts.get(id) ?? [],
      tags: (tags.get(id) ?? []).map(({ tag }) => tag),
    },
    notes: (notes.get(id) ?? []).map(({ body }) => forWriting(body).text),
    uids: uidsOf(id, cards.get(id) ?? []),
    lines: (cards.get(id) ?? []).flatMap(({ lines }) => readKeptLines(lines)),
    relationUids: (relations.get(id) ?? []).map(({ uid }) => uid),
    sender: sender === null ? null : { name: sender, uid: senderUid },
    photo: photoReader(connection, photos.get(id)?.[0]?.picture),
  }));
}

function uidsOf(id: string, cards: readonly { uid: string }[]): string[] {
  const uids = cards.map(({ uid }) => uid).filter(Boolean);
  return uids.length > 0 ? uids : [ownUid(id)];
}

function photoReader(connection: Connection, id: string | undefined): Leaving['photo'] {
  if (id === undefined) return null;
  return () => {
    const picture = first<Picture>(connection, 'SELECT type, bytes FROM picture WHERE id = ?', [
      id,
    ]);
    if (!picture) throw new Error(`No picture ${id}`);
    return picture;
  };
}

function grouped<T extends { customer_id: string }>(rows: T[]) {
  const groups = new Map<string, Omit<T, 'customer_id'>[]>();
  for (const { customer_id, ...row } of rows) {
    const group = groups.get(customer_id);
    if (group) group.push(row);
    else groups.set(customer_id, [row]);
  }
  return groups;
}
