import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Connection, first, openConnection, openToLook } from '../database/connection.ts';
import { complaintsOf, isAboutDerived, ownTables } from '../database/look.ts';
import { schemaVersion } from '../database/migrate.ts';
import { currentVersion } from '../database/migrations/index.ts';
import { obstacleOf } from '../disk-problem.ts';
import { rebuildDerived } from '../search/rebuild.ts';

/** What can be wrong with the file of the database. */
export type Trouble = 'missing' | 'garbage' | 'truncated' | 'foreign' | 'damaged';

/** Up to this size the whole file is gone through at each start; beyond it each day's backup does so. */
const quickUpTo = 1_000_000_000;

/**
 * Looks at the file of a database before it is used: null when it is sound, empty or not there
 * yet. An index that is broken is made anew on the way. Throws what is no damage, such as a folder
 * that may not be read.
 */
export function troubleOf(path: string): Exclude<Trouble, 'missing'> | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return null;
  const header = readHeader(path);
  if (!header) return size < 512 ? 'truncated' : 'garbage';
  try {
    return troubleInside(path, size);
  } catch (problem) {
    if (obstacleOf(problem) !== 'damaged') throw problem;
    return header.bytes > size ? 'truncated' : 'damaged';
  }
}

function troubleInside(path: string, size: number): 'foreign' | 'damaged' | null {
  const { version, tables } = lookInside(path);
  if (tables.length === 0 && version === 0) return null;
  // From the first schema on there are customers.
  if (version === 0 || !tables.includes('customer')) return 'foreign';
  // What a newer Porchlight wrote is refused later, in words; its checks may need what only it has.
  if (version > currentVersion || size > quickUpTo) return null;
  const connection = openConnection(path);
  try {
    return isSound(connection) ? null : 'damaged';
  } finally {
    connection.close();
  }
}

function lookInside(path: string): { version: number; tables: string[] } {
  const connection = openToLook(path);
  try {
    return { version: schemaVersion(connection), tables: ownTables(connection) };
  } finally {
    connection.close();
  }
}

function isSound(connection: Connection): boolean {
  const complaints = complaintsOf(connection, { thorough: false });
  if (complaints.length === 0) return true;
  if (!complaints.every(isAboutDerived)) return false;
  connection.exec('REINDEX');
  if (hasSearch(connection)) rebuildDerived(connection);
  return complaintsOf(connection, { thorough: false }).length === 0;
}

function hasSearch(connection: Connection): boolean {
  return first(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'spoken_name'") !== undefined;
}

/** The size that a database says it has (https://www.sqlite.org/fileformat.html); undefined for another file. */
function readHeader(path: string): { bytes: number } | undefined {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(100);
    if (readSync(file, header, 0, 100, 0) < 100) return undefined;
    if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return undefined;
    const pageSize = header.readUInt16BE(16);
    return { bytes: (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28) };
  } finally {
    closeSync(file);
  }
}
