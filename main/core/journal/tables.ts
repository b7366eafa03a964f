import { all, type Connection, first, type Row, type Value } from '../database/connection.ts';

/** The lists of a customer: each row stands in its position under one of them. */
export const customerLists = [
  'customer_name',
  'customer_work',
  'customer_contact',
  'customer_relation',
  'customer_date',
  'customer_fact',
  'customer_tag',
] as const;

/** The tables that a person writes. Nothing but the journal changes them. */
export const journaledTables = [
  'colleague',
  'customer',
  ...customerLists,
  'customer_photo',
  'customer_card',
  'not_the_same',
  'came_back',
  'matter',
  'matter_party',
  'matter_note',
  'conversation',
  'conversation_customer',
  'conversation_spoken_of',
  'note',
  'follow_up',
  // Only that it was put away; what is told is none's writing.
  'reminder',
  'source',
  // Only reviews out of a file are a step; what is gathered is none.
  'mention',
  'mention_earlier',
  'mention_state',
  'mention_not',
  'rule',
  'saved_search',
  'daily_pick',
  'setting',
  'sample_row',
  'answer',
  'answer_version',
  'opening',
  'lesson',
  'lesson_voice',
  'lesson_telling',
  'lesson_not',
  'story',
  'reflection_answer',
  'leap',
  // Only that somebody was forgotten, which is never undone.
  'forgotten',
] as const;

export type JournaledTable = (typeof journaledTables)[number];

/** What is known of a table: what a row has by default, and how one is read. */
interface TableShape {
  defaults: Row;
  reading: string;
}

const shapesOf = new WeakMap<Connection, Map<JournaledTable, TableShape>>();

/** The columns of a table that can be written with their defaults; generated ones are left out. */
export function defaultRow(connection: Connection, table: JournaledTable): Readonly<Row> {
  return shapeOf(connection, table).defaults;
}

/** A whole row as it stands, its generated columns left out; undefined when there is none. */
export function readRow(
  connection: Connection,
  table: JournaledTable,
  id: string,
): Row | undefined {
  return first<Row>(connection, shapeOf(connection, table).reading, [id]);
}

function shapeOf(connection: Connection, table: JournaledTable): TableShape {
  let known = shapesOf.get(connection);
  if (!known) {
    known = new Map();
    shapesOf.set(connection, known);
  }
  const found = known.get(table);
  if (found) return found;
  const columns = all<{ name: string; hidden: number; dflt_value: string | null }>(
    connection,
    `SELECT name, hidden, dflt_value FROM pragma_table_xinfo('${table}')`,
  ).filter((column) => column.hidden === 0);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const shape = {
    defaults: Object.fromEntries(
      columns.map((column) => [column.name, literal(column.dflt_value)]),
    ),
    reading: `SELECT ${names} FROM ${table} WHERE id = ?`,
  };
  known.set(table, shape);
  return shape;
}

/** A default as the schema writes it: text in quotes, a number, or nothing. */
function literal(written: string | null): Value {
  if (written === null || written === 'NULL') return null;
  const text = /^'(.*)'$/s.exec(written)?.[1];
  if (text !== undefined) return text.replaceAll("''", "'");
  const number = Number(written);
  if (Number.isNaN(number)) throw new Error(`A default that is not known: ${written}`);
  return number;
}
