import { expect, test } from 'vitest';
import { columnsOf } from '../../../main/core/database/columns-of.ts';
import {
  all,
  type Connection,
  openConnection,
  type Row,
} from '../../../main/core/database/connection.ts';
import { migrate } from '../../../main/core/database/migrate.ts';
import { migrations } from '../../../main/core/database/migrations/index.ts';
import {
  defaultRow,
  type JournaledTable,
  journaledTables,
} from '../../../main/core/journal/tables.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

const id = (number: number) => `018f0000-0000-7000-8000-00000000000${number}`;

/** A row with something wherever something is needed, and a column to change where there is one. */
function rowOf(connection: Connection, table: JournaledTable) {
  const columns = all<{
    name: string;
    type: string;
    notnull: number;
    dflt_value: null;
    pk: number;
  }>(
    connection,
    'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?) WHERE hidden = 0',
    [table],
  );
  const needed = columns.filter(
    ({ pk, notnull, dflt_value }) => !pk && notnull === 1 && dflt_value === null,
  );
  const pointers = all<{ from: string }>(
    connection,
    'SELECT "from" FROM pragma_foreign_key_list(?)',
    [table],
  ).map(({ from }) => from);
  // All rows have one id, so that each points at the others.
  const row = needed.map(({ name, type }) => [
    name,
    pointers.includes(name) ? id(1) : type === 'TEXT' ? 'before' : 1,
  ]);
  const text = needed.find(({ name, type }) => type === 'TEXT' && !pointers.includes(name))?.name;
  return {
    table,
    row: { ...Object.fromEntries(row), id: id(1) } as Row & { id: string },
    change: text ? { [text]: 'after' } : {},
  };
}

/** The columns of each table that came after its first schema. */
function laterColumns(): Map<JournaledTable, string[]> {
  const connection = openConnection(':memory:');
  const first = new Map<JournaledTable, string[]>();
  for (const { version } of migrations) {
    migrate(connection, migrations.slice(0, version));
    for (const table of journaledTables) {
      const columns = columnsOf(connection, table);
      if (columns.length > 0 && !first.has(table)) first.set(table, columns);
    }
  }
  const later = journaledTables.map((table) => {
    const known = first.get(table) ?? [];
    return [table, columnsOf(connection, table).filter((one) => !known.includes(one))] as const;
  });
  connection.close();
  return new Map(later.filter(([, columns]) => columns.length > 0));
}

/** Makes the journal's rows what an earlier version wrote, which knew nothing of those columns. */
function asWrittenEarlier({ connection }: OpenedHouse['house']): void {
  const later = laterColumns();
  const changes = all<{ id: number; table_name: JournaledTable; before: null; after: null }>(
    connection,
    'SELECT id, table_name, before, after FROM journal_change',
  );
  const without = (table: JournaledTable, text: string | null) => {
    if (text === null) return null;
    const usual = defaultRow(connection, table);
    const kept = Object.entries(JSON.parse(text) as Row).filter(
      ([column, value]) => !(later.get(table)?.includes(column) && value === usual[column]),
    );
    return JSON.stringify(Object.fromEntries(kept));
  };
  const update = connection.prepare('UPDATE journal_change SET before = ?, after = ? WHERE id = ?');
  for (const { id: change, table_name: table, before, after } of changes) {
    update.run(without(table, before), without(table, after), change);
  }
}

test('what was written before a column was there is undone as ever, in every table', async () => {
  const { house } = await openHouse();
  const { connection, journal } = house;
  // What the rows say does not count here.
  connection.pragma('ignore_check_constraints = ON');
  connection.prepare("INSERT INTO picture VALUES (?, 'image/png', x'00')").run(id(1));
  const rows = journaledTables
    .filter((table) => table !== 'forgotten')
    .map((table) => rowOf(connection, table));
  const contents = () => rows.map(({ table }) => all<Row>(connection, `SELECT * FROM ${table}`));
  const nothing = contents();
  const wrote = journal.step('Wrote', (write) => {
    for (const { table, row } of rows) write.insert(table, row);
  });
  const written = contents();
  const changed = journal.step('Changed', (write) => {
    for (const { table, row, change } of rows) write.update(table, row.id, change);
  });
  const afterwards = contents();
  const removed = journal.step('Removed', (write) => {
    for (const { table, row } of rows.toReversed()) write.remove(table, row.id);
  });
  asWrittenEarlier(house);
  journal.undo(removed.step);
  expect(contents()).toEqual(afterwards);
  journal.undo(changed.step);
  expect(contents()).toEqual(written);
  journal.undo(wrote.step);
  expect(contents()).toEqual(nothing);
});

test('what a new version filled in by itself stands in no undo’s way; what somebody did later does', async () => {
  const { client, house } = await openHouse();
  const write = (row: number) =>
    house.journal.step('Promised', (writing) =>
      writing.insert('follow_up', {
        ...{ id: id(row), text: 'Ring', due_day: '2026-03-09', made_at: 1 },
      }),
    ).step;
  const [filled, changed] = [write(1), write(2)];
  asWrittenEarlier(house);
  house.connection.prepare("UPDATE follow_up SET recurs_on = 'day' WHERE id = ?").run(id(1));
  house.journal.step('Put off', (writing) =>
    writing.update('follow_up', id(2), { snoozed_time: '09:00' }),
  );
  await client.journal.undo({ step: filled });
  await expect(client.journal.undo({ step: changed })).rejects.toThrow('“Put off” came later');
});

test('a column that is there no more is passed over', async () => {
  const { client, house } = await openHouse();
  const added = await client.people.add({ givenName: 'Rosa' });
  const changed = await client.people.change({ id: added.id, changes: { howMet: 'At the fair' } });
  house.connection.exec(
    `UPDATE journal_change SET before = json_set(before, '$.shoe_size', 39),
       after = json_set(after, '$.shoe_size', 40) WHERE table_name = 'customer'`,
  );
  await client.journal.undo({ step: changed.step });
  await client.journal.undo({ step: added.step });
  expect((await client.people.list({})).total).toBe(0);
});
