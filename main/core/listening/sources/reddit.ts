import { visitFeed } from './feed.ts';
import type { Rest, SourceKind } from './source-kind.ts';

const site = 'https://www.reddit.com';
/** Reddit answers a machine about once a minute, and refuses what comes sooner. */
const betweenTwo: Rest = { milliseconds: 61_000, asked: false };

/** A subreddit, somebody's posts, a thread with its comments, or a search, by its Atom feed. */
export const reddit: SourceKind = {
  kind: 'reddit',
  recognise(typed) {
    const text = typed.trim();
    const words = /^reddit:\s*(.+)$/i.exec(text)?.[1];
    if (words) return `${site}/search?q=${encodeURIComponent(words)}&sort=new`;
    const short = /^\/?(r\/\w{2,21}|u(?:ser)?\/[\w-]{3,20})\/?$/i.exec(text)?.[1];
    if (short) return `${site}/${short.replace(/^u\//i, 'user/')}`;
    if (!URL.canParse(text) || !/(^|\.)reddit\.com$/.test(new URL(text).hostname)) return null;
    const { pathname, searchParams } = new URL(text);
    const path = pathname
      .replace(/\/?\.rss$/, '')
      .replace(/\/$/, '')
      .replace(/^\/u\//, '/user/');
    if (/^(\/r\/\w+)?\/search$/.test(path)) return searchAddress(path, searchParams);
    return /^\/(r\/\w+|user\/[\w-]+|comments\/\w+)/.test(path) ? site + path : null;
  },
  describe(address) {
    const { pathname, searchParams } = new URL(address);
    const words = searchParams.get('q');
    if (words) return `Posts on Reddit with “${words}”.`;
    if (/\/comments\//.test(pathname)) return 'Comments in this thread on Reddit.';
    return `Posts in ${pathname.slice(1)} on Reddit.`;
  },
  async visit(visit) {
    const { pathname, search } = new URL(visit.address);
    const path = pathname.endsWith('/search') ? `${pathname}.rss` : `${pathname}/.rss`;
    return { ...(await visitFeed(visit, site + path + search)), rest: betweenTwo };
  },
};

/** A search with what narrows it, the newest first; null without words. */
function searchAddress(path: string, given: URLSearchParams): string | null {
  const words = given.get('q');
  if (!words) return null;
  const narrowed = path !== '/search' && given.get('restrict_sr') ? '&restrict_sr=on' : '';
  return `${site}${path}?q=${encodeURIComponent(words)}${narrowed}&sort=new`;
}
