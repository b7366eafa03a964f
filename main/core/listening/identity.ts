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
 * commonest guid stands on at least two items with different links, and on half of all.
 */
export function sharesOneGuid(items: readonly Heard[]): boolean {
  const linksByGuid = new Map<string, Set<string>>();
  for (const item of items) {
    if (!item.guid) continue;
    const links = linksByGuid.get(item.guid) ?? new Set();
    links.add(item.canonicalLink ?? item.title);
    linksByGuid.set(item.guid, links);
  }
  const most = Math.max(0, ...[...linksByGuid.values()].map((links) => links.size));
  return most >= 2 && most * 2 >= items.length;
}

/** What tells items apart. */
export type Telling = Pick<
  Heard,
  'guid' | 'canonicalLink' | 'author' | 'publishedAt' | 'title' | 'text'
>;

/**
 * Gives every item of a document its identity: the guid, unless guids are shared; else the
 * canonical link; else a hash of author, day and text. `by` is what a person has said of an odd
 * source instead. Items that come twice are kept once.
 */
export function identify(
  items: readonly Heard[],
  sharedGuid: boolean,
  by: SourceIdentity = 'by-itself',
): Identified[] {
  const identified = new Map<string, Identified>();
  const guidsTwice = repeated(items);
  for (const item of items) {
    const isShared = sharedGuid || guidsTwice.has(item.guid ?? '');
    const identity = identityBy(item, by, isShared);
    if (!identified.has(identity)) identified.set(identity, { item, identity });
  }
  return [...identified.values()];
}

/** Guids that stand on items with different links. */
function repeated(items: readonly Heard[]): Set<string> {
  const links = new Map<string, string>();
  const twice = new Set<string>();
  for (const item of items) {
    if (!item.guid) continue;
    const link = item.canonicalLink ?? '';
    const known = links.get(item.guid);
    if (known !== undefined && known !== link) twice.add(item.guid);
    links.set(item.guid, link);
  }
  return twice;
}

/** The identity of one item, by what its source is told apart by. */
export function identityBy(item: Telling, by: SourceIdentity, sharedGuid: boolean): string {
  if (by === 'guid') return identityOf(item, item.guid);
  if (by === 'link') return identityOf(item, null);
  if (by === 'words') return `words:${digest([item.title, item.text.replace(/\s+/g, ' ')])}`;
  return identityOf(item, sharedGuid ? null : item.guid);
}

function identityOf(item: Telling, guid: string | null): string {
  if (guid) return `guid:${guid}`;
  if (item.canonicalLink) return `link:${item.canonicalLink}`;
  const day = item.publishedAt === null ? '' : Math.floor(item.publishedAt / 86_400_000);
  return `hash:${digest([item.author ?? '', String(day), item.title || item.text])}`;
}

/** What tells whether an item was edited: the words a person reads, and the rating. */
export function contentHash(item: Heard): string {
  const rating = item.rating ? String(item.rating.value) : '';
  return digest([item.title, item.text.replace(/\s+/g, ' '), rating]);
}

function digest(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
