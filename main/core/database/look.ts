import { all, type Connection, first } from './connection.ts';

/**
 * What is amiss with a database by SQLite's own check, a line each; empty when it is whole.
 * `thorough` compares every index with its table too.
 */
export function complaintsOf(
  connection: Connection,
  { thorough }: { thorough: boolean },
): string[] {
  const check = thorough ? 'integrity_check' : 'quick_check';
  const lines = connection.pragma(`${check}(20)`) as Record<string, string>[];
  return lines.map((line) => String(line[check])).filter((line) => line !== 'ok');
}

/** Whether a complaint is about what can be made anew from the rest: an index, the search. */
export function isAboutDerived(complaint: string): boolean {
  return /search_index|missing from index|wrong # of entries in index|non-unique entry/.test(
    complaint,
  );
}

/** The tables that hold something of their own, by name; neither views nor what a search index keeps. */
export function ownTables(connection: Connection): string[] {
  return all<{ name: string }>(
    connection,
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     ORDER BY name`,
  ).map(({ name }) => name);
}

/** How many rows each table has. */
export function countRows(connection: Connection): Record<string, number> {
  const counted = ownTables(connection).map((table) => {
    const count = first<{ count: number }>(connection, `SELECT count(*) AS count FROM "${table}"`);
    return [table, count?.count ?? 0] as const;
  });
  return Object.fromEntries(counted);
}
