import { Parser } from 'htmlparser2';
import { resolveLink } from './links.ts';

/** Paths at which feeds commonly lie, tried in this order when a page names none. */
const commonPaths = ['atom.xml', 'feed.xml', 'feed/', 'index.xml', 'rss.xml', 'rss/'];

const feedTypes =
  /^(application\/(rss\+xml|atom\+xml|rdf\+xml|feed\+json)|text\/(rss|rss\+xml|atom))\b/i;

/** Whether a text looks like a feed from its beginning. */
export function looksLikeFeed(text: string): boolean {
  const head = text.slice(0, 4096);
  if (/^\s*\{/.test(head)) return /jsonfeed\.org\/version/.test(head);
  return /<(?:[\w-]+:)?(rss|feed|rdf)[\s>]/i.test(head) && !/<html[\s>]/i.test(head);
}

/**
 * The feed of an address whose shape says where it is, without asking the page: YouTube channels
 * and playlists, Medium, Substack, Tumblr, GitHub repositories. Null for every other address.
 */
export function feedByShape(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  if (/(^|\.)youtube\.com$/.test(hostname)) {
    const channel = /^\/channel\/(UC[\w-]{22})/.exec(pathname)?.[1];
    if (channel) return `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`;
    const list = searchParams.get('list');
    if (list)
      return `https://www.youtube.com/feeds/videos.xml?playlist_id=${encodeURIComponent(list)}`;
    return null;
  }
  // Pages of these answer robots with a wall or a question; their feeds do not.
  if (hostname === 'medium.com') {
    const writer = /^\/(@[\w.-]+|[\w-]+)\/?$/.exec(pathname)?.[1];
    return writer ? `https://medium.com/feed/${writer}` : null;
  }
  if (/^[\w-]+\.substack\.com$/.test(hostname)) return `https://${hostname}/feed`;
  if (/^[\w-]+\.tumblr\.com$/.test(hostname)) return `https://${hostname}/rss`;
  if (hostname !== 'github.com') return null;
  const repository = /^\/([\w.-]+)\/([\w.-]+)(?:\/(releases|tags|commits))?\/?$/.exec(pathname);
  if (!repository) return null;
  return `https://github.com/${repository[1]}/${repository[2]}/${repository[3] ?? 'releases'}.atom`;
}

/**
 * The feeds that a page names in its `<link rel="alternate">` (and a YouTube page in its channel
 * identity), absolute and in their order; WordPress's own interface is no feed and is left out.
 */
export function feedsNamedIn(html: string, address: string): string[] {
  const found: string[] = [];
  let base = address;
  const reader = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && attributes.href) base = resolveLink(attributes.href, address);
      if (name === 'link' && attributes.href && isFeedLink(attributes)) found.push(attributes.href);
      if (
        name === 'meta' &&
        attributes.itemprop === 'channelId' &&
        /^UC[\w-]{22}$/.test(attributes.content ?? '')
      ) {
        found.push(`https://www.youtube.com/feeds/videos.xml?channel_id=${attributes.content}`);
      }
    },
  });
  reader.end(html.slice(0, 2_000_000));
  const absolute = found
    .map((link) => resolveLink(link, base))
    .filter((link) => /^https?:/i.test(link));
  return [...new Set(absolute)].filter((link) => !/\/wp-json\//.test(link));
}

function isFeedLink({ rel = '', type = '' }: Record<string, string>): boolean {
  return /(^|\s)(alternate|feed)(\s|$)/i.test(rel) && feedTypes.test(type.trim());
}

/** Where to try for a feed of a page that names none: below the page's folder, then at the root. */
export function commonFeedAddresses(address: string): string[] {
  const page = new URL(address);
  const folder = new URL('.', page.href.endsWith('/') ? page : `${page.origin}${page.pathname}/`);
  const bases = folder.pathname === '/' ? [folder] : [folder, new URL('/', page)];
  return bases.flatMap((base) => commonPaths.map((path) => new URL(path, base).href));
}
