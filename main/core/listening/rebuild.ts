import { Parser } from 'htmlparser2';
import { decodeEntities, escapeText } from './entities.ts';
import { deepest, feedRoot } from './mend.ts';

/** What a document is written as, and what of it must be put right. */
interface Plan {
  /** The feed's own prefix, which goes. */
  prefix: string;
  /** The root's prefix, which its entries have as well. */
  ownPrefix: string;
  /** A channel that is the root: CDF or RSS 1.1. */
  bareChannel: boolean;
  lacksChannel: boolean;
  isRdf: boolean;
}

/**
 * The same document as well-formed XML, whatever shape it came in: open tags are closed at the end
 * or at their parent's end, stray closing tags are dropped, attributes are quoted and made unique,
 * bare `&` and `<` are escaped, CDATA becomes escaped text, and comments and instructions go. A
 * feed wrapped in a page is taken out of it; a channel that is missing is put in, a second one is
 * one with the first; RSS 1.1 and CDF are written as RSS.
 */
export function rebuild(text: string): string {
  const root = feedRoot.exec(text);
  const body = root ? text.slice(root.index) : text;
  const writer = createWriter(planFor(body, root));
  let raw = false;
  const reader = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      onclosetag: () => writer.close(),
      ontext: (data) => writer.text(raw ? data : decodeEntities(data)),
      oncdatastart() {
        raw = true;
      },
      oncdataend() {
        raw = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  reader.end(body);
  return writer.end();
}

function planFor(body: string, root: RegExpExecArray | null): Plan {
  const name = root?.[2]?.toLowerCase() ?? '';
  return {
    prefix: root?.[1] && /^(rss|channel)$/.test(name) ? `${root[1]}:` : '',
    ownPrefix: root?.[1] ? `${root[1].toLowerCase()}:` : '',
    bareChannel: name === 'channel',
    lacksChannel:
      name === 'rss' &&
      /<(?:[\w-]+:)?item[\s>]/i.test(body) &&
      !/<(?:[\w-]+:)?channel[\s>]/i.test(body),
    isRdf: name === 'rdf',
  };
}

function createWriter(plan: Plan) {
  const parts: string[] = ['<?xml version="1.0" encoding="utf-8"?>\n'];
  /** The elements that are open, by the name they were written under; null where they were not. */
  const open: (string | null)[] = [];
  /** What is closed only at the end of all, the innermost last. */
  const lasting: string[] = [];
  if (plan.bareChannel) begin('rss', ' version="2.0"');

  /** Opens what lasts to the end; a second one is part of the first. */
  function begin(name: string, attributes: string): void {
    if (lasting.includes(name)) return;
    parts.push(`<${name}${attributes}>`);
    lasting.push(name);
    if (name === 'rss' && plan.lacksChannel) begin('channel', '');
  }

  /** Items stand beside each other in their feed: in nothing else that was left open. */
  function closeBefore(): void {
    for (let at = open.length - 1; at >= 0; at--) {
      const name = open[at];
      if (!name || (at === 0 && /^(?:[\w-]+:)?(?:feed|rdf)$/i.test(name))) continue;
      parts.push(`</${name}>`);
      open[at] = null;
    }
  }

  return {
    open(original: string, attributes: Record<string, string>): void {
      const name = open.length < deepest ? nameFor(original, plan) : null;
      const lower = name?.toLowerCase() ?? '';
      if (lower === 'rss' || (lower === 'channel' && !plan.isRdf)) {
        begin(lower, writeAttributes(attributes));
        if (plan.bareChannel) parts.push(fromAttributes(attributes));
        open.push(null);
        return;
      }
      if (isItem(lower, plan)) closeBefore();
      if (name !== null) parts.push(`<${name}${writeAttributes(attributes)}>`);
      if (plan.bareChannel && lower === 'item') parts.push(fromAttributes(attributes));
      open.push(name);
    },
    close(): void {
      const name = open.pop();
      if (name) parts.push(`</${name}>`);
    },
    text(words: string): void {
      if (open.length > 0 && open.length <= deepest) parts.push(escapeText(words));
    },
    end(): string {
      for (const name of lasting.reverse()) parts.push(`</${name}>`);
      return parts.join('');
    },
  };
}

/** What an element is called; null for one that is only wrapped around others. */
function nameFor(original: string, { prefix, bareChannel }: Plan): string | null {
  const name = original.startsWith(prefix) ? original.slice(prefix.length) : original;
  const plain = name.replace(/[^\w:.\-\u0080-\uffff]/g, '') || 'unnamed';
  if (plain.toLowerCase() === 'items') return null;
  if (!bareChannel) return plain;
  return plain.toLowerCase() === 'abstract' ? 'description' : plain.toLowerCase();
}

/** CDF has an item's address and date in attributes. */
function fromAttributes(attributes: Record<string, string>): string {
  const link = attributes.HREF ?? attributes.href;
  const date = attributes.LASTMOD ?? attributes.lastmod;
  return `${link ? `<link>${escapeText(link)}</link>` : ''}${date ? `<pubDate>${escapeText(date)}</pubDate>` : ''}`;
}

/** Whether an element is one of the feed's items, by the prefix that its root has as well. */
function isItem(lower: string, { ownPrefix }: Plan): boolean {
  return lower === 'item' || lower === 'entry' || lower === `${ownPrefix}entry`;
}

function writeAttributes(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .filter(([key]) => /^[a-z_][\w:.-]*$/i.test(key))
    .map(([key, value]) => ` ${key}="${escapeText(decodeEntities(value))}"`)
    .join('');
}
