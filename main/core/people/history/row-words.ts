import type {
  ContactKind,
  LifeDate,
  MatterState,
  PartySide,
} from '../../../../shared/contract/contract.ts';
import { inverseRelation } from '../../../../shared/kinship.ts';
import { plainWords } from '../../../../shared/note-words.ts';
import { dateName, dateWords } from '../../../../shared/wording/dates.ts';
import { fullDay } from '../../../../shared/wording/days.ts';
import { excerpt } from '../../../../shared/wording/excerpt.ts';
import { matterStateWord, sideNames } from '../../../../shared/wording/matters.ts';
import { mediumNoun } from '../../../../shared/wording/media.ts';
import { type Connection, first, type Row } from '../../database/connection.ts';
import type { JournaledTable } from '../../journal/tables.ts';
import { nameOf } from '../name-of.ts';
import type { Reader } from './change-words.ts';

/** A row in words: what it is, and what stands in it; null when it is out of sight. */
export interface Described {
  what: string;
  value: string | null;
}

type Describe = (reader: Reader, row: Row, place: number) => Described | null;

const contactNames: Record<ContactKind, string> = {
  phone: 'Phone',
  email: 'Email',
  handle: 'Name on a network',
  website: 'Website',
  address: 'Postal address',
};

const longest = 160;
const text = (value: unknown) => excerpt(String(value ?? ''), longest);
const listed = (...parts: (string | false | null)[]) => parts.filter(Boolean).join(', ');

/** How each table's rows are said; those that are not named say nothing to a reader. */
export const describers: Partial<Record<JournaledTable, Describe>> = {
  customer_name: (_, { name, label }) => ({
    what: 'Other name',
    value: listed(text(name), String(label)),
  }),
  customer_work: (_, { company, role }) => ({
    what: 'Other business',
    value: listed(text(role), text(company)),
  }),
  customer_contact: (_, { kind, label, network, value }) => ({
    what: listed(contactNames[kind as ContactKind], String(label)),
    value: listed(text(value), String(network)),
  }),
  customer_relation: (reader, row) => ({
    what: 'Family and friends',
    value: relationWords(reader, row),
  }),
  customer_date: (_, row) => ({ what: dateName(row as unknown as LifeDate), value: dateSaid(row) }),
  customer_fact: (_, row) => ({ what: 'Worth knowing', value: text(row.text) }),
  customer_tag: (_, row) => ({ what: 'Tag', value: text(row.tag) }),
  customer_photo: () => ({ what: 'Photo', value: 'a picture' }),
  came_back: (_, row) => ({ what: 'Came back', value: fullDay(String(row.day), '') }),
  matter: (_, row) => ({ what: 'Matter', value: matterWords(row) }),
  matter_party: ({ connection }, { name, other_id, side, role, matter_id }) => ({
    what: matterName(connection, matter_id),
    value: listed(
      nameOf(connection, other_id) ?? text(name),
      sideNames[side as PartySide],
      text(role),
    ),
  }),
  matter_note: ({ connection }, { body, matter_id }) => ({
    what: `${matterName(connection, matter_id)}, note`,
    value: text(body),
  }),
  note: (_, row) => ({
    what: row.pinned === 1 ? 'Pinned note' : 'Note',
    value: row.binned_at === null ? plainWords(text(row.body)) : null,
  }),
  follow_up: (_, row) => ({
    what: 'Follow-up',
    value: row.binned_at === null ? followUpWords(row) : null,
  }),
  conversation: (_, row) => conversationWords(row),
  conversation_customer: ({ connection, customer }, row, place) => {
    if (row.customer_id !== customer) {
      return { what: 'Took part', value: nameOf(connection, row.customer_id) ?? null };
    }
    const talk = conversationAt(connection, String(row.conversation_id), place);
    return talk ? conversationWords(talk) : null;
  },
  conversation_spoken_of: ({ connection }, row) => ({
    what: 'Spoken of',
    value: nameOf(connection, row.customer_id) ?? null,
  }),
};

function relationWords({ connection, customer }: Reader, row: Row): string {
  const isOwn = row.customer_id === customer;
  const other = isOwn ? row.other_id : row.customer_id;
  const known = first<{ name: string; pronouns: string }>(
    connection,
    'SELECT display_name AS name, pronouns FROM customer WHERE id = ?',
    [other ?? null],
  );
  const relation = String(row.relation);
  return listed(
    known?.name || text(row.name),
    isOwn ? relation : inverseRelation(relation, known?.pronouns),
    text(row.note),
  );
}

function matterWords(row: Row): string {
  return listed(
    text(row.name),
    matterStateWord(row.state as MatterState),
    row.opened_day !== null && `opened ${fullDay(String(row.opened_day), '')}`,
    row.closed_day !== null && `closed ${fullDay(String(row.closed_day), '')}`,
    text(row.note),
  );
}

function matterName(connection: Connection, id: unknown): string {
  const matter = first<{ name: string }>(connection, 'SELECT name FROM matter WHERE id = ?', [
    String(id),
  ]);
  return matter ? `Matter “${matter.name}”` : 'Matter';
}

function dateSaid(row: Row): string {
  const notice = Number(row.notice_days);
  return listed(
    dateWords(row as unknown as LifeDate),
    row.yearly === 0 && 'once',
    notice === 0 ? 'told on the day' : `told ${notice} ${notice === 1 ? 'day' : 'days'} before`,
  );
}

function followUpWords(row: Row): string {
  const until = row.snoozed_until;
  return listed(
    text(row.text),
    `by ${fullDay(String(row.due_day), '')}`,
    row.due_time === null ? null : String(row.due_time),
    until === null ? null : `put off until ${fullDay(String(until), '')}`,
    row.state === 'done' && 'done',
  );
}

function conversationWords(row: Row): Described {
  const said = listed(
    fullDay(String(row.happened_day), ''),
    mediumNoun(String(row.medium)).toLowerCase(),
    row.reached === 0 && 'nobody reached',
  );
  const words = text(row.said);
  return {
    what: 'Conversation',
    value: row.binned_at === null ? said + (words && `: ${words}`) : null,
  };
}

/** A conversation as it stood when somebody came into it or left it. */
function conversationAt(connection: Connection, id: string, place: number): Row | undefined {
  const change = first<{ after: string | null }>(
    connection,
    `SELECT after FROM journal_change
     WHERE table_name = 'conversation' AND row_id = ? AND id <= ? ORDER BY id DESC LIMIT 1`,
    [id, place],
  );
  return change?.after ? (JSON.parse(change.after) as Row) : undefined;
}
