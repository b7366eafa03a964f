import type { CleanItem } from '../clean.ts';
import type { FetchAnswer } from '../fetch-types.ts';
import type { CleanFeed } from '../parser-thread.ts';
import { plainTitle } from '../plain-title.ts';
import { redditWords } from './reddit-words.ts';
import type { Heard, SourceKind, Visit, Visited } from './source-kind.ts';

/** RSS, Atom, RDF and JSON Feed. */
export const feed: SourceKind = {
  kind: 'feed',
  recognise(typed) {
    const address = typed
      .trim()
      .replace(/^feed:(\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'https://');
    if (address.startsWith('sample:')) return address;
    return URL.canParse(address) && /^https?:/i.test(address) ? new URL(address).href : null;
  },
  describe: (address) => `New posts from the feed of ${hostOf(address)}.`,
  visit: (visit) => visitFeed(visit, visit.remembered.fetchAddress ?? visit.address),
};

/** Asks for a feed at an address and reads it. */
export async function visitFeed(visit: Visit, address: string): Promise<Visited> {
  const answer = await visit.fetch({
    address,
    etag: visit.remembered.etag,
    lastModified: visit.remembered.lastModified,
    bodyHash: visit.remembered.bodyHash,
  });
  return readFeed(visit, answer, address);
}

/** What an answer holds; throws `Unreadable` when that is no feed. */
export async function readFeed(
  visit: Visit,
  answer: FetchAnswer,
  address: string,
): Promise<Visited> {
  if (answer.outcome === 'failed') return answer;
  const { status, freshFor, movedTo } = answer;
  const remember = {
    fetchAddress: movedTo ?? (address === visit.address ? null : address),
    etag: answer.etag ?? (answer.outcome === 'unchanged' ? visit.remembered.etag : null),
    lastModified:
      answer.lastModified ??
      (answer.outcome === 'unchanged' ? visit.remembered.lastModified : null),
    bodyHash: answer.bodyHash,
    cursor: null,
  };
  if (answer.outcome === 'unchanged') {
    return { outcome: 'unchanged', remember, freshFor, status, movedTo };
  }
  const read = await visit.read({
    bytes: answer.bytes,
    contentType: answer.contentType,
    address: answer.address,
  });
  return {
    outcome: 'fresh',
    heard: read.items.map((item) => withHandle(item, read)),
    title: plainTitle(read.title),
    home: read.home ?? '',
    remember,
    ttlMinutes: read.ttlMinutes,
    freshFor,
    status,
    movedTo,
  };
}

/**
 * Who speaks: Reddit writes its authors as `/u/name`; the feed of a Mastodon account names nobody,
 * but its page does; elsewhere the author's own page says it.
 */
function withHandle(item: CleanItem, feed: CleanFeed): Heard {
  const reddit = /^\/u\/([\w-]+)$/.exec(item.author ?? '')?.[1];
  if (reddit) return redditWords({ ...item, network: 'reddit', handle: reddit });
  const account = /^https:\/\/([^/]+)\/@([\w.-]+)$/.exec(feed.home ?? '');
  if (item.author || !account || feed.format !== 'rss') return { ...item, network: '', handle: '' };
  return {
    ...item,
    author: plainTitle(feed.title) || null,
    authorAddress: feed.home,
    network: 'mastodon',
    handle: `${account[2]}@${account[1]}`,
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') || address : address;
}
