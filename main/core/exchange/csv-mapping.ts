import type { PeopleField } from '../../../shared/contract/contract.ts';
import { fieldOfHeader } from './csv-headers.ts';
import type { Table } from './csv-read.ts';

/** Which field of a person each column fills. */
export type Mapping = { column: string; field: PeopleField }[];

/** Guesses what each column holds: from its header, or from what stands in it. */
export function guessMapping({ columns, rows }: Table): Mapping {
  const named = columns.map((column) => ({ column, field: fieldOfHeader(column) }));
  let name = named.some(({ field }) => isName(field));
  const mapping = named.map(({ column, field }, index): Mapping[number] => {
    if (field) return { column, field };
    const guess = fieldOfCells(rows.slice(0, 50).map((row) => row[index] ?? ''));
    if (guess !== 'fullName') return { column, field: guess };
    // The first column of words is the name when no header says which one is.
    const isIt = !name;
    name = true;
    return { column, field: isIt ? guess : 'keep' };
  });
  // What goes with a column of which nothing is made is kept beside it.
  return mapping.map(({ column, field }) => {
    const goesWith = mapping.find(
      (other) => other.field !== 'detail' && stemOf(other.column) === detailOf(column)?.stem,
    );
    const isLost = field === 'detail' && (goesWith === undefined || goesWith.field === 'keep');
    return { column, field: isLost ? 'keep' : field };
  });
}

/** What a numbered column is called without what it is of it: "phone 1" for "Phone 1 - Value". */
export function stemOf(column: string): string {
  return column.replace(/ - (value|formatted|name)$/i, '').toLowerCase();
}

/** Of which column another tells more, and what: the label of "phone 1" for "Phone 1 - Type". */
export function detailOf(column: string): { stem: string; what: string } | undefined {
  const found = /^(.*) - (\w+)$/.exec(column.toLowerCase());
  return found?.[1] && found[2] ? { stem: found[1], what: found[2] } : undefined;
}

function isName(field: PeopleField | undefined): boolean {
  return (
    field === 'fullName' || field === 'givenName' || field === 'familyName' || field === 'nickname'
  );
}

function fieldOfCells(cells: readonly string[]): PeopleField {
  const filled = cells.filter(Boolean);
  const most = (pattern: RegExp) =>
    filled.length > 0 && filled.filter((cell) => pattern.test(cell)).length > filled.length / 2;
  if (most(/^\S+@\S+\.\S+$/)) return 'email';
  if (most(/^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/)) return 'keep';
  if (most(/^\+?[\d\s()./-]{6,}$/)) return 'phone';
  if (most(/^https?:\/\//)) return 'website';
  return most(/^\p{L}[\p{L}\p{M}\s.,'’-]*$/u) ? 'fullName' : 'keep';
}
