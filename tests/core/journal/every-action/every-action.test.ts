import { expect, test } from 'vitest';
import { all, type Connection } from '../../../../main/core/database/connection.ts';
import { type JournaledTable, journaledTables } from '../../../../main/core/journal/tables.ts';
import { contract } from '../../../../shared/contract/contract.ts';
import { openHouse } from '../../../support/open-house.ts';
import { actions, exceptions, looks } from './actions.ts';
import { furnish } from './town.ts';

/** The procedures of the contract, such as `people.add`. */
const procedures = Object.entries(contract).flatMap(([part, inside]) =>
  Object.keys(inside).map((name) => `${part}.${name}`),
);

test('every procedure is known to be an action, an exception with its reason, or a look', () => {
  const known = [...Object.keys(actions), ...Object.keys(exceptions), ...looks];
  const looksByName = /\.(get|list|export\w*|preview\w*|look\w*|find|try\w*)$/;
  const unplaced = procedures.filter((name) => !known.includes(name) && !looksByName.test(name));
  expect(unplaced).toEqual([]);
  expect(known.filter((name) => !procedures.includes(name))).toEqual([]);
  expect(Object.values(exceptions).filter((reason) => reason.length < 10)).toEqual([]);
});

/** What a person's own part of a table is, where the house writes there too. */
const narrower: Partial<Record<JournaledTable, string>> = {
  mention: 'SELECT id, identity, content_hash FROM mention ORDER BY id',
  daily_pick: "SELECT id, state FROM daily_pick WHERE state <> 'waiting' ORDER BY id",
};

/** What a person has written, row by row. */
function written(connection: Connection): Record<string, string[]> {
  const tables = journaledTables.map((table) => {
    const rows = all(connection, narrower[table] ?? `SELECT * FROM ${table} ORDER BY id`);
    return [table, rows.map((row) => JSON.stringify(row))] as const;
  });
  return Object.fromEntries(tables);
}

test('every action is undone to identical tables, also after a restart', async () => {
  const opened = await openHouse();
  const town = await furnish(opened);
  const { connection } = town.house;
  const stepsNow = () => all<{ id: string }>(connection, 'SELECT id FROM journal_step').length;
  const done: { name: string; before: Record<string, string[]>; steps: number }[] = [];
  for (const [name, act] of Object.entries(actions)) {
    const before = written(connection);
    const steps = stepsNow();
    await act(town).catch((problem) => {
      throw new Error(`${name}: ${problem.message}`);
    });
    expect(stepsNow(), `${name} writes a step`).toBeGreaterThan(steps);
    expect(written(connection), `${name} changes something`).not.toEqual(before);
    done.push({ name, before, steps });
  }

  const again = await opened.reopen();
  const { connection: later } = again.house;
  for (const { name, before, steps } of done.reverse()) {
    const mine = all<{ id: string }>(
      later,
      'SELECT id FROM journal_step WHERE rowid > ? AND undoes IS NULL AND undone_by IS NULL ORDER BY rowid DESC',
      [steps],
    );
    for (const { id } of mine) {
      await again.client.journal.undo({ step: id }).catch((problem) => {
        throw new Error(`${name}: ${problem.message}`);
      });
    }
    expect(written(later), name).toEqual(before);
  }
});
