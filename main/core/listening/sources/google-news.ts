import { visitFeed } from './feed.ts';
import type { SourceKind } from './source-kind.ts';

const search = 'https://news.google.com/rss/search';

/** A search on Google News, by its RSS feed. */
export const googleNews: SourceKind = {
  kind: 'google-news',
  recognise(typed) {
    const text = typed.trim();
    const words = /^news:\s*(.+)$/i.exec(text)?.[1];
    if (words) return `${search}?${new URLSearchParams({ q: words })}`;
    if (!/^https:\/\/news\.google\.com\/(rss\/)?search\?/i.test(text)) return null;
    const { searchParams } = new URL(text);
    return searchParams.get('q') ? `${search}?${searchParams}` : null;
  },
  describe: (address) => `News that names “${new URL(address).searchParams.get('q')}”.`,
  visit: (visit) => visitFeed(visit, visit.address),
};
