import type Parser from 'rss-parser';
import { readDate } from './dates.ts';
import { resolveLink } from './links.ts';
import type { Reading } from './parse-feedsmith.ts';
import type { ParsedFeed, ParsedItem } from './parsed.ts';

/**
 * With more escaped `<` than `>` by this many, rss-parser's snippet expression would be busy for
 * minutes (it is quadratic); the time limit would stop it, but such a text is not worth the wait.
 */
const mostUnclosed = 2000;

interface OtherItem {
  'rdf:about'?: string;
  id?: string;
  author?: unknown;
  'dc:date'?: string;
}

/** The second opinion: reads a rebuilt feed with rss-parser, taking a versionless `<rss>` as RSS 2. */
export async function parseWithRssParser(text: string, reading: Reading): Promise<ParsedFeed> {
  if (count(text, '&lt;') - count(text, '&gt;') > mostUnclosed) {
    throw new Error('Too many open brackets.');
  }
  // Loaded on first need: most feeds never need it.
  const { default: RssParser } = await import('rss-parser');
  const parser: Parser<object, OtherItem> = new RssParser({ defaultRSS: 2 });
  const feed = await parser.parseString(text);
  return {
    format: /<(?:\w+:)?feed[\s>]/i.test(text.slice(0, 4096)) ? 'atom' : 'rss',
    title: asText(feed.title),
    home: asText(feed.link),
    description: asText(feed.description),
    language: null,
    ttlMinutes: null,
    hub: null,
    items: feed.items.map((item) => toItem(item, reading)),
  };
}

function toItem(item: OtherItem & Parser.Item, reading: Reading): ParsedItem {
  const guid = asText(item.guid) ?? asText(item.id) ?? asText(item['rdf:about']);
  const guidIsLink = /^https?:\/\/\S+$/.test(guid ?? '');
  const link = asText(item.link) ?? (guidIsLink ? guid : null);
  return {
    guid,
    guidIsLink,
    link: link ? resolveLink(link, reading.address) : null,
    title: asText(item.title),
    html:
      asText((item as Record<string, unknown>)['content:encoded']) ??
      asText(item.content) ??
      asText(item.summary),
    base: reading.address,
    author: asText(item.creator) ?? asText(item.author),
    authorAddress: null,
    publishedAt: readDate(asText(item.pubDate) ?? asText(item['dc:date']), reading.now),
    updatedAt: null,
    rating: null,
    commentsFeed: null,
    inReplyTo: null,
    language: null,
  };
}

/** rss-parser hands out whatever xml2js made of an element; only text is of use. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return asText(value[0]);
  if (value && typeof value === 'object' && '_' in value) return asText(value._);
  return null;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
