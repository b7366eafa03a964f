import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { first, type Row } from '../database/connection.ts';
import { nameOf } from '../people/name-of.ts';
import { type Binned, tableOf } from './kinds.ts';

/** Brings back what is named out of the bin, as one step. Refuses when none of it is there. */
export function restoreFromBin(
  { connection, journal }: Pick<House, 'connection' | 'journal'>,
  entries: readonly Binned[],
): { step: string } {
  const there = entries.filter(({ kind, id }) =>
    first(connection, `SELECT 1 FROM ${tableOf[kind]} WHERE id = ? AND binned_at IS NOT NULL`, [
      id,
    ]),
  );
  const [only] = there;
  if (!only) throw new Refusal('not-found', 'That is not in the bin any more.');
  const what = there.length === 1 ? called(connection, only) : `${there.length} things`;
  const { step } = journal.step(
    `Brought ${what} back from the bin`,
    (write) => {
      for (const { kind, id } of there) {
        // Whoever is back is somebody of their own again.
        const apart: Row = kind === 'customer' ? { merged_into: null } : {};
        write.update(tableOf[kind], id, { binned_at: null, ...apart });
      }
    },
    { apart: true },
  );
  return { step };
}

function called(connection: House['connection'], { kind, id }: Binned): string {
  if (kind === 'customer') return nameOf(connection, id) ?? 'somebody';
  return `a ${kind}`;
}
