import { statSync } from 'node:fs';
import type { House } from './core.ts';
import { first } from './database/connection.ts';
import { countRows } from './database/look.ts';
import { schemaVersion } from './database/migrate.ts';

/**
 * What helps to find a fault, for a person to read before handing it on: versions, the machine,
 * how many of everything, and the last events of the log. No name, no text and no address.
 */
export function reportOf(house: House): string {
  const { connection, version, shell, clock, databasePath, backups } = house;
  const sqlite = first<{ version: string }>(connection, 'SELECT sqlite_version() AS version');
  const { words, events } = house.machine?.() ?? { words: 'unknown', events: [] };
  const counts = Object.entries(countRows(connection)).filter(([, count]) => count > 0);
  return [
    `Porchlight ${version}, ${shell}, schema ${schemaVersion(connection)}`,
    `${words}, SQLite ${sqlite?.version}`,
    `Written ${new Date(clock.now()).toISOString()}`,
    '',
    'How many',
    `  bytes of the database: ${statSync(databasePath).size}`,
    `  backups: ${backups.all().here.length}`,
    ...counts.map(([table, count]) => `  ${table}: ${count}`),
    '',
    'The last events',
    ...(events.length > 0 ? events : ['  none']),
    '',
  ].join('\n');
}
