import { literal } from '../../../shared/note-words.ts';
import { gone } from '../bin/gone.ts';
import { all, type Connection, type Row } from '../database/connection.ts';

/** What stands in the place of a name that was taken out of a text. */
export const somebody = 'somebody';

/** Takes what somebody is known by out of texts of others. */
export interface Blotter {
  /** Out of any text: whole names, and how to reach them. */
  far(text: string): string;
  /** Out of a text that has to do with them: also what they are called for short. */
  near(text: string): string;
}

/** Numbers shorter than this stand for too much else. */
const fewestDigits = 6;
const fewestLetters = 2;

/** Scripts that are written without blanks, where a name has no edges. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * By what those who are to go (temp.gone) are known, now and by the journal earlier. A short name
 * that `others` bear too is left where it stands: it may mean them.
 */
export function blotterOf(connection: Connection, others: ReadonlySet<string>): Blotter {
  const far = new Set<string>();
  const short = new Set<string>();
  const add = (name: string) => (/\s/.test(name) ? far : short).add(name);
  for (const row of rowsOf(connection, 'customer')) {
    const [given, family, nickname] = partsOf(row);
    for (const part of shortNames(row)) short.add(part);
    for (const called of [given, nickname].filter(Boolean)) {
      if (family) for (const name of [`${called} ${family}`, `${family} ${called}`]) far.add(name);
    }
    // A company is called what others who work there write, too.
    if (given || family || nickname) add(textOf(row, 'display_name'));
  }
  for (const row of rowsOf(connection, 'customer_name')) add(textOf(row, 'name'));
  const reach = rowsOf(connection, 'customer_contact').flatMap(reachPattern);
  const wide = [...[...far].map(namePattern), ...reach];
  const narrow = [...short].filter((name) => !others.has(name.toLowerCase())).map(namePattern);
  return { far: without(wide), near: without([...wide, ...narrow]) };
}

/** What somebody is called for short. */
export function shortNames(row: Row): string[] {
  return partsOf(row).filter((name) => name.length >= fewestLetters);
}

function partsOf(row: Row): string[] {
  return ['given_name', 'family_name', 'nickname'].map((column) => textOf(row, column));
}

function without(patterns: string[]): (text: string) => string {
  if (patterns.length === 0) return (text) => text;
  // What is longest first: "Rosa Marin" before "Rosa".
  patterns.sort((one, other) => other.length - one.length);
  const any = new RegExp(patterns.join('|'), 'giu');
  return (text) => text.replace(any, somebody);
}

function namePattern(name: string): string {
  const words = name.split(/\s+/).map(literal);
  if (unspaced.test(name)) return words.join('\\s*');
  return `(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`;
}

/** A number in whatever way it is written; anything else as it stands. */
function reachPattern(row: Row): string[] {
  const value = textOf(row, 'value');
  if (row.kind !== 'phone') return value.length > 4 ? [namePattern(value)] : [];
  return [value, textOf(row, 'normalised')]
    .map((number) => number.replace(/\D/g, ''))
    .filter((digits) => digits.length >= fewestDigits)
    .map((digits) => `(?<!\\d)\\+?${[...digits].join('[\\s./()-]*')}(?!\\d)`);
}

/** The rows of a table that are theirs, as they are and as the journal knows them from before. */
function rowsOf(
  connection: Connection,
  table: 'customer' | 'customer_name' | 'customer_contact',
): Row[] {
  const present = all<Row>(connection, `SELECT * FROM ${table} WHERE id IN (${gone(table)})`);
  const past = all<{ before: string | null; after: string | null }>(
    connection,
    `SELECT before, after FROM journal_change
     WHERE table_name = '${table}' AND customer_id IN (${gone('customer')})`,
  );
  const read = past.flatMap(({ before, after }) => [before, after].filter((row) => row !== null));
  return [...present, ...read.map((row) => JSON.parse(row) as Row)];
}

function textOf(row: Row, column: string): string {
  return String(row[column] ?? '').trim();
}
