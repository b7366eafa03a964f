import { type Connection, first } from '../database/connection.ts';

/** What somebody is called in the list, also in the bin; undefined when there is nobody. */
export function nameOf(connection: Connection, id: unknown): string | undefined {
  return first<{ name: string }>(
    connection,
    'SELECT display_name AS name FROM customer WHERE id = ?',
    [typeof id === 'string' ? id : null],
  )?.name;
}
