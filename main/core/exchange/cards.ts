import { all, type Connection } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import type { ListContext } from '../people/write-lists.ts';
import type { FoundCard } from './found.ts';
import { ownUid, uidKey } from './uid.ts';
import { type KeptLine, readKeptLines } from './vcard-kept.ts';

/** A card by which somebody is known elsewhere. */
interface StoredCard {
  id: string;
  uid: string;
  lines: KeptLine[];
  position: number;
}

/** Somebody's cards, in the order in which they came. */
export function readCardsOf(connection: Connection, customerId: string): StoredCard[] {
  return all<Omit<StoredCard, 'lines'> & { lines: string }>(
    connection,
    'SELECT id, uid, lines, position FROM customer_card WHERE customer_id = ? ORDER BY position, id',
    [customerId],
  ).map((card) => ({ ...card, lines: readKeptLines(card.lines) }));
}

/** Writes the cards of somebody new: the lines lie with the first. */
export function addCards(
  write: Write,
  { clock }: Pick<ListContext, 'clock'>,
  customerId: string,
  { uids, lines }: Pick<FoundCard, 'uids' | 'lines'>,
  from = 0,
): void {
  if (uids.length === 0 && lines.length === 0) return;
  for (const [index, uid] of (uids.length > 0 ? uids : ['']).entries()) {
    write.insert('customer_card', {
      id: newId(clock),
      customer_id: customerId,
      uid,
      lines: JSON.stringify(index === 0 ? lines : []),
      position: from + index,
    });
  }
}

/**
 * Writes what a card brings to somebody who is there; answers whether there was anything. A card
 * that is theirs already has its lines as they are now; any other's are added.
 */
export function completeCards(
  write: Write,
  context: ListContext,
  customerId: string,
  { uids, lines, whole }: FoundCard,
): boolean {
  const stored = readCardsOf(context.connection, customerId);
  const isTheirs = (uid: string) =>
    uidKey(uid) === uidKey(ownUid(customerId)) ||
    stored.some((card) => uidKey(card.uid) === uidKey(uid));
  const same = stored.find((card) => uids[0] && uidKey(card.uid) === uidKey(uids[0]));
  const fresh = uids.filter((uid) => !isTheirs(uid));
  const known = new Set(stored.flatMap((card) => card.lines.map((line) => JSON.stringify(line))));
  const further = lines.filter((line) => !known.has(JSON.stringify(line)));
  let changed = false;
  if (same && whole) {
    changed = write.update('customer_card', same.id, { lines: JSON.stringify(lines) });
  } else if (further.length > 0 && fresh.length === 0) {
    const first = same ?? stored[0];
    if (!first) addCards(write, context, customerId, { uids: [], lines: further });
    else {
      const all = JSON.stringify([...first.lines, ...further]);
      write.update('customer_card', first.id, { lines: all });
    }
    changed = true;
  }
  if (fresh.length === 0) return changed;
  const last = stored.at(-1)?.position ?? -1;
  addCards(write, context, customerId, { uids: fresh, lines: same ? [] : further }, last + 1);
  return true;
}
