import type { ParsedFeed } from './parsed.ts';

/** The feed with the ratings that review feeds give their items (`im:rating`, 1 to 5). */
export function withRatings(feed: ParsedFeed, text: string): ParsedFeed {
  if (!/<im:rating[\s>]/i.test(text)) return feed;
  const parts = text.split(feed.format === 'atom' ? /<entry[\s>]/i : /<item[\s>]/i).slice(1);
  if (parts.length !== feed.items.length) return feed;
  const items = feed.items.map((item, index) => {
    const value = Number(/<im:rating[^>]*>\s*(\d(?:\.\d+)?)\s*</i.exec(parts[index] ?? '')?.[1]);
    return value > 0 ? { ...item, rating: { value, worst: 1, best: 5 } } : item;
  });
  return { ...feed, items };
}
