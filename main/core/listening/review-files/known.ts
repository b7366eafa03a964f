import { all, type Connection } from '../../database/connection.ts';

/** A review that is here already. */
export interface KnownReview {
  id: string;
  title: string;
  text: string;
  contentHash: string;
  /** What we said to it, wherever it is heard. */
  answer: string;
}

/**
 * The reviews of a file's source that are here, by what makes them the same; those that were here
 * and were cleared away stand in it as well, with null.
 */
export function knownReviews(
  connection: Connection,
  address: string,
): Map<string, KnownReview | null> {
  const ofSource = `source_id IN (SELECT id FROM source WHERE kind = 'file' AND address = ?)`;
  const purged = all<{ identity: string }>(
    connection,
    `SELECT identity FROM mention_purged WHERE ${ofSource}`,
    [address],
  );
  const here = all<KnownReview & { identity: string }>(
    connection,
    `SELECT mention.id, title, text, content_hash AS contentHash, identity,
       coalesce(nullif(own.answer, ''), heard_first.answer, '') AS answer
     FROM mention LEFT JOIN mention_state AS own ON own.id = mention.id
     LEFT JOIN mention_state AS heard_first ON heard_first.id = mention.same_as
     WHERE ${ofSource}`,
    [address],
  );
  const bare = (identity: string) => identity.replace(/^guid:/, '');
  return new Map<string, KnownReview | null>([
    ...purged.map(({ identity }) => [bare(identity), null] as const),
    ...here.map(({ identity, ...known }) => [bare(identity), known] as const),
  ]);
}
