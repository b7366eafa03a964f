import type { Source, SourceIdentity, SourcePreview } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { hostAsked, hostOf } from './gather.ts';
import { healthOf } from './health.ts';
import { kindNamed } from './sources/kinds.ts';
import { page } from './sources/page.ts';

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
         - coalesce(elsewhere.mentions, 0) AS newMentions,
       coalesce(counted.last_said_at, last_new_at) AS last_said_at
     FROM source LEFT JOIN source_fetch ON source_fetch.source_id = source.id
     LEFT JOIN (
       SELECT source_id, count(*) AS mentions, max(said_at) AS last_said_at
       FROM mention GROUP BY source_id
     ) AS counted ON counted.source_id = source.id
     LEFT JOIN (
       SELECT source_id, count(*) AS mentions
       FROM mention_state JOIN mention ON mention.id = mention_state.id
       WHERE same_as IS NULL AND (state <> 'new' OR snoozed_until > @today) GROUP BY source_id
     ) AS dealt_with ON dealt_with.source_id = source.id
     LEFT JOIN (
       SELECT mention.source_id, count(*) - count(heard.id) AS mentions
       FROM mention LEFT JOIN heard ON heard.id = mention.id AND heard.state = 'new'
         AND (heard.snoozed_until IS NULL OR heard.snoozed_until <= @today)
       WHERE mention.same_as IS NOT NULL GROUP BY mention.source_id
     ) AS elsewhere ON elsewhere.source_id = source.id
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

/** What is found at an address, and whether we already listen to it. */
export async function previewAddress(
  house: House,
  address: string,
  kind?: string,
): Promise<SourcePreview[]> {
  const previews = await house.gatherer.preview(address, kind);
  return previews.map((preview) => ({
    ...preview,
    already: keptUnder(house.connection, preview.kind, preview.address) ?? null,
  }));
}

export interface NewSource {
  kind: string;
  address: string;
  name: string;
  home: string;
  folder: string;
}

/**
 * Keeps a source. Without a kind the address is looked at first; while there is no connection it
 * is kept as a page, and its feed is found later. Refuses one that is already kept.
 */
export async function addSource(
  house: House,
  input: { address: string; kind?: string | undefined; name: string; folder: string },
): Promise<{ id: string; step: string }> {
  const found = input.kind
    ? named(input.kind, input.address)
    : await lookedAt(house, input.address);
  const source = { ...found, name: input.name || found.name, folder: input.folder };
  const known = keptUnder(house.connection, source.kind, source.address);
  if (known) throw new Refusal('duplicate', 'You already listen to this.', 'address');
  const { step, result } = house.journal.step(`Began to listen to ${source.name}`, (write) =>
    insertSource(house, write, source),
  );
  return { id: result, step };
}

function named(kindName: string, typed: string): Omit<NewSource, 'folder'> {
  const kind = kindNamed(kindName);
  const address = kind?.recognise(typed);
  if (!kind || !address) {
    throw new Refusal('invalid', 'That is not an address Porchlight can listen to.', 'address');
  }
  return { kind: kind.kind, address, name: hostOf(address) || address, home: '' };
}

async function lookedAt(house: House, typed: string): Promise<Omit<NewSource, 'folder'>> {
  try {
    const [preview] = await house.gatherer.preview(typed);
    if (preview) {
      const { kind, address, name, home } = preview;
      return { kind, address, name, home };
    }
  } catch (problem) {
    const address = page.recognise(typed);
    if (!(problem instanceof Refusal) || problem.code !== 'offline' || !address) throw problem;
    return { kind: page.kind, address, name: hostOf(address), home: '' };
  }
  throw new Refusal('unreadable', 'There is nothing here to listen to.', 'address');
}

/** Writes a source within a step; one that was removed before comes back with its mentions. */
export function insertSource(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  write: Write,
  source: NewSource,
): string {
  const removed = first<{ id: string }>(
    connection,
    `SELECT id FROM source WHERE kind = ? AND address = ? AND removed_at IS NOT NULL
     ORDER BY removed_at DESC LIMIT 1`,
    [source.kind, source.address],
  );
  const { name, home, folder } = source;
  if (removed) {
    write.update('source', removed.id, { name, home, folder, paused: 0, removed_at: null });
    return removed.id;
  }
  const id = newId(clock);
  write.insert('source', { id, ...source, added_at: clock.now() });
  return id;
}

/** The source kept under that address, if there is one. */
export function keptUnder(connection: Connection, kind: string, address: string) {
  return first<{ id: string }>(
    connection,
    'SELECT id FROM source WHERE kind = ? AND address = ? AND removed_at IS NULL',
    [kind, address],
  )?.id;
}

/** Changes what is given of a source, as one step. */
export function changeSource(
  house: Pick<House, 'connection' | 'journal'>,
  input: {
    id: string;
    name?: string | undefined;
    folder?: string | undefined;
    paused?: boolean | undefined;
    identity?: SourceIdentity | undefined;
  },
): { step: string } {
  const { name } = keptSource(house.connection, input.id);
  const label =
    input.paused === undefined
      ? `Changed ${name}`
      : `${input.paused ? 'Paused' : 'Resumed'} ${name}`;
  const { step } = house.journal.step(label, (write) => {
    write.update('source', input.id, {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.folder === undefined ? {} : { folder: input.folder }),
      ...(input.paused === undefined ? {} : { paused: input.paused ? 1 : 0 }),
      ...(input.identity === undefined ? {} : { identity: input.identity }),
    });
  });
  return { step };
}

/** Stops listening to a source. Its mentions stay, out of sight, and come back with it. */
export function removeSource(
  house: Pick<House, 'connection' | 'journal' | 'clock'>,
  id: string,
): { step: string } {
  const { name } = keptSource(house.connection, id);
  const { step } = house.journal.step(`Stopped listening to ${name}`, (write) => {
    write.update('source', id, { removed_at: house.clock.now() });
  });
  return { step };
}

function keptSource(connection: Connection, id: string): { name: string } {
  const found = first<{ name: string }>(
    connection,
    'SELECT name FROM source WHERE id = ? AND removed_at IS NULL',
    [id],
  );
  if (!found) throw new Refusal('not-found', 'This source is not here any more.');
  return found;
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
