import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Row } from '../database/connection.ts';

/** From so many people on, the search index takes them in at the end. */
const many = 500;

type Needs = Pick<House, 'connection' | 'clock' | 'journal'>;

/** Puts people in the bin, as one step. Their conversations stay. Refuses when nobody is there. */
export function binPeople(house: Needs, ids: readonly string[]): { step: string } {
  const people = named(house, ids, false);
  const label =
    people.length === 1
      ? `Put ${people[0]?.name} in the bin`
      : `Put ${people.length} people in the bin`;
  return mark(house, label, people, house.clock.now());
}

/** Brings people back from the bin, as one step. Refuses when none of them is there. */
export function restorePeople(house: Needs, ids: readonly string[]): { step: string } {
  const people = named(house, ids, true);
  const label =
    people.length === 1
      ? `Brought ${people[0]?.name} back`
      : `Brought ${people.length} people back`;
  return mark(house, label, people, null);
}

function mark(house: Needs, label: string, people: { id: string }[], at: number | null) {
  const { step } = house.journal.step(
    label,
    (write) => {
      for (const { id } of people) {
        // Whoever is back is somebody of their own again.
        const apart: Row = at === null ? { merged_into: null } : {};
        write.update('customer', id, { binned_at: at, ...apart });
      }
    },
    { apart: true, much: people.length >= many },
  );
  return { step };
}

function named({ connection }: Needs, ids: readonly string[], binned: boolean) {
  const people = all<{ id: string; name: string }>(
    connection,
    `SELECT id, display_name AS name FROM customer
     WHERE id IN (SELECT value FROM json_each(?)) AND (binned_at IS NOT NULL) = ?`,
    [JSON.stringify(ids), binned ? 1 : 0],
  );
  if (people.length === 0) {
    throw new Refusal(
      'not-found',
      binned ? 'They are not in the bin.' : 'They are not here any more.',
    );
  }
  return people;
}
