import type { PeopleField } from '../../../shared/contract/contract.ts';
import { detailOf, type Mapping, stemOf } from './csv-mapping.ts';
import { plainLabel } from './labels.ts';
import { type DateOrder, dateOrder } from './written-dates.ts';

/** Between several values in one cell (Google's). */
export const several = ' ::: ';

/** What of a table's columns is to be read, worked out once for all rows. */
export interface Plan {
  columns: { index: number; column: string; field: PeopleField; details: Map<string, number> }[];
  order: DateOrder;
  /** It is a table of our own, which is read to the letter. */
  exact: boolean;
}

/** What stands in one row of a column, and what other columns tell of it. */
export interface Cell {
  column: string;
  field: PeopleField;
  text: string;
  /** What the column `<stem> - <what>` says in this row; empty when there is none. */
  detail: (what: string) => string;
}

/** What is to be read of which column. `usual` is how dates with slashes are usually meant. */
export function planColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: Mapping,
  usual: DateOrder,
): Plan {
  const fields = new Map(mapping.map(({ column, field }) => [column, field]));
  const details = new Map<string, Map<string, number>>();
  for (const [index, column] of columns.entries()) {
    const detail = fields.get(column) === 'detail' ? detailOf(column) : undefined;
    if (!detail) continue;
    const ofStem = details.get(detail.stem) ?? new Map<string, number>();
    details.set(detail.stem, ofStem.set(detail.what, index));
  }
  const planned = columns
    .map((column, index) => ({
      index,
      column,
      field: fields.get(column) ?? 'ignore',
      details: details.get(stemOf(column)) ?? new Map<string, number>(),
    }))
    .filter(({ field }) => field !== 'ignore' && field !== 'detail');
  const dated = planned.filter(({ field }) => isDate(field));
  return {
    columns: planned,
    order: dateOrder(
      rows.flatMap((row) => dated.map(({ index }) => row[index] ?? '')),
      usual,
    ),
    exact: planned.some(({ field }) => field === 'cardId'),
  };
}

/** The cells of a row in which, or about which, anything is said. */
export function cellsIn(row: readonly string[], { columns }: Plan): Cell[] {
  return columns.flatMap(({ index, column, field, details }): Cell[] => {
    const detail = (what: string) => row[details.get(what) ?? -1] ?? '';
    const text = row[index] ?? '';
    // A business may have no name, but a role in it.
    if (text === '' && (field !== 'company' || detail('title') === '')) return [];
    return [{ column, field, text, detail }];
  });
}

/** Whether a field holds a date of somebody's life. */
export function isDate(field: PeopleField): boolean {
  return field === 'birthday' || field === 'anniversary' || field === 'date';
}

/** How a column beside it labels a cell: in our own tables as it stands there. */
export function labelOfCell({ detail }: Cell, exact: boolean): string {
  return exact ? detail('label') : plainLabel(detail('label') || detail('type'));
}

/** The values in a cell; only other programs put several into one. */
export function valuesOf({ text }: Cell, exact: boolean, between: string | RegExp = several) {
  if (exact) return [text];
  return text
    .split(between)
    .map((value) => value.trim())
    .filter(Boolean);
}
