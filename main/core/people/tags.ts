import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';

type Needs = Pick<House, 'connection' | 'journal'>;

/** The tags in use and how many people carry each, the most used first; people in the bin aside. */
export function readAllTags(connection: Connection): { tag: string; people: number }[] {
  return all(
    connection,
    `SELECT tag, count(*) AS people FROM customer_tag
     JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     GROUP BY tag ORDER BY people DESC, tag`,
  );
}

/**
 * Calls a tag otherwise everywhere, in the bin too, as one step. Whoever has the new one already
 * keeps it once: the two become one. Refuses a tag that nobody has.
 */
export function renameTag(house: Needs, { tag, to }: { tag: string; to: string }) {
  const rows = taggedRows(house, tag);
  if (tag === to) throw new Refusal('invalid', 'It is called that already.', 'to');
  const merges = first(house.connection, 'SELECT 1 FROM customer_tag WHERE tag = ?', [to]);
  const { step } = house.journal.step(
    merges ? `Made the tag “${tag}” one with “${to}”` : `Renamed the tag “${tag}” to “${to}”`,
    (write) => {
      for (const { id, customer_id } of rows) {
        const has = first(
          house.connection,
          'SELECT 1 FROM customer_tag WHERE customer_id = ? AND tag = ?',
          [customer_id, to],
        );
        if (has) write.remove('customer_tag', id);
        else write.update('customer_tag', id, { tag: to });
      }
    },
    { apart: true, much: rows.length >= many },
  );
  return { step };
}

/** Takes a tag from everybody, as one step. Refuses a tag that nobody has. */
export function dropTag(house: Needs, tag: string): { step: string } {
  const rows = taggedRows(house, tag);
  const { step } = house.journal.step(
    `Took the tag “${tag}” from everybody`,
    (write) => {
      for (const { id } of rows) write.remove('customer_tag', id);
    },
    { apart: true, much: rows.length >= many },
  );
  return { step };
}

/** From so many people on, the search index takes them in at the end. */
const many = 500;

function taggedRows({ connection }: Needs, tag: string) {
  const rows = all<{ id: string; customer_id: string }>(
    connection,
    'SELECT id, customer_id FROM customer_tag WHERE tag = ?',
    [tag],
  );
  if (rows.length === 0) throw new Refusal('not-found', 'Nobody has that tag any more.');
  return rows;
}
