import type { DuplicatePair } from '../../../../shared/contract/contract.ts';
import type { House } from '../../core.ts';
import { all, type Connection, first } from '../../database/connection.ts';
import { findPairs, type Pair } from './pairs.ts';
import { readProfiles } from './profiles.ts';

/** What was found, and the last change of the journal that it takes in. */
const found = new WeakMap<Connection, { change: number; pairs: Promise<Pair[]> }>();

/** Changes of these make people alike or unlike; the country says how numbers are compared. */
const telling = `(table_name IN ('customer', 'customer_contact', 'customer_date',
  'customer_relation', 'conversation_customer', 'not_the_same')
  OR (table_name = 'setting' AND row_id = 'country'))`;

/**
 * The people who may be there twice, the likeliest first, without those of whom a person said
 * that they are not the same, and those who took part in one conversation.
 */
export async function listDuplicates({ connection }: Pick<House, 'connection'>, limit: number) {
  const pairs = await pairsNow(connection);
  return {
    people: groups(pairs),
    total: pairs.length,
    pairs: pairs.slice(0, limit).flatMap((pair) => shown(connection, pair)),
  };
}

/** Compares everybody anew only when something that tells has changed since. */
function pairsNow(connection: Connection): Promise<Pair[]> {
  const before = found.get(connection);
  const { last } = first<{ last: number | null }>(
    connection,
    'SELECT max(id) AS last FROM journal_change',
  ) ?? { last: null };
  const change = last ?? 0;
  const isNew =
    !before ||
    first(connection, `SELECT 1 FROM journal_change WHERE id > ? AND ${telling} LIMIT 1`, [
      before.change,
    ]) !== undefined;
  const pairs = isNew ? compareEverybody(connection) : before.pairs;
  found.set(connection, { change, pairs });
  if (isNew) pairs.catch(() => found.delete(connection));
  return pairs;
}

async function compareEverybody(connection: Connection): Promise<Pair[]> {
  const apart = new Set(
    all<{ one_id: string; other_id: string }>(
      connection,
      'SELECT one_id, other_id FROM not_the_same',
    ).map((pair) => `${pair.one_id} ${pair.other_id}`),
  );
  const pairs = await findPairs(await readProfiles(connection));
  return pairs.filter(
    ({ one, other }) =>
      !apart.has([one.id, other.id].sort().join(' ')) && !spokeTogether(connection, one, other),
  );
}

/** Two who took part in one conversation are two. */
function spokeTogether(connection: Connection, one: Pair['one'], other: Pair['one']): boolean {
  const together = first(
    connection,
    `SELECT 1 FROM conversation_customer AS mine
     JOIN conversation_customer AS theirs ON theirs.conversation_id = mine.conversation_id
       AND theirs.customer_id = ?
     JOIN conversation ON conversation.id = mine.conversation_id AND binned_at IS NULL
     WHERE mine.customer_id = ? LIMIT 1`,
    [other.id, one.id],
  );
  return together !== undefined;
}

/** How many people stand behind the pairs: whoever is linked by some of them is one. */
function groups(pairs: readonly Pair[]): number {
  const leader = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    return at;
  };
  const people = new Set<string>();
  let joined = 0;
  for (const { one, other } of pairs) {
    people.add(one.id).add(other.id);
    const [a, b] = [leaderOf(one.id), leaderOf(other.id)];
    if (a === b) continue;
    leader.set(a, b);
    joined += 1;
  }
  return people.size - joined;
}

function shown(connection: Connection, { one, other, score, why }: Pair): DuplicatePair[] {
  const [a, b] = [person(connection, one.id), person(connection, other.id)];
  // Gone while the others were compared.
  if (!a || !b) return [];
  const otherFirst = b.said > a.said || (b.said === a.said && b.addedDay < a.addedDay);
  const rounded = Math.round(score * 100) / 100;
  return [{ one: otherFirst ? b : a, other: otherFirst ? a : b, score: rounded, why }];
}

function person(connection: Connection, id: string): DuplicatePair['one'] | undefined {
  return first<DuplicatePair['one']>(
    connection,
    `SELECT customer.id, display_name AS name, company, added_day AS addedDay,
       last_spoke_day AS lastSpokeDay,
       (SELECT count(*) FROM conversation_customer WHERE customer_id = customer.id)
       + (SELECT count(*) FROM note WHERE customer_id = customer.id)
       + (SELECT count(*) FROM follow_up WHERE customer_id = customer.id) AS said
     FROM customer LEFT JOIN customer_standing ON customer_standing.customer_id = customer.id
     WHERE customer.id = ? AND customer.binned_at IS NULL`,
    [id],
  );
}
