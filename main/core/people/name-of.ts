import type { NameParts } from '../../../shared/names.ts';
import { type Connection, first } from '../database/connection.ts';

/** What somebody is called in the list, also in the bin; undefined when there is nobody. */
export function nameOf(connection: Connection, id: unknown): string | undefined {
  return first<{ name: string }>(
    connection,
    'SELECT display_name AS name FROM customer WHERE id = ?',
    [typeof id === 'string' ? id : null],
  )?.name;
}

/** The parts of somebody's own name, as their row has them. */
export interface StoredName {
  given_name: string;
  family_name: string;
  nickname: string;
  company: string;
  name_order: NameParts['nameOrder'];
}

/** The parts of a name out of a customer's row. */
export function namePartsOf(row: StoredName): NameParts {
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    nickname: row.nickname,
    company: row.company,
    nameOrder: row.name_order,
  };
}
