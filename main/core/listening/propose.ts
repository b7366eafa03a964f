import { all, type Connection, run, transaction } from '../database/connection.ts';
import type { Matcher } from './match.ts';

/** Mentions a transaction: short enough that whoever types never waits. */
const batchSize = 50;

/**
 * Looks again whom the authors without a certain customer may be: people are added, renamed and
 * merged after their words were gathered. Gives how many mentions have another proposal now.
 */
export function proposeAnew(connection: Connection, matcher: Matcher): number {
  const authors = all<{ author: string; likely: string | null }>(
    connection,
    `SELECT DISTINCT author, likely_customer_id AS likely FROM mention
     WHERE matched_customer_id IS NULL AND author <> ''`,
  );
  const wanted = authors.flatMap(({ author, likely }) => {
    const match = matcher.match(author, '');
    return match.likely === likely ? [] : [{ author, likely: match.likely, why: match.why }];
  });
  if (wanted.length === 0) return 0;
  const changes = all<{ id: string; likely: string | null; why: string }>(
    connection,
    `WITH wanted AS (
       SELECT value ->> 'author' AS author, value ->> 'likely' AS likely, value ->> 'why' AS why
       FROM json_each(?))
     SELECT mention.id, likely, why FROM mention JOIN wanted ON wanted.author = mention.author
     WHERE matched_customer_id IS NULL AND likely_customer_id IS NOT likely`,
    [JSON.stringify(wanted)],
  );
  for (let start = 0; start < changes.length; start += batchSize) {
    transaction(connection, () => {
      for (const { id, likely, why } of changes.slice(start, start + batchSize)) {
        run(connection, 'UPDATE mention SET likely_customer_id = ?, likely_why = ? WHERE id = ?', [
          likely,
          why,
          id,
        ]);
      }
    });
  }
  return changes.length;
}
