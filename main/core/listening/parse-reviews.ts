import { Parser } from 'htmlparser2';
import { readDate } from './dates.ts';
import { escapeText } from './entities.ts';
import { hashOf } from './inflate.ts';
import { resolveLink } from './links.ts';
import type { Reading } from './parse-feedsmith.ts';
import type { ParsedFeed, ParsedItem, ParsedRating } from './parsed.ts';

type Node = Record<string, unknown>;

/** How deep and how wide a page's data is looked through. */
const deepest = 12;
const mostNodes = 20_000;

/**
 * The reviews that a page states as schema.org data in JSON-LD, as a feed; null when it states
 * none. References by `@id` are followed; the rating's scale is 1 to 5 where it is not said.
 */
export function parseReviews(html: string, reading: Reading): ParsedFeed | null {
  const { documents, title } = readPage(html);
  const nodes = documents.flatMap((document) => allNodes(document));
  const byId = new Map(nodes.filter(isDefined).map((node) => [String(node['@id'] ?? ''), node]));
  const reviews = nodes.filter((node) => isOfType(node, 'Review'));
  if (reviews.length === 0) return null;
  return {
    format: 'reviews',
    title: title ? escapeText(title) : null,
    home: reading.address,
    description: null,
    language: null,
    ttlMinutes: null,
    hub: null,
    items: reviews.map((review) => toItem(review, byId, reading)),
  };
}

/** Only the nodes that say something, not the mere references to them. */
function isDefined(node: Node): boolean {
  return Object.keys(node).length > 1;
}

function toItem(review: Node, byId: Map<string, Node>, reading: Reading): ParsedItem {
  const author = follow(review.author, byId);
  const authorName = typeof author === 'string' ? author : asText(author?.name);
  const authorAddress = typeof author === 'string' ? null : asText(author?.url ?? author?.sameAs);
  const address = asText(review.url);
  const body = asText(review.reviewBody) ?? asText(review.description);
  const date = asText(review.datePublished) ?? asText(review.dateCreated);
  const guid =
    asText(review['@id']) ??
    `review:${hashOf(Buffer.from(JSON.stringify([authorName, date, body])))}`;
  return {
    guid,
    guidIsLink: false,
    link: address ? resolveLink(address, reading.address) : reading.address,
    title: escaped(asText(review.name) ?? asText(review.headline)),
    html: escaped(body)?.replace(/\r?\n/g, '<br>') ?? null,
    base: reading.address,
    author: escaped(authorName),
    authorAddress: authorAddress ? resolveLink(authorAddress, reading.address) : null,
    publishedAt: readDate(date, reading.now),
    updatedAt: readDate(asText(review.dateModified), reading.now),
    rating: readRating(follow(review.reviewRating, byId)),
    commentsFeed: null,
    inReplyTo: null,
    language: asText(review.inLanguage),
  };
}

/** A rating in any of its spellings; 0 on a scale that begins at 1 means that there is none. */
function readRating(rating: Node | string | null): ParsedRating | null {
  const node = typeof rating === 'string' ? { ratingValue: rating } : rating;
  const value = asNumber(node?.ratingValue);
  if (node === null || value === null) return null;
  const best = asNumber(node.bestRating) ?? Math.max(5, value);
  const worst = asNumber(node.worstRating) ?? Math.min(1, value);
  return value === 0 && asNumber(node.worstRating) !== 0 ? null : { value, worst, best };
}

function readPage(html: string): { documents: unknown[]; title: string } {
  const documents: unknown[] = [];
  let script: string | null = null;
  let title = '';
  let inTitle = false;
  const reader = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '')) script = '';
      inTitle = name === 'title' && title === '';
    },
    ontext(text) {
      if (script !== null) script += text;
      if (inTitle) title += text;
    },
    onclosetag(name) {
      if (name === 'script' && script !== null) {
        documents.push(readJson(script));
        script = null;
      }
      inTitle = false;
    },
  });
  reader.end(html);
  return { documents, title: title.trim() };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.trim().replace(/^<!\[CDATA\[|\]\]>$|;$/g, ''));
  } catch {
    // Pages are careless with line breaks inside strings; everything else is left alone.
    return attemptJson(text.replace(/[\r\n\t]+/g, ' '));
  }
}

function attemptJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Every object in a document, `@graph` and nested ones included, each once. */
function allNodes(document: unknown): Node[] {
  const nodes: Node[] = [];
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  for (let next = waiting.shift(); next && nodes.length < mostNodes; next = waiting.shift()) {
    const { value, depth } = next;
    if (depth > deepest || typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) nodes.push(value as Node);
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return nodes;
}

function isOfType(node: Node, type: string): boolean {
  const types = [node['@type']].flat().map((name) => String(name).replace(/^.*[/#:]/, ''));
  return types.includes(type) && isDefined(node);
}

function follow(value: unknown, byId: Map<string, Node>): Node | string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return String(one);
  if (typeof one === 'string') return one.trim() || null;
  if (typeof one !== 'object' || one === null) return null;
  const node = one as Node;
  return isDefined(node) ? node : (byId.get(String(node['@id'] ?? '')) ?? node);
}

function asText(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'number') return String(one);
  if (typeof one === 'object' && one !== null && '@value' in one) return asText(one['@value']);
  return typeof one === 'string' ? one.trim() || null : null;
}

function asNumber(value: unknown): number | null {
  const number = Number.parseFloat((asText(value) ?? '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

function escaped(text: string | null): string | null {
  return text === null ? null : escapeText(text);
}
