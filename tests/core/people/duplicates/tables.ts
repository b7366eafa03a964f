import type { House } from '../../../../main/core/core.ts';
import { rematch } from '../../../../main/core/listening/match.ts';

/** Every table with all its rows, but for the journal, which only grows, and the index's own. */
export function everything(house: House): Record<string, string[]> {
  // Matching is derived: the gatherer does it a moment after every change.
  rematch(house.connection);
  const tables = house.connection
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_index%'`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, rowsOf(house, table)]));
}

function rowsOf(house: House, table: string): string[] {
  const rows = house.connection.prepare(`SELECT * FROM ${table}`).all() as Record<
    string,
    unknown
  >[];
  return rows
    .map((row) => {
      // What is put into the search index anew gets another number there.
      if (table === 'search_document') delete row.id;
      return JSON.stringify(row);
    })
    .filter((row) => !(table === 'customer_standing' && /:null,.*:null,.*:0,.*:null/.test(row)))
    .sort();
}

/** What a person wrote in words, wherever it stands. */
const written: Record<string, string[]> = {
  conversation: ['said', 'of_us'],
  note: ['body'],
  follow_up: ['text'],
  customer_fact: ['text'],
  customer_tag: ['tag'],
  customer_contact: ['value', 'label'],
  customer_date: ['label'],
  customer_relation: ['name', 'note'],
  mention: ['text'],
  lesson: ['sentence'],
};

/** Every text there is, with how often it is there, whoever it belongs to. */
export function allTexts(house: House): string[] {
  return Object.entries(written)
    .flatMap(([table, columns]) =>
      columns.flatMap((column) =>
        (
          house.connection.prepare(`SELECT "${column}" FROM ${table}`).pluck().all() as string[]
        ).map((text) => `${table} ${column} ${text}`),
      ),
    )
    .sort();
}
