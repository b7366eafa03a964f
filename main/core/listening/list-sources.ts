import type { Source, SourceIdentity } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all, type Connection } from '../database/connection.ts';
import { hostAsked } from './gather.ts';
import { healthOf } from './health.ts';
import { keptSource } from './keep-sources.ts';

interface SourceRow {
  id: string;
  kind: string;
  name: string;
  address: string;
  home: string;
  folder: string;
  paused: number;
  identity: SourceIdentity;
  fetch_address: string | null;
  moved_to: string | null;
  next_check_at: number | null;
  last_tried_at: number | null;
  last_success_at: number | null;
  last_error: string | null;
  failures: number | null;
  gone: number | null;
  habit_hours: number | null;
  mentions: number;
  newMentions: number;
  last_said_at: number | null;
}

/**
 * Every source with its health, by folder and name. What sleeps and what is heard in another source
 * does not count as new in it.
 */
export function listSources({ connection, clock }: Pick<House, 'connection' | 'clock'>): Source[] {
  const now = clock.now();
  const rests = new Map(
    all<{ host: string; until: number }>(
      connection,
      "SELECT host, until FROM host_rest WHERE why <> ''",
    ).map((rest) => [rest.host, rest.until]),
  );
  const rows = all<SourceRow>(
    connection,
    `SELECT source.id, kind, name, address, home, folder, paused, source.identity, fetch_address, moved_to, next_check_at,
       last_tried_at, last_success_at, last_error, failures, gone, habit_hours,
       coalesce(counted.mentions, 0) AS mentions,
       coalesce(counted.mentions, 0) - coalesce(dealt_with.mentions, 0)
         - coalesce(twins.mentions, 0) + coalesce(apart.mentions, 0) AS newMentions,
       coalesce(counted.last_said_at, last_new_at) AS last_said_at
     FROM source LEFT JOIN source_fetch ON source_fetch.source_id = source.id
     LEFT JOIN (
       SELECT source_id, count(*) AS mentions, max(said_at) AS last_said_at
       FROM mention GROUP BY source_id
     ) AS counted ON counted.source_id = source.id
     LEFT JOIN (
       SELECT source_id, count(*) AS mentions
       FROM mention_state CROSS JOIN mention ON mention.id = mention_state.id
       WHERE same_as IS NULL AND (state <> 'new' OR snoozed_until > @today) GROUP BY source_id
     ) AS dealt_with ON dealt_with.source_id = source.id
     LEFT JOIN (
       SELECT source_id, count(*) AS mentions FROM mention INDEXED BY mention_by_same
       WHERE same_as IS NOT NULL GROUP BY source_id
     ) AS twins ON twins.source_id = source.id
     LEFT JOIN (
       SELECT heard.source_id, count(*) AS mentions
       FROM mention AS twin INDEXED BY mention_by_same CROSS JOIN heard ON heard.id = twin.id
       WHERE twin.same_as IS NOT NULL AND heard.state = 'new'
         AND (heard.snoozed_until IS NULL OR heard.snoozed_until <= @today) GROUP BY heard.source_id
     ) AS apart ON apart.source_id = source.id
     WHERE removed_at IS NULL ORDER BY folder, name COLLATE NOCASE, source.id`,
    { today: clock.today() },
  );
  return rows.map((row) => toSource(row, rests, now));
}

function toSource(row: SourceRow, rests: ReadonlyMap<string, number>, now: number): Source {
  const fetched = healthOf(
    {
      paused: row.paused === 1,
      gone: row.gone === 1,
      failures: row.failures ?? 0,
      lastTriedAt: row.last_tried_at,
      lastSuccessAt: row.last_success_at,
      lastError: row.last_error,
      lastSaidAt: row.last_said_at,
      habitHours: row.habit_hours,
      restsUntil: rests.get(hostAsked(row.kind, row.fetch_address ?? row.address)) ?? null,
      movedTo: row.moved_to,
    },
    now,
  );
  // What came by file is never asked for again, so nothing can be wrong with it.
  const { health, words } =
    row.kind === 'file'
      ? ({ health: 'well', words: 'Brought in from a file by you.' } as const)
      : fetched;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    home: row.home || (/^https?:/.test(row.address) ? new URL(row.address).origin : ''),
    folder: row.folder,
    paused: row.paused === 1,
    identity: row.identity,
    health,
    healthWords: words,
    lastSuccessAt: row.last_success_at,
    lastTriedAt: row.last_tried_at,
    nextCheckAt: row.next_check_at,
    lastError: row.last_error,
    mentions: row.mentions,
    newMentions: row.newMentions,
  };
}

/** The last requests of a source, newest first. */
export function listRequests(connection: Connection, id: string) {
  keptSource(connection, id);
  return all<{
    at: number;
    outcome: string;
    status: number | null;
    newItems: number;
    milliseconds: number;
  }>(
    connection,
    `SELECT at, outcome, status, new_items AS newItems, milliseconds FROM source_request
     WHERE source_id = ? ORDER BY id DESC`,
    [id],
  );
}
