import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { openHouse } from '../../support/open-house.ts';

test('whatever points at a customer is found by an index, so that adding many stays quick', async () => {
  const { house } = await openHouse();
  const pointers = all<{ child: string; column: string }>(
    house.connection,
    `SELECT child.name AS child, "from" AS "column"
     FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS pointer
     WHERE child.type = 'table' AND pointer."table" = 'customer'`,
  );
  expect(pointers.length).toBeGreaterThan(10);
  // SQLite looks for children by the column alone: an index over some of the rows does not help,
  // unless it only leaves out those that point at nobody.
  const unfound = pointers.filter(
    ({ child, column }) =>
      all(
        house.connection,
        `SELECT 1 FROM pragma_index_list(:child) AS list, pragma_index_info(list.name) AS info
         LEFT JOIN sqlite_schema AS made ON made.name = list.name
         WHERE info.seqno = 0 AND info.name = :column
           AND (list.partial = 0 OR made.sql LIKE '% WHERE ' || :column || ' IS NOT NULL')`,
        { child, column },
      ).length === 0,
  );
  expect(unfound).toEqual([]);
});
