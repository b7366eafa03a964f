import Papa from 'papaparse';
import { type FileText, inCharset } from './file-text.ts';

/** A table out of a CSV file. */
export interface Table {
  /** What its columns are called, each differently. */
  columns: string[];
  rows: string[][];
}

/**
 * The table in a CSV file (RFC 4180), its delimiter guessed among comma, semicolon, tab and bar.
 * The first row is taken for the names of the columns unless it is plainly a person's.
 */
export function readTable({ text, bytes }: FileText): Table {
  const known = bytes ? inCharset(text, '') : text;
  const { data } = Papa.parse<string[]>(known.replace(/^sep=(.)\r?\n/i, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const rows = data.map((row) => row.map((cell) => plainCell(cell)));
  const [first = [], ...others] = rows;
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (!isHeader(first)) return { columns: unnamed(width), rows };
  return { columns: differing([...first, ...unnamed(width).slice(first.length)]), rows: others };
}

/** Whether a row names columns: no mail address, no number of a telephone, and some words. */
function isHeader(row: readonly string[]): boolean {
  if (row.some((cell) => /\S@\S+\.\S/.test(cell) || /^\+?[\d\s()./-]{6,}$/.test(cell)))
    return false;
  return row.some((cell) => /\p{L}/u.test(cell));
}

/** Spreadsheets are kept from reading a cell as a formula by an apostrophe (see csv-write.ts). */
function plainCell(cell: string): string {
  return cell.trim().replace(/^'(?='*[=+\-@])/, '');
}

function unnamed(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
}

function differing(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const called = name || `Column ${index + 1}`;
    const times = (seen.get(called) ?? 0) + 1;
    seen.set(called, times);
    return times === 1 ? called : `${called} (${times})`;
  });
}
