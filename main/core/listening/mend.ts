import { escapeText } from './entities.ts';
import { looksLikeJson, mendJson } from './mend-json.ts';
import { withKnownNames } from './mend-names.ts';

/** Deeper than any feed goes; what lies below is dropped, so nesting cannot exhaust the stack. */
export const deepest = 200;

/** The element that makes a document a feed, with its prefix. */
export const feedRoot = /<(?:([\w-]+):)?(rss|feed|rdf|channel)(?=[\s>])/i;

/**
 * The document ready for a strict reader: without what stands before its first tag and without a
 * DOCTYPE (entities declared in it are never expanded). RDF's table of contents goes, because items
 * that it forgets to list would be lost; base64 and XHTML bodies become what readers know.
 */
export function prepare(text: string): string {
  // The tags in a JSON Feed are words of its items.
  if (looksLikeJson(text)) return mendJson(text);
  const start = text.search(/<(?:\?xml|!DOCTYPE|!--|[a-z])/i);
  let body = withoutDoctype(start > 0 ? text.slice(start) : text);
  if (/<(?:[\w-]+:)?rdf[\s>]/i.test(body.slice(0, 4096))) {
    body = replaceElements(body, /<items(?=[\s>])[^<>]*>/gi, () => '');
  }
  body = withRoot(body);
  const isAtom = /^feed$/i.test(feedRoot.exec(body)?.[2] ?? '');
  return withXhtmlBodies(
    withBase64Types(withKnownNames(withinDepth(withoutStrays(body)), isAtom)),
  ).replace(/<(\/?)dc:author(?=[\s>])/gi, '<$1dc:creator');
}

/** Items or entries that stand there by themselves are put into a feed. */
function withRoot(text: string): string {
  const first = /^<(?:[\w-]+:)?(item|entry)[\s>]/i.exec(text.slice(prologueOf(text)).slice(0, 80));
  if (!first) return text;
  const items = text.replace(/<\?xml[\s\S]*?\?>/i, '');
  return first[1]?.toLowerCase() === 'item'
    ? `<rss version="2.0"><channel>${items}</channel></rss>`
    : `<feed xmlns="http://www.w3.org/2005/Atom">${items}</feed>`;
}

/** How long what stands before a document's first element or DOCTYPE is. */
function prologueOf(text: string): number {
  return /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0].length ?? 0;
}

/** Takes out a DOCTYPE in its place, between the declaration and the first element. */
function withoutDoctype(text: string): string {
  const prologue = prologueOf(text);
  if (!/^<!DOCTYPE/i.test(text.slice(prologue, prologue + 9))) return text;
  let depth = 0;
  let quote = '';
  for (let at = prologue + 9; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote) {
      if (character === quote) quote = '';
    } else if (depth > 0 && text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      at = end < 0 ? text.length : end + 2;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '[') depth++;
    else if (character === ']') depth--;
    else if (character === '>' && depth <= 0) return text.slice(0, prologue) + text.slice(at + 1);
  }
  // Never closed: what follows it is all that can be saved.
  const root = feedRoot.exec(text);
  return root ? text.slice(root.index) : '';
}

/**
 * A `<!` that is neither a comment nor CDATA would swallow what follows it, and so would a `<` with
 * which no tag begins: they are text, as in `I <3 bread`.
 */
function withoutStrays(text: string): string {
  if (!/<(?:!(?!--|\[CDATA\[)|[^a-z_:/!?\u0080-\uffff]|$)/i.test(text)) return text;
  return text.replace(
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--|<(?=[^a-z_:/?\u0080-\uffff]|$)/gi,
    (found) => (found === '<' ? '&lt;' : found),
  );
}

/**
 * Replaces whole elements, the first end tag after a start closing it; in linear time. A start may
 * be CDATA, which is stepped over.
 */
function replaceElements(
  text: string,
  start: RegExp,
  replacement: (inner: string) => string,
): string {
  const parts: string[] = [];
  let kept = 0;
  for (let open = start.exec(text); open; open = start.exec(text)) {
    if (open[0].startsWith('<![')) continue;
    const name = /^<([\w:]+)/.exec(open[0])?.[1] ?? '';
    const inside = open.index + open[0].length;
    const close = text.indexOf(`</${name}`, inside);
    if (close < 0) break;
    const end = text.indexOf('>', close);
    if (end < 0) break;
    parts.push(text.slice(kept, open.index), replacement(text.slice(inside, close)));
    kept = end + 1;
    start.lastIndex = kept;
  }
  return parts.join('') + text.slice(kept);
}

/** Atom 0.3 says `mode="base64"`; Atom 1.0 says it with a type, which readers keep. */
function withBase64Types(text: string): string {
  if (!/mode\s*=\s*["']base64/i.test(text)) return text;
  return text.replace(/<([\w:]+)(\s[^<>]*)>/g, (tag, name: string, attributes: string) => {
    const others = attributes.replace(/\smode\s*=\s*["']base64["']/gi, ' ');
    if (others === attributes) return tag;
    return `<${name}${others.replace(/\stype\s*=\s*("[^"]*"|'[^']*')/gi, ' ')} type="base64">`;
  });
}

/**
 * `<body>` inside an RSS item, XHTML's or without saying so, is its content: as markup instead of
 * escaped.
 */
function withXhtmlBodies(text: string): string {
  if (!/<(?:(?:xhtml:)?body[\s>]|fullitem)/i.test(text)) return text;
  const start = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(?:xhtml:)?body(?=[\s>])[^<>]*>/gi;
  // The page that a feed is wrapped in has a body as well; entries have none.
  const items = text.search(/<item[\s>]/i);
  start.lastIndex = items < 0 ? text.length : items;
  return replaceElements(text, start, (inner) => {
    return `<content:encoded>${escapeMarkup(inner)}</content:encoded>`;
  }).replace(/<(\/?)fullitem(?=[\s>])[^<>]*>/gi, '<$1content:encoded>');
}

function escapeMarkup(markup: string): string {
  return markup
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.startsWith('<![CDATA[') ? escapeText(escapeText(part.slice(9, -3))) : escapeText(part),
    )
    .join('');
}

/** Whether a document holds anything that could be a feed's root. */
export function namesFeed(text: string): boolean {
  return feedRoot.test(text) || looksLikeJson(text);
}

/**
 * Leaves out what nests deeper than any feed's elements do, up to the end of its item, so that no
 * reader gets lost in it.
 */
export function withinDepth(text: string): string {
  let depth = 0;
  let kept = 0;
  const parts: string[] = [];
  // After its name a tag goes on in one way only, so that nothing is looked through twice.
  const tags = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([a-z][^\s<>/]*)(?=[\s/>])([^<>]*)>/gi;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [, closing, name, rest = ''] = tag;
    if (!name || rest.endsWith('/')) continue;
    // An item's end also ends what was left open in it.
    if (closing) depth = /^(item|entry)$/i.test(name) ? 2 : depth - 1;
    else if (++depth > 5 * deepest) {
      parts.push(text.slice(kept, tag.index));
      const end = /<\/(?:item|entry)\s*>/gi;
      end.lastIndex = tag.index;
      kept = end.exec(text)?.index ?? text.length;
      tags.lastIndex = kept;
    }
  }
  return parts.join('') + text.slice(kept);
}
