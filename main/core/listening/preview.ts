import { Refusal } from '../../../shared/refusal.ts';
import { notNowFor } from '../../../shared/wording/not-now.ts';
import type { KeyService } from '../../../shared/wording/source-keys.ts';
import { hostOf, visitOf } from './gather.ts';
import { Unreadable } from './parsed.ts';
import type { GatherTools } from './record.ts';
import { feed } from './sources/feed.ts';
import { kindNamed, kinds } from './sources/kinds.ts';
import { discover, page } from './sources/page.ts';
import { nothingRemembered, type SourceKind, type Visited } from './sources/source-kind.ts';

/** What a source would bring, before it is kept. */
export interface Preview {
  kind: string;
  address: string;
  name: string;
  home: string;
  describes: string;
  items: { title: string; excerpt: string; publishedAt: number | null }[];
  /** Set when nothing can be seen of it without a key; the sentence says what is wrong with it. */
  needsKey?: { service: KeyService; sentence: string };
}

type Tools = Pick<GatherTools, 'fetcher' | 'reader' | 'key' | 'now'>;

type Fresh = Extract<Visited, { outcome: 'fresh' }>;

/** Feeds of one page that are shown to choose from. */
const mostFeeds = 5;
const itemsShown = 10;

/**
 * Looks at what a person typed: the sources there, with their newest items. Refuses in words when
 * there is nothing to listen to, or the address cannot be reached.
 */
export async function previewSources(
  tools: Tools,
  typed: string,
  signal: AbortSignal,
  kindName?: string,
): Promise<Preview[]> {
  const closed = notNowFor(typed);
  if (closed) throw new Refusal('forbidden', `${closed.why} ${closed.way}`, 'address');
  try {
    const named = kindName === undefined ? undefined : kindNamed(kindName);
    return named ? await lookAs(tools, named, typed, signal) : await look(tools, typed, signal);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    throw new Refusal('unreadable', problem.message, 'address');
  }
}

/** Looks at what was typed as one kind, and as nothing else. */
async function lookAs(
  tools: Tools,
  kind: SourceKind,
  typed: string,
  signal: AbortSignal,
): Promise<Preview[]> {
  const address = kind.recognise(typed);
  if (!address) throw new Refusal('invalid', 'That is not an address of this kind.', 'address');
  const visited = await kind.visit(visitOf(tools, address, nothingRemembered, signal));
  return [closedPreview(kind, address, visited) ?? openPreview(kind, address, visited)];
}

async function look(tools: Tools, typed: string, signal: AbortSignal): Promise<Preview[]> {
  for (const kind of kinds) {
    const address = kind.recognise(typed);
    if (!address || kind === page || (kind === feed && /^https?:/.test(address))) continue;
    const visited = await kind.visit(visitOf(tools, address, nothingRemembered, signal));
    const closed = closedPreview(kind, address, visited);
    if (closed) return [closed];
    // What looked like a profile of a network may be a page like any other.
    const isWebAddress = page.recognise(typed) !== null && /^https?:/i.test(typed.trim());
    if (visited.outcome !== 'fresh' && isWebAddress && !isOffline(visited)) continue;
    return [openPreview(kind, address, visited)];
  }
  const address = page.recognise(typed) ?? feed.recognise(typed);
  if (!address) {
    throw new Refusal('invalid', 'That does not look like an address. Try example.com.', 'address');
  }
  const visit = visitOf(tools, address, nothingRemembered, signal);
  const found = await discover(visit, mostFeeds);
  if (found.length === 0) {
    throw new Refusal(
      'unreadable',
      'This page has no feed that Porchlight could listen to.',
      'address',
    );
  }
  return found.map((visited) => {
    const fresh = requireFresh(visited);
    const feedAddress = fresh.remember.fetchAddress ?? address;
    const { kind, kept } = bestKind(feedAddress);
    return toPreview(kind.kind, kept, kind.describe(kept), fresh);
  });
}

/** The kind that knows most about a feed's address: a forum's is more than any feed. */
function bestKind(feedAddress: string): { kind: SourceKind; kept: string } {
  for (const kind of kinds) {
    const kept = kind === feed || kind === page ? null : kind.recognise(feedAddress);
    if (kept) return { kind, kept };
  }
  return { kind: feed, kept: feedAddress };
}

/** What is shown of a source that only a key opens, while the key is missing or refused. */
function closedPreview(
  { kind, describe }: SourceKind,
  address: string,
  visited: Visited,
): Preview | null {
  if (visited.outcome !== 'unreadable' || !visited.needsKey) return null;
  const describes = describe(address);
  return {
    kind,
    address,
    name: describes.replace(/\.$/, ''),
    home: address,
    describes,
    items: [],
    needsKey: { service: visited.needsKey, sentence: visited.sentence },
  };
}

function openPreview({ kind, describe }: SourceKind, address: string, visited: Visited): Preview {
  return toPreview(kind, address, describe(address), requireFresh(visited));
}

function isOffline(visited: Visited): boolean {
  return visited.outcome === 'failed' && visited.kind === 'offline';
}

function requireFresh(visited: Visited): Fresh {
  if (visited.outcome === 'fresh') return visited;
  if (visited.outcome === 'failed') {
    const code = visited.kind === 'offline' ? 'offline' : 'unreachable';
    throw new Refusal(code, visited.sentence, 'address');
  }
  const sentence =
    visited.outcome === 'unreadable' ? visited.sentence : 'There is nothing new here.';
  throw new Refusal('unreadable', sentence, 'address');
}

function toPreview(kind: string, address: string, describes: string, fresh: Fresh): Preview {
  const newest = [...fresh.heard].sort(
    (one, other) => (other.publishedAt ?? 0) - (one.publishedAt ?? 0),
  );
  return {
    kind,
    address,
    name: fresh.title || hostOf(fresh.home || address) || address,
    home: fresh.home,
    describes,
    items: newest.slice(0, itemsShown).map((item) => ({
      title: item.title,
      excerpt: item.text.slice(0, 200),
      publishedAt: item.publishedAt,
    })),
  };
}
