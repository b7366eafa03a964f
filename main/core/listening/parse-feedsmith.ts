import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { readDate } from './dates.ts';
import { escapeText } from './entities.ts';
import {
  bestLink,
  contentHtml,
  firstEnclosure,
  hubOf,
  isAddress,
  longest,
  mediaHtml,
  nameAndMail,
  plainHtml,
  relatedLink,
  repliesFeed,
  textHtml,
  ttl,
} from './feed-fields.ts';
import { resolveBase, resolveLink } from './links.ts';
import type { ParsedFeed, ParsedItem } from './parsed.ts';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

/** What the reading of a feed needs to know beside its text. */
export interface Reading {
  /** The feed's own address, for relative links; null when it is not known. */
  address: string | null;
  /** The present, in milliseconds. */
  now: number;
}

/** Reads RSS, RDF, Atom or JSON Feed with feedsmith; throws what feedsmith throws. */
export function parseWithFeedsmith(text: string, reading: Reading): ParsedFeed {
  const { format, feed } = parseFeed(text);
  if (format === 'rss') return fromRss(feed, { ...reading, address: channelBase(text, reading) });
  if (format === 'rdf') return fromRdf(feed, reading);
  if (format === 'atom') return fromAtom(feed, reading);
  return fromJson(feed, reading);
}

/** What links are relative to by the channel's own word, which feedsmith does not hand out. */
function channelBase(text: string, { address }: Reading): string | null {
  const found = /<channel\s[^<>]*xml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(text);
  return resolveBase(found?.[1] ?? found?.[2], address);
}

function fromRss(feed: RssFeed.Feed<string>, reading: Reading): ParsedFeed {
  const base = resolveBase(feed.xml?.base, reading.address);
  const home = feed.link ?? bestLink(feed.atom?.links) ?? null;
  return {
    format: 'rss',
    title:
      feed.title ??
      feed.dc?.titles?.[0] ??
      textHtml(feed.atom?.title) ??
      feed.itunes?.title ??
      null,
    home: home ? resolveLink(home, base) : null,
    description:
      feed.description ??
      feed.dc?.descriptions?.[0] ??
      feed.itunes?.summary ??
      feed.itunes?.subtitle ??
      null,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    ttlMinutes: ttl(feed.ttl, feed.sy),
    hub: hubOf(feed.atom?.links),
    items: (feed.items ?? []).map((item) => rssItem(item, base, reading.now)),
  };
}

function fromRdf(feed: RdfFeed.Feed<string>, reading: Reading): ParsedFeed {
  const base = resolveBase(feed.xml?.base, reading.address);
  return {
    format: 'rdf',
    title: feed.title ?? feed.dc?.titles?.[0] ?? null,
    home: feed.link ? resolveLink(feed.link, base) : null,
    description: feed.description ?? feed.dc?.descriptions?.[0] ?? null,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    ttlMinutes: ttl(undefined, feed.sy),
    hub: hubOf(feed.atom?.links),
    items: (feed.items ?? []).map((item) => rdfItem(item, base, reading.now)),
  };
}

function rssItem(item: RssItem, outer: string | null, now: number): ParsedItem {
  const common = rdfItem(item, outer, now);
  const guid = item.guid?.value ?? item.atom?.id ?? item.dc?.identifiers?.[0] ?? null;
  const guidIsLink = isAddress(guid) && item.guid?.isPermaLink !== false;
  const link = item.link ?? bestLink(item.atom?.links) ?? (guidIsLink ? guid : null);
  const [author] = item.authors ?? [];
  const published = item.pubDate ?? item.atom?.published;
  return {
    ...common,
    guid,
    guidIsLink,
    link: link ? resolveLink(link, common.base) : (common.link ?? firstEnclosure(item)),
    title: common.title ?? item.itunes?.title ?? item.media?.title?.value ?? null,
    html: common.html ?? item.itunes?.summary ?? mediaHtml(item.media?.description),
    author: author?.name ?? common.author ?? item.itunes?.author ?? author?.email ?? null,
    authorAddress: author?.link ?? author?.email ?? common.authorAddress,
    publishedAt: readDate(published, now) ?? common.publishedAt,
    inReplyTo: item.thr?.inReplyTos?.[0]?.ref ?? null,
  };
}

/** What RSS and RDF items share: their core, Dublin Core, content, and Atom inside. */
function rdfItem(item: RdfItem, outer: string | null, now: number): ParsedItem {
  const base = resolveBase(item.xml?.base, outer);
  const link = item.link ?? bestLink(item.atom?.links) ?? item.rdf?.about ?? null;
  const name = nameAndMail(item.dc?.creators?.[0] ?? item.dcterms?.creators?.[0]);
  const atomAuthor = item.atom?.authors?.[0];
  const updated = item.atom?.updated ?? item.dcterms?.modified?.[0];
  const published =
    item.dc?.dates?.[0] ??
    item.dcterms?.issued?.[0] ??
    item.dcterms?.created?.[0] ??
    item.dcterms?.dates?.[0] ??
    item.atom?.published ??
    updated;
  return {
    guid: item.rdf?.about ?? null,
    guidIsLink: item.rdf?.about !== undefined,
    link: link ? resolveLink(link, base) : null,
    title: item.title ?? item.dc?.titles?.[0] ?? textHtml(item.atom?.title) ?? null,
    html: longest(
      item.content?.encoded ?? contentHtml(item.atom?.content),
      item.description ?? item.dc?.descriptions?.[0] ?? textHtml(item.atom?.summary) ?? undefined,
    ),
    base,
    author: name?.name ?? atomAuthor?.name ?? name?.mail ?? null,
    authorAddress: atomAuthor?.uri ?? name?.mail ?? atomAuthor?.email ?? null,
    publishedAt: readDate(published, now),
    updatedAt: readDate(updated, now),
    rating: null,
    commentsFeed: item.wfw?.commentRss ?? null,
    inReplyTo: null,
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? null,
  };
}

function fromAtom(feed: AtomFeed.Feed<string>, reading: Reading): ParsedFeed {
  const base = resolveBase(feed.xml?.base, reading.address);
  const home = bestLink(feed.links);
  const feedAuthor = feed.authors?.[0];
  return {
    format: 'atom',
    title: textHtml(feed.title) ?? feed.dc?.titles?.[0] ?? null,
    home: home ? resolveLink(home, base) : null,
    description: textHtml(feed.subtitle) ?? feed.dc?.descriptions?.[0] ?? null,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    ttlMinutes: ttl(undefined, feed.sy),
    hub: hubOf(feed.links),
    items: (feed.entries ?? []).map((entry) => atomItem(entry, base, feedAuthor, reading.now)),
  };
}

function atomItem(
  entry: AtomFeed.Entry<string>,
  outer: string | null,
  feedAuthor: AtomFeed.Person | undefined,
  now: number,
): ParsedItem {
  const base = resolveBase(entry.xml?.base, outer);
  const guid = entry.id ?? entry.dc?.identifiers?.[0] ?? null;
  const link = bestLink(entry.links) ?? (isAddress(guid) ? guid : null) ?? relatedLink(entry.links);
  const author = entry.authors?.[0] ?? entry.source?.authors?.[0] ?? feedAuthor;
  const name = author?.name ?? entry.dc?.creators?.[0] ?? author?.email ?? null;
  const updated = entry.updated ?? entry.dcterms?.modified?.[0];
  const published = entry.published ?? entry.dcterms?.issued?.[0] ?? entry.dc?.dates?.[0];
  const body = entry.content?.value ? entry.content : entry.summary;
  return {
    guid,
    guidIsLink: isAddress(guid) && guid === link,
    link: link ? resolveLink(link, base) : null,
    title: textHtml(entry.title) ?? entry.dc?.titles?.[0] ?? entry.media?.title?.value ?? null,
    html:
      contentHtml(entry.content) ??
      textHtml(entry.summary) ??
      entry.dc?.descriptions?.[0] ??
      mediaHtml(entry.media?.groups?.[0]?.description) ??
      mediaHtml(entry.media?.description),
    base: resolveBase(body?.xml?.base, base),
    author: name,
    authorAddress: author?.uri ? resolveLink(author.uri, base) : (author?.email ?? null),
    publishedAt: readDate(published, now) ?? readDate(updated, now),
    updatedAt: readDate(updated, now),
    rating: null,
    commentsFeed: repliesFeed(entry) ?? entry.wfw?.commentRss ?? null,
    inReplyTo: entry.thr?.inReplyTos?.[0]?.ref ?? null,
    language: entry.xml?.lang ?? entry.dc?.languages?.[0] ?? null,
  };
}

function fromJson(feed: JsonFeed.Feed<string>, reading: Reading): ParsedFeed {
  const [feedAuthor] = feed.authors ?? [];
  return {
    format: 'json',
    title: feed.title ? escapeText(feed.title) : null,
    home: feed.home_page_url ? resolveLink(feed.home_page_url, reading.address) : null,
    description: feed.description ? escapeText(feed.description) : null,
    language: feed.language ?? null,
    ttlMinutes: null,
    hub: feed.hubs?.[0]?.url ?? null,
    items: (feed.items ?? []).map((item) => {
      const author = item.authors?.[0] ?? feedAuthor;
      const link = item.url ?? item.external_url ?? (isAddress(item.id ?? null) ? item.id : null);
      return {
        guid: item.id ?? null,
        guidIsLink: isAddress(item.id ?? null) && item.id === link,
        link: link ? resolveLink(link, reading.address) : null,
        title: item.title ? escapeText(item.title) : null,
        html: item.content_html ?? plainHtml(item.content_text ?? item.summary),
        base: link ? resolveLink(link, reading.address) : reading.address,
        author: author?.name ?? null,
        authorAddress: author?.url ?? null,
        publishedAt: readDate(item.date_published ?? item.date_modified, reading.now),
        updatedAt: readDate(item.date_modified, reading.now),
        rating: null,
        commentsFeed: null,
        inReplyTo: null,
        language: item.language ?? feed.language ?? null,
      };
    }),
  };
}
