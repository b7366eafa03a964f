import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { all, type Connection, first, openConnection } from '../database/connection.ts';
import { schemaVersion } from '../database/migrate.ts';
import { flushFile } from '../database/whole-file.ts';
import { type Manifest, manifestName, readMe } from './manifest.ts';
import { type ArchivedTable, archivedTables } from './tables.ts';

/** Rows put together before they go on: a stream of single lines would be slow. */
const rowsAtOnce = 200;

export interface ArchiveAsked {
  /** The database, which may be in use. */
  from: string;
  to: string;
  at: number;
  day: string;
  version: string;
}

/**
 * Writes everything of a house, as it stands at one moment, into an archive (manifest.ts); row by
 * row, so that its size costs no memory. The file is on the disk when this settles.
 */
export async function writeArchive({
  from,
  to,
  at,
  day,
  version,
}: ArchiveAsked): Promise<Manifest> {
  const connection = openConnection(from);
  try {
    connection.pragma('query_only = ON');
    connection.exec('BEGIN');
    const manifest: Manifest = {
      ...{ program: 'Porchlight', format: 1, version },
      ...{ schema: schemaVersion(connection), at, day, tables: {}, files: {} },
    };
    const zip = new ZipFile();
    const stamp = { mtime: new Date(at) };
    const tables = archivedTables(connection);
    zip.addBuffer(Buffer.from(readMe), 'read-me.txt', stamp);
    for (const table of tables) addTable(zip, connection, table, manifest, stamp);
    for (const table of tables) addFiles(zip, connection, table, manifest, stamp);
    // Last, when all that it tells of has been written.
    zip.addReadStreamLazy(manifestName, stamp, (give) =>
      give(null, Readable.from([`${JSON.stringify(manifest, null, 2)}\n`])),
    );
    zip.end();
    const output = zip.outputStream as Readable;
    zip.on('error', (problem: Error) => output.destroy(problem));
    await pipeline(output, createWriteStream(to, { mode: 0o600 }));
    flushFile(to);
    return manifest;
  } finally {
    connection.close();
  }
}

interface Stamp {
  mtime: Date;
}

function addTable(
  zip: ZipFile,
  connection: Connection,
  table: ArchivedTable,
  { tables }: Manifest,
  stamp: Stamp,
): void {
  const { name, columns } = table;
  zip.addReadStreamLazy(`tables/${name}.jsonl`, stamp, (give) => {
    const known = { rows: 0, columns, bytes: 0, sha256: '' };
    const lines = linesOf(connection, table, () => {
      known.rows += 1;
    });
    give(null, Readable.from(counted(lines, (told) => Object.assign(known, told))));
    tables[name] = known;
  });
}

function* linesOf(connection: Connection, table: ArchivedTable, met: () => void) {
  const { name, columns, ofBytes, order } = table;
  const list = columns.map((column) => `"${column}"`).join(', ');
  const rows = connection.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${order}`).iterate();
  let lines: string[] = [];
  for (const row of rows as Iterable<Record<string, unknown>>) {
    for (const column of ofBytes) row[column] = row[column] && { file: pathOf(name, row, column) };
    lines.push(`${JSON.stringify(row)}\n`);
    met();
    if (lines.length === rowsAtOnce) {
      yield Buffer.from(lines.join(''));
      lines = [];
    }
  }
  yield Buffer.from(lines.join(''));
}

/** The bytes of a table's rows, a file each; read one after the other when their turn has come. */
function addFiles(
  zip: ZipFile,
  connection: Connection,
  { name, columns, ofBytes }: ArchivedTable,
  { files }: Manifest,
  stamp: Stamp,
): void {
  for (const column of ofBytes) {
    const told = columns.includes('type') ? 'id, type' : 'id';
    const rows = all<Record<string, string>>(
      connection,
      `SELECT ${told} FROM "${name}" WHERE "${column}" IS NOT NULL ORDER BY id`,
    );
    for (const row of rows) {
      const path = pathOf(name, row, column);
      // Pictures are small already.
      zip.addReadStreamLazy(path, { ...stamp, compress: false }, (give) => {
        const found = first<{ bytes: Buffer }>(
          connection,
          `SELECT "${column}" AS bytes FROM "${name}" WHERE id = ?`,
          [row.id ?? null],
        );
        const known = { bytes: 0, sha256: '' };
        const parts = [found?.bytes ?? Buffer.alloc(0)];
        give(null, Readable.from(counted(parts, (sum) => Object.assign(known, sum))));
        files[path] = known;
      });
    }
  }
}

/** Where the bytes of a row lie: `photos/<id>.jpeg`. */
function pathOf(table: string, row: Record<string, unknown>, column: string): string {
  const [, ending] = /^image\/(\w+)$/.exec(String(row.type)) ?? [];
  if (table === 'picture') return `photos/${row.id}.${ending}`;
  return `files/${table}/${row.id}.${column}`;
}

/** Hands parts on as they are, and tells at the end how many bytes they were, with their SHA-256. */
function* counted(parts: Iterable<Buffer>, tell: (sum: { bytes: number; sha256: string }) => void) {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const part of parts) {
    hash.update(part);
    bytes += part.length;
    yield part;
  }
  tell({ bytes, sha256: hash.digest('hex') });
}
