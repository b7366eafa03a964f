import type { Acquaintance } from './already.ts';
import type { Found } from './found.ts';
import { uidKey } from './uid.ts';

/**
 * Somebody with whom their card names by UID, as far as those are there or in the same file; the
 * line that named them is not kept any more then. Nobody is linked with themselves.
 */
export function withLinks(found: Found, id: string, known: Acquaintance): Found {
  const { form, card } = found;
  if (card.links.length === 0) return found;
  const relations = form.relations.map((relation) => ({ ...relation }));
  const met = new Set<string>();
  for (const { uid, as, relation, at } of card.links) {
    const otherId = known.withUid(uid);
    if (otherId === undefined || otherId === id) continue;
    met.add(uidKey(uid));
    const named = at === null ? undefined : relations[at];
    if (as === 'sender') continue;
    if (named) named.otherId = otherId;
    else if (relations.length < 60) relations.push({ name: '', relation, otherId, note: '' });
  }
  const lines = card.lines.filter(
    ({ name, value }) =>
      !((name === 'RELATED' || name === 'X-PORCHLIGHT-SENT-BY') && met.has(uidKey(value))),
  );
  return { ...found, form: { ...form, relations }, card: { ...card, lines } };
}

/** Who sent somebody, by the UID on their card; undefined when that is nobody who is there. */
export function senderOf({ card }: Found, id: string, known: Acquaintance): string | undefined {
  const link = card.links.find(({ as }) => as === 'sender');
  const sender = link && known.withUid(link.uid);
  return sender === id ? undefined : sender;
}
