import { cleanHtml, plainText } from './clean-html.ts';
import { canonicalLink, isOpenable } from './links.ts';
import type { ParsedItem } from './parsed.ts';
import { plainTitle } from './plain-title.ts';

/** The longest that a short field may be stored, in characters. */
const longestField = 2_000;

/** An item as it may be stored: safe HTML, plain text beside it, and tidy fields. */
export interface CleanItem {
  guid: string | null;
  guidIsLink: boolean;
  link: string | null;
  canonicalLink: string | null;
  title: string;
  html: string;
  text: string;
  author: string | null;
  authorAddress: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  rating: ParsedItem['rating'];
  commentsFeed: string | null;
  inReplyTo: string | null;
  language: string | null;
}

/** The item, sanitised and made plain. `base` inside it resolves what is still relative. */
export function clean(item: ParsedItem): CleanItem {
  const html = cleanHtml(item.html, item.base);
  const link = item.link && isLinkable(item.link) ? item.link.slice(0, longestField) : null;
  return {
    guid: item.guid?.slice(0, longestField) ?? null,
    guidIsLink: item.guidIsLink,
    link,
    canonicalLink: canonicalLink(link),
    title: plainTitle(item.title),
    html,
    text: plainText(html),
    author: plainTitle(item.author) || null,
    authorAddress: tidyAddress(item.authorAddress),
    publishedAt: item.publishedAt,
    updatedAt: item.updatedAt,
    rating: item.rating,
    commentsFeed: item.commentsFeed && isOpenable(item.commentsFeed) ? item.commentsFeed : null,
    inReplyTo: item.inReplyTo?.slice(0, longestField) ?? null,
    language: languageTag(item.language),
  };
}

/** Web and mail addresses, and relative ones where nothing told what they are relative to. */
function isLinkable(link: string): boolean {
  return isOpenable(link) || !/^[a-z][a-z\d+.-]*:/i.test(link.trim());
}

function tidyAddress(address: string | null): string | null {
  const tidy = address?.trim().slice(0, longestField);
  if (!tidy) return null;
  if (/^https?:\/\//i.test(tidy) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(tidy)) return tidy;
  return null;
}

/** A language tag such as `de` or `pt-BR` (BCP 47), or null. */
function languageTag(language: string | null): string | null {
  const tag = language?.trim().replace('_', '-') ?? '';
  return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) ? tag : null;
}
