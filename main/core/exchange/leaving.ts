import type { CustomerForm } from '../../../shared/contract/contract.ts';
import { all, type Connection } from '../database/connection.ts';

/** Somebody on the way out of the house: what is written about them, and their notes. */
export interface Leaving {
  id: string;
  name: string;
  form: CustomerForm;
  notes: string[];
}

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
  const relations = read<Of<{ name: string; relation: string; note: string }>>(
    `coalesce((SELECT display_name FROM customer AS other WHERE other.id = other_id), name) AS name,
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
  const people = all<CustomerForm & { id: string; name: string }>(
    connection,
    `SELECT id, display_name AS name, given_name AS givenName, family_name AS familyName, nickname,
       company, role, name_order AS nameOrder, pronouns, said_as AS saidAs, circle,
       rhythm_days AS rhythmDays, how_met AS howMet, NULL AS sentBy
     FROM customer WHERE binned_at IS NULL
       AND (:wanted = 'null' OR id IN (SELECT value FROM json_each(:wanted)))
     ORDER BY sort_name, id`,
    { wanted },
  );
  return people.map(({ id, name, ...own }) => ({
    id,
    name,
    form: {
      ...own,
      otherNames: otherNames.get(id) ?? [],
      works: works.get(id) ?? [],
      contacts: contacts.get(id) ?? [],
      relations: (relations.get(id) ?? []).map((relation) => ({ ...relation, otherId: null })),
      dates: (dates.get(id) ?? []).map((date) => ({ ...date, yearly: Boolean(date.yearly) })),
      facts: facts.get(id) ?? [],
      tags: (tags.get(id) ?? []).map(({ tag }) => tag),
    },
    notes: (notes.get(id) ?? []).map(({ body }) => body),
  }));
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
