import { namesFeed, prepare } from './mend.ts';
import { parseWithFeedsmith, type Reading } from './parse-feedsmith.ts';
import { parseReviews } from './parse-reviews.ts';
import { parseWithRssParser } from './parse-rss-parser.ts';
import { type ParsedFeed, Unreadable } from './parsed.ts';
import { withRatings } from './ratings.ts';
import { rebuild } from './rebuild.ts';

/**
 * Reads a feed of any kind from decoded text. feedsmith reads first; where it refuses or finds
 * fewer items than the text names, it reads the rebuilt document; rss-parser gives the second
 * opinion on what is still empty. A web page is read for the reviews it states as data. Throws
 * `Unreadable` when nobody finds a feed in it.
 */
export async function parse(text: string, reading: Reading): Promise<ParsedFeed> {
  if (text.trim() === '') throw new Unreadable('empty');
  const body = prepare(text);
  const reviews = namesPage(text) ? parseReviews(text, reading) : null;
  if (reviews) return reviews;
  if (!namesFeed(body)) throw new Unreadable(reasonOf(text));
  const first = attempt(() => parseWithFeedsmith(body, reading));
  if (first && first.items.length >= itemsNamed(body, first)) return withRatings(first, body);

  const rebuilt = rebuild(body);
  const mended = attempt(() => parseWithFeedsmith(rebuilt, reading));
  const better = fuller(first, mended);
  if (better && better.items.length > 0) return withRatings(better, body);

  const second = await parseWithRssParser(rebuilt, reading).catch(() => null);
  const best = fuller(better, second);
  if (best) return best;
  throw new Unreadable(reasonOf(text));
}

function namesPage(text: string): boolean {
  return /application\/ld\+json/i.test(text) && /<html[\s>]/i.test(text.slice(0, 4096));
}

function attempt(read: () => ParsedFeed): ParsedFeed | null {
  try {
    return read();
  } catch {
    // A parser's refusal is the question for the next one, not an error.
    return null;
  }
}

/** How many items the text seems to hold; more than there are when a body quotes a feed. */
function itemsNamed(text: string, feed: ParsedFeed): number {
  if (feed.format === 'json') return 0;
  const tag = feed.format === 'atom' ? /<(?:\w+:)?entry[\s>]/gi : /<(?:\w+:)?item[\s>]/gi;
  return text.match(tag)?.length ?? 0;
}

function fuller(one: ParsedFeed | null, other: ParsedFeed | null): ParsedFeed | null {
  if (!one || !other) return one ?? other;
  return other.items.length > one.items.length ? other : one;
}

function reasonOf(text: string): 'a-web-page' | 'broken' | 'not-a-feed' {
  const head = text.slice(0, 4096);
  if (/<(rss|feed|rdf:RDF|channel)[\s>]/i.test(head)) return 'broken';
  if (/^\s*\{/.test(head) && /jsonfeed\.org\/version/.test(head)) return 'broken';
  return /<(!doctype html|html|head|body)[\s>]/i.test(head) ? 'a-web-page' : 'not-a-feed';
}
