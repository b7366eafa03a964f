import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../../shared/refusal.ts';
import { all, type Connection, openConnection } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import { currentVersion, migrations } from '../database/migrations/index.ts';
import { flushFile } from '../database/whole-file.ts';
import { obstacleOf } from '../disk-problem.ts';
import { rebuildDerived } from '../search/rebuild.ts';
import { type Manifest, manifestName, manifestShape, notWhole } from './manifest.ts';
import { type ArchivedTable, archivedTables } from './tables.ts';

/** The longest manifest that is read, in bytes. */
const longestManifest = 256 * 1024 * 1024;

/** What an archive says of itself. Refuses what is none, is not whole, or a newer Porchlight wrote. */
export function readManifest(path: string): Promise<Manifest> {
  return inArchive(path, async ({ manifest }) => manifest);
}

/**
 * Makes a database of the present schema out of an archive. Everything is compared with the sums
 * and counts of the manifest; refuses what differs.
 */
export function readArchive(path: string, to: string): Promise<void> {
  return inArchive(path, async (archive) => {
    const connection = openConnection(to);
    try {
      migrate(connection, migrations.slice(0, archive.manifest.schema));
      await fill(connection, archive);
      migrate(connection);
      rebuildDerived(connection);
      connection.pragma('journal_mode = DELETE');
    } finally {
      connection.close();
    }
    flushFile(to);
  });
}

interface Archive {
  zip: ZipFile;
  entries: ReadonlyMap<string, Entry>;
  manifest: Manifest;
}

/** Opens an archive for some work; whatever is wrong with its inside becomes one sentence. */
async function inArchive<T>(path: string, work: (archive: Archive) => Promise<T>): Promise<T> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const manifest = await manifestOf(zip, entries.get(manifestName));
    return await work({ zip, entries, manifest });
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    // The disk's own troubles are told as they are.
    const obstacle = obstacleOf(problem);
    if (obstacle && obstacle !== 'damaged') throw problem;
    throw Object.assign(notWhole(), { cause: problem });
  } finally {
    zip?.close();
  }
}

async function manifestOf(zip: ZipFile, entry: Entry | undefined): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > longestManifest) throw notWhole();
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
  const read = JSON.parse(Buffer.concat(parts).toString()) as { format?: number; schema?: number };
  if (Number(read?.format) > 1 || Number(read?.schema) > currentVersion) {
    throw new Refusal(
      'newer-schema',
      'A newer Porchlight made this archive. Please update Porchlight; nothing was changed.',
    );
  }
  return manifestShape.parse(read);
}

/** Puts the rows in as they were, with neither triggers nor the order of references in between. */
async function fill(connection: Connection, archive: Archive): Promise<void> {
  const triggers = all<{ name: string; sql: string }>(
    connection,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
  );
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`);
  const known = new Map(archivedTables(connection).map((table) => [table.name, table]));
  for (const name of known.keys()) connection.exec(`DELETE FROM "${name}"`);
  for (const name of Object.keys(archive.manifest.tables)) {
    const table = known.get(name);
    if (!table) throw notWhole();
    await fillTable(connection, archive, table);
  }
  for (const { sql } of triggers) connection.exec(sql);
  if ((connection.pragma('foreign_key_check') as unknown[]).length > 0) throw notWhole();
  connection.exec('COMMIT');
  connection.pragma('foreign_keys = ON');
}

async function fillTable(
  connection: Connection,
  archive: Archive,
  { name, columns }: ArchivedTable,
) {
  const told = archive.manifest.tables[name];
  const entry = archive.entries.get(`tables/${name}.jsonl`);
  if (!told || !entry || told.columns.some((column) => !columns.includes(column))) throw notWhole();
  const list = told.columns.map((column) => `"${column}"`).join(', ');
  const insert = connection.prepare(
    `INSERT INTO "${name}" (${list}) VALUES (${told.columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  for await (const line of linesOf(await proven(archive.zip, entry, told))) {
    const row = JSON.parse(line) as Record<string, unknown>;
    const values: unknown[] = [];
    for (const column of told.columns) values.push(await asStored(row[column], archive));
    insert.run(values);
    rows += 1;
  }
  if (rows !== told.rows) throw notWhole();
}

/** A value as the database has it: bytes are read from their own file. */
async function asStored(value: unknown, { zip, entries, manifest }: Archive): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  const path = String((value as { file?: unknown }).file);
  const entry = entries.get(path);
  const told = Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
  if (!entry || !told) throw notWhole();
  const parts: Buffer[] = [];
  for await (const part of await proven(zip, entry, told)) parts.push(part);
  return Buffer.concat(parts);
}

/** A file's parts; throws at their end unless they are what the manifest tells. */
async function proven(zip: ZipFile, entry: Entry, told: { bytes: number; sha256: string }) {
  if (entry.uncompressedSize !== told.bytes) throw notWhole();
  const stream = await zip.openReadStreamPromise(entry);
  return hashed(stream, told.sha256);
}

async function* hashed(stream: Readable, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const part of stream as AsyncIterable<Buffer>) {
    hash.update(part);
    yield part;
  }
  if (hash.digest('hex') !== sha256) throw notWhole();
}

async function* linesOf(parts: AsyncIterable<Buffer>): AsyncGenerator<string> {
  // A line may end in a later part, and a letter too.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const part of parts) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest + decoder.decode() !== '') throw notWhole();
}
