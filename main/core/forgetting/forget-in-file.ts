import { all, type Connection, first, openConnection } from '../database/connection.ts';
import { createJournal } from '../journal/journal.ts';
import { forgetPeople } from './forget-people.ts';
import { writeKeptAnew } from './kept-anew.ts';

/** Somebody who was forgotten, and when: milliseconds since the Unix epoch. */
export interface Forgotten {
  id: string;
  at: number;
}

/**
 * Forgets people in a database that nobody has open, and in the journal beside it, down to the
 * bytes: what SQLite only marks as free is written over, and the files hold nothing but what is
 * left. Doing it again does no harm, so that what broke off can be finished.
 */
export async function forgetInFile(asked: {
  database: string;
  journal: string;
  forgotten: readonly Forgotten[];
}): Promise<void> {
  const connection = openConnection(asked.database);
  try {
    remember(connection, asked.forgotten);
    await writeKeptAnew(connection, asked.journal);
    sweep(connection);
  } finally {
    connection.close();
  }
}

/**
 * Sees to it that whoever was forgotten stays forgotten in a database from before: those handed
 * over, and those of whom its own journal says so. Gives how many it still knew.
 */
export function stayForgotten(asked: {
  database: string;
  forgotten: readonly Forgotten[];
}): number {
  const connection = openConnection(asked.database);
  try {
    const own = forgottenIn(connection);
    const found = remember(connection, [...own, ...asked.forgotten]);
    if (found > 0) sweep(connection);
    connection.pragma('journal_mode = DELETE');
    return found;
  } finally {
    connection.close();
  }
}

/** Who was forgotten in a house, the first first. */
export function forgottenIn(connection: Connection): Forgotten[] {
  return all<Forgotten>(connection, 'SELECT id, at FROM forgotten ORDER BY at, id');
}

/** Takes them out, and notes that they were. Gives how many there were. */
function remember(connection: Connection, forgotten: readonly Forgotten[]): number {
  connection.pragma('secure_delete = ON');
  const isNoted = ({ id }: Forgotten) =>
    first(connection, 'SELECT 1 FROM forgotten WHERE id = ?', [id]) !== undefined;
  const isThere = ({ id }: Forgotten) =>
    first(connection, 'SELECT 1 FROM customer WHERE id = ?', [id]) !== undefined;
  const unnoted = forgotten.filter((one) => !isNoted(one));
  if (unnoted.length === 0 && !forgotten.some(isThere)) return 0;
  const at = Math.max(...forgotten.map((one) => one.at));
  const journal = createJournal(connection, { now: () => at }, () => undefined);
  const { result } = journal.step(
    'Forgot somebody',
    (write) => {
      for (const { id, at: when } of unnoted) write.insert('forgotten', { id, at: when });
      return forgetPeople(
        connection,
        forgotten.map(({ id }) => id),
      );
    },
    { byItself: true },
  );
  return result;
}

/** Leaves nothing in the files of what was removed: neither in the index, free pages, nor the log. */
function sweep(connection: Connection): void {
  connection.exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
  connection.exec('VACUUM');
  connection.pragma('wal_checkpoint(TRUNCATE)');
}
