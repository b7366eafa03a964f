import type { SentPerson } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { readRecord } from './get.ts';

interface Sent {
  id: string;
  name: string;
  sent_by: string | null;
  binned: number;
}

/** More than this do not fit a picture of them. */
const mostShown = 500;

/**
 * The tree of who sent whom around somebody: the line that leads to them, and all who came
 * through them. People in the bin stand in it only where others came through them. Refuses when
 * there is nobody.
 */
export function readReferrals({ connection }: Pick<House, 'connection'>, id: string) {
  const { sent_by } = readRecord(connection, id);
  const cameThrough = senders(connection, sent_by)
    .filter((one) => one.id !== id)
    .reverse()
    .map(({ id: sender, name, binned }) => ({ id: sender, name, binned: binned === 1 }));
  const below = Map.groupBy(
    all<Sent>(
      connection,
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM customer WHERE sent_by = :id
         UNION SELECT customer.id FROM below JOIN customer ON sent_by = below.id)
       SELECT id, display_name AS name, sent_by, binned_at IS NOT NULL AS binned
       FROM customer WHERE id IN (SELECT id FROM below) AND id <> :id ORDER BY sort_name, id`,
      { id },
    ),
    (one) => one.sent_by,
  );
  const sent = inTurn(below, id, 1, new Set([id]));
  return {
    cameThrough,
    sent: sent.slice(0, mostShown),
    more: Math.max(0, sent.length - mostShown),
  };
}

/** Each followed by those whom they sent; who is in the bin and sent nobody is left out. */
function inTurn(
  below: ReadonlyMap<string | null, Sent[]>,
  sender: string,
  depth: number,
  seen: Set<string>,
): SentPerson[] {
  return (below.get(sender) ?? []).flatMap(({ id, name, binned }): SentPerson[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const after = inTurn(below, id, depth + 1, seen);
    if (binned === 1 && after.length === 0) return [];
    const sent = after.filter((one) => one.depth === depth + 1).length;
    return [{ id, name, binned: binned === 1, depth, sent }, ...after];
  });
}

/** Somebody and who sent them, in turn, the nearest first. Ends where it would begin anew. */
function senders(connection: Connection, from: string | null): Sent[] {
  const line = new Map<string, Sent>();
  for (let next = from; next !== null && !line.has(next); ) {
    const sender = first<Sent>(
      connection,
      `SELECT id, display_name AS name, sent_by, binned_at IS NOT NULL AS binned
       FROM customer WHERE id = ?`,
      [next],
    );
    if (!sender) break;
    line.set(sender.id, sender);
    next = sender.sent_by;
  }
  return [...line.values()];
}

/** Whether somebody came through another, directly or in turn. */
export function cameThrough(connection: Connection, who: string, sender: string): boolean {
  return senders(connection, who)
    .slice(1)
    .some((one) => one.id === sender);
}

/** Refuses a sender who is the person themselves, is not there, or came through the person. */
export function requireSender(
  { connection }: Pick<House, 'connection'>,
  id: string | null,
  sentBy: string | null,
): void {
  if (sentBy === null) return;
  if (sentBy === id) throw new Refusal('invalid', 'Nobody sends themselves.', 'sentBy');
  const sender = first<{ name: string }>(
    connection,
    'SELECT display_name AS name FROM customer WHERE id = ?',
    [sentBy],
  );
  if (!sender) {
    throw new Refusal('not-found', 'The person who sent them is not here any more.', 'sentBy');
  }
  if (id === null || !cameThrough(connection, sentBy, id)) return;
  const { display_name } = readRecord(connection, id);
  throw new Refusal(
    'conflict',
    `${sender.name} came to you through ${display_name}, and so cannot have sent ${display_name}.`,
    'sentBy',
  );
}
