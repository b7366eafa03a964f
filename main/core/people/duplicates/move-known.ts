import type { MergeChoice, MergeFields } from '../../../../shared/contract/contract.ts';
import { inverseRelation } from '../../../../shared/kinship.ts';
import { folded } from '../../../../shared/names.ts';
import { all, type Connection } from '../../database/connection.ts';
import type { customerLists } from '../../journal/tables.ts';
import type { Write } from '../../journal/write.ts';
import { photoOf } from '../photos/photo-rows.ts';

/**
 * Moves what is known of one person to another: ways to reach them, dates, facts, tags, family in
 * both directions, whom they sent, when they came back, photo, cards. What the kept one has already
 * stays with the other, so that nothing stands there twice and nothing is thrown away.
 */
export function moveKnown(
  write: Write,
  connection: Connection,
  keep: string,
  other: string,
  fields: MergeFields,
): void {
  moveList(write, connection, 'customer_name', keep, other, ({ name }) => folded(String(name)));
  moveList(write, connection, 'customer_work', keep, other, ({ company, role }) =>
    folded(`${company}, ${role}`),
  );
  moveList(write, connection, 'customer_contact', keep, other, ({ kind, normalised, value }) =>
    [kind, normalised || folded(String(value))].join(' '),
  );
  moveList(write, connection, 'customer_fact', keep, other, ({ text }) => folded(String(text)));
  moveList(write, connection, 'customer_tag', keep, other, ({ tag }) => String(tag));
  moveDates(write, connection, keep, other, fields.birthday);
  movePhoto(write, connection, keep, other, fields.photo);
  moveCards(write, connection, keep, other);
  moveRelations(write, connection, keep, other);
  for (const { id } of all<{ id: string }>(
    connection,
    'SELECT id FROM customer WHERE sent_by = ? AND id <> ?',
    [other, keep],
  )) {
    write.update('customer', id, { sent_by: keep });
  }
  for (const { id } of all<{ id: string }>(
    connection,
    `SELECT id FROM came_back WHERE customer_id = @other
       AND day NOT IN (SELECT day FROM came_back WHERE customer_id = @keep)`,
    { keep, other },
  )) {
    write.update('came_back', id, { customer_id: keep });
  }
  moveApart(write, connection, keep, other);
}

type ListTable = Exclude<(typeof customerLists)[number], 'customer_relation'> | 'customer_card';
type ListRow = Record<string, string | number | null> & { id: string; position: number };

function listOf(connection: Connection, table: ListTable, customerId: string): ListRow[] {
  return all<ListRow>(
    connection,
    `SELECT * FROM ${table} WHERE customer_id = ? ORDER BY position, id`,
    [customerId],
  );
}

/** Puts one list behind the other, but for the rows whose key is there already. */
function moveList(
  write: Write,
  connection: Connection,
  table: ListTable,
  keep: string,
  other: string,
  keyOf: (row: ListRow) => string,
): void {
  const own = listOf(connection, table, keep);
  const known = new Set(own.map(keyOf));
  let position = nextPosition(own);
  for (const row of listOf(connection, table, other)) {
    if (known.has(keyOf(row))) continue;
    known.add(keyOf(row));
    write.update(table, row.id, { customer_id: keep, position });
    position += 1;
  }
}

function nextPosition(rows: readonly ListRow[]): number {
  return rows.reduce((last, row) => Math.max(last, row.position), -1) + 1;
}

/** One birthday, as chosen; a year that only the other knew is taken over. */
function moveDates(
  write: Write,
  connection: Connection,
  keep: string,
  other: string,
  choice: MergeChoice | undefined,
): void {
  const own = listOf(connection, 'customer_date', keep);
  const theirs = listOf(connection, 'customer_date', other);
  const has = (rows: ListRow[]) => rows.some((row) => row.kind === 'birthday');
  const chosen = choice ?? (has(own) ? 'keep' : 'other');
  let position = nextPosition(own);
  for (const row of theirs) {
    const same = own.find(
      (mine) =>
        mine.kind === row.kind &&
        mine.month === row.month &&
        mine.day === row.day &&
        (mine.kind === 'birthday' || folded(String(mine.label)) === folded(String(row.label))) &&
        (mine.year === row.year || mine.year === null || row.year === null),
    );
    if (same) {
      if (same.year === null && row.year) {
        write.update('customer_date', same.id, { year: row.year });
      }
      continue;
    }
    if (row.kind === 'birthday' && has(own) && chosen === 'keep') continue;
    write.update('customer_date', row.id, { customer_id: keep, position });
    position += 1;
  }
  if (chosen !== 'other' || !has(theirs)) return;
  for (const mine of own) {
    const isTheirs = theirs.some((row) => row.month === mine.month && row.day === mine.day);
    if (mine.kind !== 'birthday' || isTheirs) continue;
    write.update('customer_date', mine.id, { customer_id: other });
  }
}

interface RelationRow {
  id: string;
  customer_id: string;
  other_id: string | null;
  name: string;
  relation: string;
  position: number;
}

/**
 * Links go over in both directions. One between the two, and one that is there already, is left
 * on the other's side, turned round where somebody else wrote it.
 */
function moveRelations(write: Write, connection: Connection, keep: string, other: string): void {
  const links = all<RelationRow>(
    connection,
    `SELECT id, customer_id, other_id, name, relation, position FROM customer_relation
     WHERE customer_id IN (@keep, @other) OR other_id IN (@keep, @other) ORDER BY position, id`,
    { keep, other },
  );
  const keyOf = (row: RelationRow) =>
    [row.customer_id, row.other_id ?? folded(row.name), folded(row.relation)].join(' ');
  const known = new Set(links.map(keyOf));
  let position =
    links.reduce(
      (last, row) => (row.customer_id === keep ? Math.max(last, row.position) : last),
      -1,
    ) + 1;
  for (const row of links) {
    if (row.customer_id !== other && row.other_id !== other) continue;
    const others = row.customer_id === other ? row.other_id : row.customer_id;
    const moved =
      row.customer_id === other ? { ...row, customer_id: keep } : { ...row, other_id: keep };
    if (others === keep || known.has(keyOf(moved))) {
      if (row.customer_id === other) continue;
      write.update('customer_relation', row.id, {
        customer_id: other,
        other_id: row.customer_id,
        relation: inverseRelation(row.relation),
      });
      continue;
    }
    known.add(keyOf(moved));
    if (row.customer_id === other) {
      write.update('customer_relation', row.id, { customer_id: keep, position });
      position += 1;
    } else {
      write.update('customer_relation', row.id, { other_id: keep });
    }
  }
}

/** One photo, as chosen; the one that was not chosen stays with the other. */
function movePhoto(
  write: Write,
  connection: Connection,
  keep: string,
  other: string,
  choice: MergeChoice | undefined,
): void {
  const [own, theirs] = [photoOf(connection, keep), photoOf(connection, other)];
  if (!theirs || (own && choice !== 'other')) return;
  write.put('customer_photo', { id: keep, customer_id: keep, picture_id: theirs });
  if (own) write.update('customer_photo', other, { picture_id: own });
}

/** By whichever card they are known elsewhere, it is them. */
function moveCards(write: Write, connection: Connection, keep: string, other: string): void {
  const own = listOf(connection, 'customer_card', keep);
  let position = nextPosition(own);
  for (const { id } of listOf(connection, 'customer_card', other)) {
    write.update('customer_card', id, { customer_id: keep, position });
    position += 1;
  }
}

/** Who was not the other is not the kept one either. */
function moveApart(write: Write, connection: Connection, keep: string, other: string): void {
  const rows = all<{ id: string; one_id: string; other_id: string }>(
    connection,
    'SELECT id, one_id, other_id FROM not_the_same WHERE one_id = @other OR other_id = @other',
    { other },
  );
  for (const row of rows) {
    const third = row.one_id === other ? row.other_id : row.one_id;
    const [one = '', two = ''] = [keep, third].sort();
    const isKnown = all(
      connection,
      'SELECT 1 FROM not_the_same WHERE one_id = ? AND other_id = ?',
      [one, two],
    );
    if (third === keep) write.remove('not_the_same', row.id);
    else if (isKnown.length === 0) {
      write.update('not_the_same', row.id, { one_id: one, other_id: two });
    }
  }
}
