import { Refusal } from '../../../shared/refusal.ts';
import type { Connection } from './connection.ts';
import { currentVersion, type Migration, migrations } from './migrations/index.ts';

/** The version marker of a database; 0 for an empty file. */
export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the present schema, each migration in one transaction with its marker.
 * Refuses a newer schema and changes nothing then.
 */
export function migrate(connection: Connection, steps: readonly Migration[] = migrations): void {
  const version = schemaVersion(connection);
  if (version > currentVersion) {
    throw new Refusal(
      'newer-schema',
      'These data were written by a newer Porchlight. Please update Porchlight; nothing was changed.',
    );
  }
  for (const migration of steps) {
    if (migration.version <= version) continue;
    connection
      .transaction(() => {
        connection.exec(migration.sql);
        connection.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

/** The schema as text, a statement a paragraph, for the committed snapshot. */
export function describeSchema(connection: Connection): string {
  const rows = connection
    .prepare(
      `SELECT sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%' ORDER BY type, name`,
    )
    .pluck()
    .all() as string[];
  return `${rows.map((sql) => `${sql.trim()};`).join('\n\n')}\n`;
}
