import { Refusal } from '../../../shared/refusal.ts';
import { hostOf, visitOf } from './gather.ts';
import { Unreadable } from './parsed.ts';
import type { GatherTools } from './record.ts';
import { feed } from './sources/feed.ts';
import { kinds } from './sources/kinds.ts';
import { discover, page } from './sources/page.ts';
import { nothingRemembered, type Visited } from './sources/source-kind.ts';

/** What a source would bring, before it is kept. */
export interface Preview {
  kind: string;
  address: string;
  name: string;
  home: string;
  describes: string;
  items: { title: string; excerpt: string; publishedAt: number | null }[];
}

type Fresh = Extract<Visited, { outcome: 'fresh' }>;

/** Feeds of one page that are shown to choose from. */
const mostFeeds = 5;
const itemsShown = 10;

/**
 * Looks at what a person typed: the sources there, with their newest items. Refuses in words when
 * there is nothing to listen to, or the address cannot be reached.
 */
export async function previewSources(
  tools: Pick<GatherTools, 'fetcher' | 'reader' | 'now'>,
  typed: string,
  signal: AbortSignal,
): Promise<Preview[]> {
  try {
    return await look(tools, typed, signal);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    throw new Refusal('unreadable', problem.message, 'address');
  }
}

async function look(
  tools: Pick<GatherTools, 'fetcher' | 'reader' | 'now'>,
  typed: string,
  signal: AbortSignal,
): Promise<Preview[]> {
  for (const kind of kinds) {
    const address = kind.recognise(typed);
    if (!address || kind === page || (kind === feed && /^https?:/.test(address))) continue;
    const visited = await kind.visit(visitOf(tools, address, nothingRemembered, signal));
    // What looked like a profile of a network may be a page like any other.
    const isWebAddress = page.recognise(typed) !== null && /^https?:/i.test(typed.trim());
    if (visited.outcome !== 'fresh' && isWebAddress && !isOffline(visited)) continue;
    return [toPreview(kind.kind, address, kind.describe(address), requireFresh(visited))];
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
    return toPreview('feed', feedAddress, feed.describe(feedAddress), fresh);
  });
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
