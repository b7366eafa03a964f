import type { ChangeInWords } from '../../../../shared/contract/contract.ts';
import type { Connection, Row } from '../../database/connection.ts';
import type { JournaledTable } from '../../journal/tables.ts';
import { ownWords } from './own-words.ts';
import { type Described, describers } from './row-words.ts';

/** One row that a step changed. */
export interface Changed {
  /** Its place in the journal. */
  place: number;
  table: JournaledTable;
  id: string;
  before: Row | null;
  after: Row | null;
}

/** Whose history is read, and where what the rows point at is looked up. */
export interface Reader {
  connection: Connection;
  zone: string;
  customer: string;
}

/** What was changed about somebody, each thing with what it was before and is after. */
export function wordsOf(reader: Reader, changes: readonly Changed[]): ChangeInWords[] {
  return changes.flatMap((change) => {
    if (change.table === 'customer') return ownWords(reader, change);
    const describe = describers[change.table];
    if (!describe) return [];
    const [before, after] = [change.before, change.after].map((row) =>
      row && isOf(change.table, row, reader.customer) ? describe(reader, row, change.place) : null,
    );
    return compared(before ?? null, after ?? null);
  });
}

/** What goes from one person to another leaves the first and comes to the second. */
function isOf(table: JournaledTable, row: Row, customer: string): boolean {
  if (table === 'conversation_customer' || !('customer_id' in row)) return true;
  return row.customer_id === customer || row.other_id === customer;
}

function compared(before: Described | null, after: Described | null): ChangeInWords[] {
  const what = after?.what ?? before?.what;
  if (!what || (before?.what === after?.what && before?.value === after?.value)) return [];
  if (before && after && before.what !== after.what) {
    return [
      { what: before.what, before: before.value, after: null },
      { what: after.what, before: null, after: after.value },
    ];
  }
  if (!before?.value && !after?.value) return [];
  return [{ what, before: before?.value || null, after: after?.value || null }];
}
