import { createHash } from 'node:crypto';
import type { SourceIdentity } from '../../../shared/contract/contract.ts';
import type { Heard } from './sources/source-kind.ts';

/** An item with what makes it the same item the next time. */
export interface Identified {
  item: Heard;
  identity: string;
}

/**
 * Whether a source gives many of its items one and the same guid, so that guids tell nothing: the
 * commonest guid stands on at least two different items, and on half of all.
 */
export function sharesOneGuid(items: readonly Heard[]): boolean {
  const byGuid = new Map<string, Set<string>>();
  for (const item of items) {
    if (!item.guid) continue;
    const told = byGuid.get(item.guid) ?? new Set();
    byGuid.set(item.guid, told.add(tellingIn(item)));
  }
  const most = Math.max(0, ...[...byGuid.values()].map((told) => told.size));
  return most >= 2 && most * 2 >= items.length;
}

/** What tells items apart. */
export type Telling = Pick<
  Heard,
  'guid' | 'canonicalLink' | 'author' | 'publishedAt' | 'title' | 'text'
>;

/**
 * Gives every item of a document its identity: the guid, unless guids are shared; else the
 * canonical link, unless that is; else a hash of author, day and text. `by` is what a person has
 * said of an odd source instead. Items that come twice are kept once.
 */
export function identify(
  items: readonly Heard[],
  sharedGuid: boolean,
  by: SourceIdentity = 'by-itself',
): Identified[] {
  const identified = new Map<string, Identified>();
  const guidsTwice = twice(items, (item) => item.guid);
  const linksTwice = twice(items, (item) => item.canonicalLink);
  for (const item of items) {
    const isShared = sharedGuid || guidsTwice.has(item.guid ?? '');
    const isSharedLink = linksTwice.has(item.canonicalLink ?? '');
    const identity = identityBy(item, by, isShared, isSharedLink);
    if (!identified.has(identity)) identified.set(identity, { item, identity });
  }
  return [...identified.values()];
}

/** The guids or links that stand on items which are not the same. */
function twice(items: readonly Heard[], keyOf: (item: Heard) => string | null): Set<string> {
  const told = new Map<string, string>();
  const shared = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (!key) continue;
    const telling = tellingIn(item);
    if ((told.get(key) ?? telling) !== telling) shared.add(key);
    told.set(key, telling);
  }
  return shared;
}

/**
 * What makes an item another within one document: its link, its title, and its moment. Another
 * text at the same place and moment is a version of the same item.
 */
function tellingIn({ canonicalLink, publishedAt, title, text }: Telling): string {
  return JSON.stringify([canonicalLink, title || text, publishedAt ?? text]);
}

/** The identity of one item, by what its source is told apart by. */
export function identityBy(
  item: Telling,
  by: SourceIdentity,
  sharedGuid: boolean,
  sharedLink = false,
): string {
  if (by === 'guid') return identityOf(item, item.guid, item.canonicalLink);
  if (by === 'link') return identityOf(item, null, item.canonicalLink);
  if (by === 'words') return `words:${digest([item.title, item.text.replace(/\s+/g, ' ')])}`;
  return identityOf(item, sharedGuid ? null : item.guid, sharedLink ? null : item.canonicalLink);
}

function identityOf(item: Telling, guid: string | null, link: string | null): string {
  if (guid) return `guid:${guid}`;
  if (link) return `link:${link}`;
  const day = item.publishedAt === null ? '' : Math.floor(item.publishedAt / 86_400_000);
  return `hash:${digest([item.author ?? '', String(day), item.title || item.text])}`;
}

/** What is known of an item that was stored under an identity. */
export type KnownItem = Pick<Telling, 'canonicalLink' | 'publishedAt' | 'title'>;

/**
 * The identity under which an item is really known, for sources that tell their items apart by
 * themselves. A source that shows one item at a time may give each the same guid, or the same
 * link; then another title and another date say that it is no edit of what is stored.
 */
export function reallyKnownAs(
  { item, identity }: Identified,
  storedUnder: (identity: string) => KnownItem | undefined,
): string {
  const stored = storedUnder(identity);
  if (!stored || !isAnother(stored, item)) return identity;
  if (!identity.startsWith('guid:')) return identityBy(item, 'by-itself', true, true);
  if (stored.canonicalLink === item.canonicalLink) return identity;
  return reallyKnownAs({ item, identity: identityBy(item, 'by-itself', true) }, storedUnder);
}

function isAnother(stored: KnownItem, item: Telling): boolean {
  return (
    stored.title !== item.title &&
    stored.publishedAt !== null &&
    item.publishedAt !== null &&
    stored.publishedAt !== item.publishedAt
  );
}

/** What tells whether an item was edited: the words a person reads, and the rating. */
export function contentHash(item: Heard): string {
  const rating = item.rating ? String(item.rating.value) : '';
  return digest([item.title, item.text.replace(/\s+/g, ' '), rating]);
}

function digest(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
