import type { SourceIdentity, SourcePreview } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { type Connection, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { hostOf } from './gather.ts';
import { kindNamed } from './sources/kinds.ts';
import { page } from './sources/page.ts';

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

/**
 * Stops listening to a source. What a person made something of stays; its other mentions go out of
 * sight, and come back with it. Gives how many stay.
 */
export function removeSource(
  house: Pick<House, 'connection' | 'journal' | 'clock'>,
  id: string,
): { step: string; kept: number } {
  const { name } = keptSource(house.connection, id);
  const { step } = house.journal.step(`Stopped listening to ${name}`, (write) => {
    write.update('source', id, { removed_at: house.clock.now() });
  });
  const left = first<{ count: number }>(
    house.connection,
    'SELECT count(*) AS count FROM heard WHERE source_id = ?',
    [id],
  );
  return { step, kept: left?.count ?? 0 };
}

/** A source that is listened to; refuses when it is not here any more. */
export function keptSource(connection: Connection, id: string): { name: string } {
  const found = first<{ name: string }>(
    connection,
    'SELECT name FROM source WHERE id = ? AND removed_at IS NULL',
    [id],
  );
  if (!found) throw new Refusal('not-found', 'This source is not here any more.');
  return found;
}
