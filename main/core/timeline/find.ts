import { Refusal } from '../../../shared/refusal.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { every } from './parts.ts';

/** Where an entry of the timeline is. Refuses one that is not there any more. */
export function findEntry(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  id: string,
): { at: number; day: string } {
  const union = every
    .map((part) => {
      const where = [...part.where, `${part.id} = :id`].join(' AND ');
      return `SELECT ${part.at} AS at FROM ${part.from} WHERE ${where}`;
    })
    .join(' UNION ALL ');
  const found = first<{ at: number }>(connection, `${union} LIMIT 1`, { id });
  if (!found) throw new Refusal('not-found', 'That is not there any more.');
  return { at: found.at, day: localDay(found.at, clock.zone()) };
}

/** The first and last year in which anything was said; null when nothing was. */
export function yearsOfTimeline({
  connection,
  clock,
}: Pick<House, 'connection' | 'clock'>): { first: number; last: number } | null {
  const ends = first<{ first: number | null; last: number | null }>(
    connection,
    `SELECT min(at) AS first, max(at) AS last FROM (
       SELECT (SELECT min(happened_at) FROM conversation WHERE binned_at IS NULL) AS at
       UNION ALL SELECT (SELECT max(happened_at) FROM conversation WHERE binned_at IS NULL)
       UNION ALL SELECT (SELECT min(written_at) FROM note WHERE binned_at IS NULL)
       UNION ALL SELECT (SELECT max(written_at) FROM note WHERE binned_at IS NULL))`,
  );
  if (!ends || ends.first === null || ends.last === null) return null;
  const yearOf = (at: number) => Number(localDay(at, clock.zone()).slice(0, 4));
  return { first: yearOf(ends.first), last: yearOf(ends.last) };
}

/** The tags in notes and conversations with how often each stands there, the most used first. */
export function tagsOfTimeline(connection: Connection): { tag: string; times: number }[] {
  return all(
    connection,
    `SELECT min(shown) AS tag, count(*) AS times FROM said_tag
     GROUP BY said_tag.tag ORDER BY times DESC, said_tag.tag LIMIT 500`,
  );
}
