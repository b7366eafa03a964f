import type { CustomerForm } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Clock } from '../clock.ts';
import { all, type Connection, first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { customerLists } from '../journal/tables.ts';
import type { Write } from '../journal/write.ts';
import { contactColumns } from './contacts.ts';

/** The lists that belong to a customer; each is a table. */
export type Lists = Pick<
  CustomerForm,
  'otherNames' | 'works' | 'contacts' | 'relations' | 'dates' | 'facts' | 'tags'
>;

type ListTable = (typeof customerLists)[number];

/** What writing lists needs to know. */
export interface ListContext {
  connection: Connection;
  clock: Clock;
  /** The shop's country, for phone numbers. */
  country: string;
}

type Item = Row & { id?: string };

/** The rows that the given lists come to, by table; lists that are absent are left out. */
export function listRows(
  lists: Partial<Lists>,
  country: string,
): Partial<Record<ListTable, Item[]>> {
  return {
    ...(lists.otherNames && {
      customer_name: lists.otherNames.map(({ id, name, label }) => ({
        ...(id && { id }),
        ...{ name, label },
      })),
    }),
    ...(lists.works && {
      customer_work: lists.works.map(({ id, company, role }) => ({
        ...(id && { id }),
        ...{ company, role },
      })),
    }),
    ...(lists.contacts && {
      customer_contact: lists.contacts.map((contact) => ({
        ...(contact.id && { id: contact.id }),
        ...contactColumns(contact, country),
      })),
    }),
    ...(lists.relations && {
      customer_relation: lists.relations.map(({ id, name, relation, otherId, note }) => ({
        ...(id && { id }),
        name,
        relation,
        other_id: otherId,
        note,
      })),
    }),
    ...(lists.dates && {
      customer_date: lists.dates.map(
        ({ id, noticeDays, yearly, kind, label, year, month, day }) => ({
          ...(id && { id }),
          ...{ kind, label, year, month, day },
          yearly: yearly ? 1 : 0,
          notice_days: noticeDays,
        }),
      ),
    }),
    ...(lists.facts && {
      customer_fact: lists.facts.map(({ id, text }) => ({ ...(id && { id }), text })),
    }),
    ...(lists.tags && {
      customer_tag: [...new Set(lists.tags)].map((tag) => ({ tag })),
    }),
  };
}

/** Writes the lists of somebody new. */
export function insertLists(
  write: Write,
  { clock, country }: Pick<ListContext, 'clock' | 'country'>,
  customerId: string,
  lists: Partial<Lists>,
): void {
  for (const [table, rows] of Object.entries(listRows(lists, country))) {
    rows.forEach((row, position) => {
      write.insert(table as ListTable, {
        ...row,
        id: newId(clock),
        customer_id: customerId,
        position,
      });
    });
  }
}

/**
 * Makes the stored lists what the given ones say: rows with a known id are changed, others are
 * put in, and what is not named any more is taken out. Relations that somebody else wrote (they
 * are shown on both sides) stay as they are; they are changed where they were written.
 */
export function replaceLists(
  write: Write,
  context: ListContext,
  customerId: string,
  lists: Partial<Lists>,
): void {
  for (const [name, rows] of Object.entries(listRows(lists, context.country))) {
    const table = name as ListTable;
    const stored = all<{ id: string; tag?: string }>(
      context.connection,
      `SELECT * FROM ${table} WHERE customer_id = ?`,
      [customerId],
    );
    const left = new Set(stored.map((row) => row.id));
    const idOfTag = new Map(stored.map((row) => [row.tag, row.id]));
    const placed = rows
      .filter((row) => table !== 'customer_relation' || !isOfAnother(context, customerId, row.id))
      .map((row, position) => {
        const id = table === 'customer_tag' ? idOfTag.get(String(row.tag)) : row.id;
        const known = id !== undefined && left.delete(id);
        return { ...row, id: known ? id : undefined, position };
      });
    for (const id of left) write.remove(table, id);
    for (const { id, ...row } of placed) {
      if (id) write.update(table, id, row);
      else write.insert(table, { ...row, id: newId(context.clock), customer_id: customerId });
    }
  }
}

function isOfAnother({ connection }: ListContext, customerId: string, id?: string): boolean {
  if (!id) return false;
  const row = first<{ customer_id: string }>(
    connection,
    'SELECT customer_id FROM customer_relation WHERE id = ?',
    [id],
  );
  return row !== undefined && row.customer_id !== customerId;
}

/** Refuses relations that name nobody, somebody unknown, or the person themselves. */
export function checkRelations(
  connection: Connection,
  customerId: string | null,
  relations: Lists['relations'],
): void {
  for (const { otherId, name } of relations) {
    if (otherId === null) {
      if (name === '') {
        throw new Refusal('invalid', 'Please say who that is: a name is enough.', 'relations');
      }
      continue;
    }
    if (otherId === customerId) {
      throw new Refusal('invalid', 'Nobody is their own relation.', 'relations');
    }
    if (!first(connection, 'SELECT 1 FROM customer WHERE id = ?', [otherId])) {
      throw new Refusal('not-found', 'The person named there is not here any more.', 'relations');
    }
  }
}
