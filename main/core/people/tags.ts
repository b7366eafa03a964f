import { all, type Connection } from '../database/connection.ts';

/** The tags in use and how many people carry each, the most used first; people in the bin aside. */
export function readAllTags(connection: Connection): { tag: string; people: number }[] {
  return all(
    connection,
    `SELECT tag, count(*) AS people FROM customer_tag
     JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     GROUP BY tag ORDER BY people DESC, tag`,
  );
}
