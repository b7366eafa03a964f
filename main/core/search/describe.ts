import type { SearchHit } from '../../../shared/contract/contract.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { excerptOf } from './excerpt.ts';
import type { Candidate } from './find.ts';
import { readable } from './searchable.ts';

/** Search hits as they are shown; those that belong to nobody but people in the bin are left out. */
export function describe(
  connection: Connection,
  candidates: Candidate[],
  words: readonly string[],
): SearchHit[] {
  const names = namesOf(connection, candidates);
  return candidates.flatMap((candidate) => {
    const hit = described(connection, candidate, names.get(candidate.id), words);
    return hit ? [hit] : [];
  });
}

/** One hit; undefined when `owners`, whom it belongs to, are all in the bin. */
function described(
  connection: Connection,
  candidate: Candidate,
  owners: string | undefined,
  words: readonly string[],
): SearchHit | undefined {
  const { kind, id, customerId, at } = candidate;
  const excerpt = excerptOf(bodyOf(connection, candidate.document), words);
  const hit = { kind, id, customerId, excerpt, at };
  if (kind === 'mention') {
    const said = speaker(connection, candidate);
    return said && { ...hit, ...said };
  }
  if (kind === 'lesson') return { ...hit, title: readable(candidate.title) };
  const ofNobody = (kind === 'note' || kind === 'follow-up') && customerId === null;
  if (!owners && !ofNobody) return undefined;
  if (kind === 'follow-up') {
    return { ...hit, title: readable(candidate.title), excerpt: owners ?? '' };
  }
  return { ...hit, title: owners ?? 'A note' };
}

/** The names of whom each hit belongs to, by the hit's id; nobody in the bin is named. */
function namesOf(connection: Connection, candidates: Candidate[]): Map<string, string> {
  const ids = JSON.stringify(candidates.map((candidate) => candidate.id));
  const rows = all<{ id: string; names: string }>(
    connection,
    `WITH asked (id) AS (SELECT value FROM json_each(?)),
     owner (id, customer_id) AS (
       SELECT customer.id, customer.id FROM asked JOIN customer ON customer.id = asked.id
       UNION SELECT conversation_id, customer_id
         FROM asked JOIN conversation_customer ON conversation_id = asked.id
       UNION SELECT note.id, customer_id FROM asked JOIN note ON note.id = asked.id
       UNION SELECT follow_up.id, customer_id FROM asked JOIN follow_up ON follow_up.id = asked.id)
     SELECT owner.id, group_concat(display_name, ', ' ORDER BY sort_name) AS names
     FROM owner JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     GROUP BY owner.id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.names]));
}

/** The body of a document as the index has it. */
function bodyOf(connection: Connection, document: number): string {
  const row = first<{ body: string }>(connection, 'SELECT body FROM search_document WHERE id = ?', [
    document,
  ]);
  return row?.body ?? '';
}

/** What a mention is called, and whose it is now; undefined when it is heard elsewhere already. */
function speaker(
  connection: Connection,
  { id }: Candidate,
): { title: string; customerId: string | null } | undefined {
  const heard = first<{
    title: string;
    author: string;
    source_name: string;
    customer_id: string | null;
  }>(connection, 'SELECT title, author, source_name, customer_id FROM heard WHERE id = ?', [id]);
  if (!heard) return undefined;
  const title = heard.title || heard.author || heard.source_name;
  return { title, customerId: heard.customer_id };
}
