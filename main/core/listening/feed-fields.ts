import type { AtomFeed, RssFeed } from 'feedsmith';
import { decode } from './decode.ts';
import { escapeText } from './entities.ts';

/** Atom's three ways to write a text, as HTML (RFC 4287, section 3.1). */
export function textHtml(text: AtomFeed.Text | undefined): string | null {
  if (!text?.value) return null;
  const type = text.type?.toLowerCase();
  if (type === 'text' || type === 'text/plain') return plainHtml(text.value);
  return markup.test(type ?? 'html') ? text.value : fromBase64(text.value);
}

/** Atom's content as HTML; content that is neither text nor markup is left out (RFC 4287, 4.1.3). */
export function contentHtml(content: AtomFeed.Content | undefined): string | null {
  if (!content?.value) return null;
  const type = content.type?.toLowerCase() ?? 'text/html';
  if (type === 'text' || type === 'text/plain') return plainHtml(content.value);
  return markup.test(type) ? content.value : fromBase64(content.value);
}

const markup = /^(html|xhtml|escaped|xml|text\/|application\/xhtml)|xml$|^$/;

/** The text in a body of another type, which must be base64; null when it holds no text. */
function fromBase64(value: string): string | null {
  if (!/^[a-z\d+/=\s]+$/i.test(value)) return null;
  const text = decode(Buffer.from(value, 'base64'));
  return /\ufffd/.test(text) ? null : text;
}

/** Plain text as HTML, its line breaks kept. */
export function plainHtml(text: string | undefined): string | null {
  return text ? escapeText(text).replace(/\r?\n/g, '<br>') : null;
}

/** A description of Media RSS, which is plain text unless it says otherwise, or plainly is not. */
export function mediaHtml(text: { value?: string; type?: string } | undefined): string | null {
  if (!text?.value) return null;
  const isMarkup = text.type === 'html' || /<\/?[a-z][^<>]*>/i.test(text.value);
  return isMarkup ? text.value : plainHtml(text.value);
}

interface AnyLink {
  href?: string;
  rel?: string;
  type?: string;
}

/** The page that an entry or feed stands for: the alternate link, an HTML one before others. */
export function bestLink(links: AnyLink[] | undefined): string | null {
  const alternates = (links ?? []).filter(
    (link) => link.href && /^(\S*\/relations?\/)?alternate$/i.test(link.rel ?? 'alternate'),
  );
  const page = alternates.find((link) => !link.type || /html/i.test(link.type));
  return (page ?? alternates[0])?.href ?? null;
}

/** Review feeds give the page of a review as a related one. */
export function relatedLink(links: AnyLink[] | undefined): string | null {
  return links?.find((link) => link.rel === 'related')?.href ?? null;
}

/** The feed of an entry's comments (RFC 4685, section 4). */
export function repliesFeed(entry: AtomFeed.Entry<string>): string | null {
  const replies = (entry.links ?? []).filter((link) => link.rel === 'replies');
  return replies.find((link) => /atom|rss|xml/i.test(link.type ?? ''))?.href ?? null;
}

/** Where a feed announces its news (WebSub). */
export function hubOf(links: AnyLink[] | undefined): string | null {
  return links?.find((link) => link.rel === 'hub')?.href ?? null;
}

/** A podcast's episode is its sound file when it names no page. */
export function firstEnclosure(item: RssFeed.Item<string>): string | null {
  return item.enclosures?.[0]?.url ?? null;
}

/** The fuller of two texts: some feeds put the body in the one, some in the other. */
export function longest(
  content: string | null | undefined,
  summary: string | null | undefined,
): string | null {
  if (!content) return summary ?? null;
  return summary && summary.length > content.length * 2 ? summary : content;
}

/** `Ann Example (ann@example.org)` and `ann@example.org (Ann Example)`, taken apart. */
export function nameAndMail(
  text: string | undefined,
): { name: string | null; mail: string | null } | null {
  if (!text) return null;
  const mail = /[^\s()<>@]+@[^\s()<>@]+\.[^\s()<>@]+/.exec(text)?.[0] ?? null;
  const name = mail
    ? text
        .replace(mail, ' ')
        .replace(/[()<>]|mailto:/g, ' ')
        .trim()
    : text.trim();
  return { name: name || null, mail };
}

/** Whether a text is a web address. */
export function isAddress(text: string | null | undefined): boolean {
  return /^https?:\/\/\S+$/i.test(text ?? '');
}

/** Minutes to be left alone: RSS `ttl`, or the syndication module's period over its frequency. */
export function ttl(
  minutes: number | undefined,
  sy: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | null {
  if (minutes && minutes > 0) return minutes;
  const periods: Record<string, number> = {
    hourly: 60,
    daily: 1440,
    weekly: 10_080,
    monthly: 43_200,
    yearly: 525_600,
  };
  const period = periods[sy?.updatePeriod?.toLowerCase() ?? ''];
  if (!period) return null;
  return Math.round(period / Math.max(1, sy?.updateFrequency ?? 1));
}
