import Database from 'better-sqlite3';
import { linksIn, plainWords, tagsIn } from '../../../shared/note-words.ts';
import { phoneKey } from '../../../shared/phone-numbers.ts';
import { spokenNames } from '../conversations/spoken-name.ts';
import { hasWords } from '../search/has-words.ts';
import { searchable } from '../search/searchable.ts';

export type Connection = Database.Database;

/**
 * Opens a SQLite file as the house wants it (WAL, FULL, foreign keys), with the SQL functions
 * that its triggers use. Throws SqliteError when the file is no database or cannot be opened.
 */
export function openConnection(path: string): Connection {
  const connection = new Database(path);
  try {
    prepare(connection);
  } catch (problem) {
    // A file that is held open could not be set aside.
    connection.close();
    throw problem;
  }
  return connection;
}

/** Opens a SQLite file only to look at it: nothing in it is changed, whoever's it is. */
export function openToLook(path: string): Connection {
  return new Database(path, { readonly: true, fileMustExist: true });
}

function prepare(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 10000');
  // 64 MB, taken only as needed: with SQLite's 2 MB, one large step is written out again and again.
  connection.pragma('cache_size = -65536');
  connection.pragma('trusted_schema = ON');
  connection.function('searchable', { deterministic: true }, (value: unknown) =>
    searchable(String(value ?? '')),
  );
  connection.function('has_words', { deterministic: true }, (text: unknown, words: unknown) =>
    hasWords(String(text ?? ''), String(words ?? '')) ? 1 : 0,
  );
  connection.function('plain_words', { deterministic: true }, (body: unknown) =>
    plainWords(String(body ?? '')),
  );
  connection.function('links_in', { deterministic: true }, (body: unknown) =>
    JSON.stringify([...new Set(linksIn(String(body ?? '')).map(({ id }) => id))]),
  );
  connection.function('tags_in', { deterministic: true }, (text: unknown) =>
    JSON.stringify(tagsIn(String(text ?? ''))),
  );
  connection.function('phone_key', { deterministic: true }, (typed: unknown, country: unknown) =>
    phoneKey(String(typed), String(country)),
  );
  connection.function(
    'spoken_names',
    { deterministic: true },
    (displayName: unknown, givenName: unknown, familyName: unknown, nickname: unknown) =>
      spokenNames(String(displayName), String(givenName), String(familyName), String(nickname)),
  );
}

/** A value that a row can hold. */
export type Value = string | number | null;
export type Row = Record<string, Value>;

type Statement = Database.Statement<unknown[]>;
const prepared = new WeakMap<Connection, Map<string, Statement>>();

function statement(connection: Connection, sql: string): Statement {
  let known = prepared.get(connection);
  if (!known) {
    known = new Map();
    prepared.set(connection, known);
  }
  let found = known.get(sql);
  if (!found) {
    found = connection.prepare(sql);
    known.set(sql, found);
  }
  return found;
}

/** All rows of a query, its statement prepared once. Values are bound, never written in. */
export function all<T>(connection: Connection, sql: string, values: object | Value[] = []): T[] {
  return statement(connection, sql).all(values) as T[];
}

/** The first row of a query, or undefined. */
export function first<T>(
  connection: Connection,
  sql: string,
  values: object | Value[] = [],
): T | undefined {
  return statement(connection, sql).get(values) as T | undefined;
}

/** Runs a change; answers how many rows it touched. */
export function run(connection: Connection, sql: string, values: object | Value[] = []): number {
  return statement(connection, sql).run(values).changes;
}

/** Does all of it or nothing, taking the writer's place at once. */
export function transaction<T>(connection: Connection, work: () => T): T {
  if (connection.inTransaction) return work();
  return connection.transaction(work).immediate();
}
