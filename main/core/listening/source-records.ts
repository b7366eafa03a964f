import {
  all,
  type Connection,
  first,
  run,
  transaction,
  type Value,
} from '../database/connection.ts';
import { nothingRemembered, type Remembered } from './sources/source-kind.ts';

/** Requests of one source that are remembered. */
const requestsKept = 20;
/** Validators older than this are no longer sent: some servers answer 304 for ever. */
const validatorsLast = 8 * 86_400_000;

/** A source as gathering needs it. */
export interface SourceRecord {
  id: string;
  kind: string;
  name: string;
  address: string;
  home: string;
  failures: number;
  habitHours: number | null;
  sharedGuid: boolean;
  remembered: Remembered;
}

interface RecordRow {
  id: string;
  kind: string;
  name: string;
  address: string;
  home: string;
  failures: number | null;
  habit_hours: number | null;
  shared_guid: number | null;
  fetch_address: string | null;
  etag: string | null;
  last_modified: string | null;
  validators_at: number | null;
  body_hash: string | null;
  cursor: string | null;
}

const columns = `source.id, kind, name, address, home, failures, habit_hours, shared_guid,
  fetch_address, etag, last_modified, validators_at, body_hash, cursor`;

/** The sources that are due now, the longest waiting first; paused and gone ones never are. */
export function dueSources(connection: Connection, now: number): SourceRecord[] {
  return all<RecordRow>(
    connection,
    `SELECT ${columns} FROM source LEFT JOIN source_fetch ON source_id = source.id
     WHERE removed_at IS NULL AND kind <> 'file' AND paused = 0 AND coalesce(gone, 0) = 0
       AND coalesce(next_check_at, 0) <= ?
     ORDER BY coalesce(next_check_at, 0), added_at`,
    [now],
  ).map((row) => toRecord(row, now));
}

/** All sources that are not removed, or those with these ids, whether due or not. */
export function chosenSources(connection: Connection, ids: string[] | null, now: number) {
  return all<RecordRow>(
    connection,
    `SELECT ${columns} FROM source LEFT JOIN source_fetch ON source_id = source.id
     WHERE removed_at IS NULL AND kind <> 'file'
       AND CASE WHEN @ids IS NULL THEN paused = 0 AND coalesce(gone, 0) = 0
         ELSE source.id IN (SELECT value FROM json_each(@ids)) END
     ORDER BY coalesce(next_check_at, 0), added_at`,
    { ids: ids ? JSON.stringify(ids) : null },
  ).map((row) => toRecord(row, now));
}

function toRecord(row: RecordRow, now: number): SourceRecord {
  const fresh = row.validators_at !== null && now - row.validators_at < validatorsLast;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    home: row.home,
    failures: row.failures ?? 0,
    habitHours: row.habit_hours,
    sharedGuid: row.shared_guid === 1,
    remembered: {
      ...nothingRemembered,
      fetchAddress: row.fetch_address,
      cursor: row.cursor,
      etag: fresh ? row.etag : null,
      lastModified: fresh ? row.last_modified : null,
      bodyHash: fresh ? row.body_hash : null,
    },
  };
}

/** What is written of a visit, whatever its outcome. */
export interface VisitRecord {
  at: number;
  nextCheckAt: number;
  outcome: string;
  status: number | null;
  newItems: number;
  milliseconds: number;
  /** Columns of `source_fetch` that change with it. */
  changes: Record<string, Value>;
}

/** Writes down a visit: when, what came of it, and when to come again. */
export function recordVisit(connection: Connection, sourceId: string, visit: VisitRecord): void {
  const row: Record<string, Value> = {
    last_tried_at: visit.at,
    next_check_at: visit.nextCheckAt,
    ...visit.changes,
  };
  const names = Object.keys(row);
  transaction(connection, () => {
    run(
      connection,
      `INSERT INTO source_fetch (source_id, ${names.join(', ')})
       VALUES (@source_id, ${names.map((name) => `@${name}`).join(', ')})
       ON CONFLICT (source_id) DO UPDATE SET ${names.map((name) => `${name} = @${name}`).join(', ')}`,
      { ...row, source_id: sourceId },
    );
    run(
      connection,
      `INSERT INTO source_request (source_id, at, outcome, status, new_items, milliseconds)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [sourceId, visit.at, visit.outcome, visit.status, visit.newItems, visit.milliseconds],
    );
    run(
      connection,
      `DELETE FROM source_request WHERE source_id = @sourceId AND id NOT IN
         (SELECT id FROM source_request WHERE source_id = @sourceId ORDER BY id DESC LIMIT ${requestsKept})`,
      { sourceId },
    );
  });
}

/** Puts a source off without a visit, because its host rests. */
export function postpone(connection: Connection, sourceId: string, until: number): void {
  run(
    connection,
    `INSERT INTO source_fetch (source_id, next_check_at) VALUES (?, ?)
     ON CONFLICT (source_id) DO UPDATE SET next_check_at = excluded.next_check_at`,
    [sourceId, until],
  );
}

/** Until when a host is left alone, and why; no reason is our own courtesy. */
export function restOf(connection: Connection, host: string, now: number) {
  return first<{ until: number; why: string }>(
    connection,
    'SELECT until, why FROM host_rest WHERE host = ? AND until > ?',
    [host, now],
  );
}

/** Leaves a host alone until then; a longer rest with its reason stays. */
export function letRest(connection: Connection, host: string, until: number, why: string): void {
  run(
    connection,
    `INSERT INTO host_rest (host, until, why) VALUES (?, ?, ?)
     ON CONFLICT (host) DO UPDATE SET until = excluded.until, why = excluded.why
       WHERE excluded.until > until`,
    [host, until, why],
  );
}

/** The moments at which a source spoke last, newest first. */
export function lastMoments(connection: Connection, sourceId: string): number[] {
  return all<{ said_at: number }>(
    connection,
    `SELECT said_at FROM mention WHERE source_id = ? AND published_at IS NOT NULL
     ORDER BY said_at DESC LIMIT 30`,
    [sourceId],
  ).map((row) => row.said_at);
}
