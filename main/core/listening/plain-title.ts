import { decodeEntities, withoutControls } from './entities.ts';

/** The longest title that is stored, in characters. */
const longestTitle = 500;

const knownTag =
  /<(?:\/?(?:a|abbr|acronym|applet|article|b|base|bdi|bdo|big|blink|blockquote|body|br|center|cite|code|del|div|dfn|em|embed|figure|form|frame|frameset|font|h[1-6]|hr|html|i|iframe|img|input|ins|kbd|li|link|mark|marquee|meta|nobr|noscript|object|ol|p|param|pre|q|ruby|rt|rp|s|samp|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|time|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?\/?|!--[\s\S]*?--)>|<!--.*/gi;

/** A title or a name as plain text. Only tags that HTML knows are taken out: `Vec<T>` stays. */
export function plainTitle(html: string | null): string {
  if (!html) return '';
  const bare = html
    .slice(0, 5_000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(?:br|hr|p|div|li)\b[^<>]*>/gi, ' ')
    .replace(knownTag, '');
  return shorten(withoutControls(decodeEntities(bare)).replace(/\s+/g, ' ').trim(), longestTitle);
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`;
}
