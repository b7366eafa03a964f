import { visitFeed } from './feed.ts';
import type { SourceKind } from './source-kind.ts';

const site = 'https://www.reddit.com';

/** A subreddit, a thread or a search on Reddit, by its Atom feeds. */
export const reddit: SourceKind = {
  kind: 'reddit',
  recognise(typed) {
    const text = typed.trim();
    const words = /^reddit:\s*(.+)$/i.exec(text)?.[1];
    if (words) return `${site}/search?q=${encodeURIComponent(words)}&sort=new`;
    const short = /^\/?(r\/\w{2,21})\/?$/i.exec(text)?.[1];
    if (short) return `${site}/${short}`;
    if (!URL.canParse(text) || !/(^|\.)reddit\.com$/.test(new URL(text).hostname)) return null;
    const { pathname, search } = new URL(text);
    const path = pathname.replace(/\/?\.rss$/, '').replace(/\/$/, '');
    return /^\/(r\/\w+|user\/[\w-]+|search)/.test(path) ? site + path + search : null;
  },
  describe(address) {
    const { pathname, searchParams } = new URL(address);
    const words = searchParams.get('q');
    return words ? `Posts on Reddit with “${words}”.` : `Posts in ${pathname.slice(1)} on Reddit.`;
  },
  visit(visit) {
    const { pathname, search } = new URL(visit.address);
    const path = pathname === '/search' ? '/search.rss' : `${pathname}/.rss`;
    return visitFeed(visit, site + path + search);
  },
};
