import type { Cell } from './csv-columns.ts';
import type { KeptLine } from './vcard-kept.ts';
import { valuesIn } from './vcard-properties.ts';
import { escaped } from './vcard-text.ts';

/** The property in which a column that nobody here knows is kept: also vCards carry it along. */
const property = 'X-PORCHLIGHT-COLUMN';

/** A cell of which nothing is made, kept under its column's name. */
export function keptCell({ column, text }: Pick<Cell, 'column' | 'text'>): KeptLine {
  return { group: '', name: property, parameters: [['X-NAME', column]], value: escaped(text) };
}

/** What was kept of columns that nobody here knows; of two with one name the later counts. */
export function keptCells(lines: readonly KeptLine[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const { name, parameters, value } of lines) {
    const column = parameters.find(([key]) => key === 'X-NAME')?.[1];
    if (name === property && column) cells.set(column, valuesIn(name, value)[0] ?? '');
  }
  return cells;
}
