import { compile } from 'html-to-text';
import sanitizeHtml from 'sanitize-html';
import { withoutControls } from './entities.ts';
import { isOpenable, resolveLink } from './links.ts';

/** Longest stored forms, in characters. */
const longestHtml = 250_000;
const longestText = 40_000;

const textTags = [
  'a',
  'abbr',
  'address',
  'article',
  'aside',
  'b',
  'bdi',
  'bdo',
  'blockquote',
  'br',
  'caption',
  'center',
  'cite',
  'code',
  'col',
  'colgroup',
  'dd',
  'del',
  'details',
  'dfn',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'font',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'i',
  'img',
  'ins',
  'kbd',
  'li',
  'main',
  'mark',
  'ol',
  'p',
  'pre',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'section',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'summary',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'time',
  'tr',
  'tt',
  'u',
  'ul',
  'var',
  'wbr',
];

/**
 * HTML that may be stored: no scripts, styles, forms, frames or handlers, no links but web and
 * mail, and no picture that would load: its address waits in `data-remote-src`.
 */
export function cleanHtml(html: string | null, base: string | null): string {
  if (!html) return '';
  const safe = sanitizeHtml(html.slice(0, longestHtml), {
    allowedTags: textTags,
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      img: ['data-remote-src', 'alt', 'title', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      ol: ['start'],
      time: ['datetime'],
      '*': ['lang', 'dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href', 'data-remote-src'],
    allowProtocolRelative: false,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'template',
      'svg',
      'math',
    ],
    nestingLimit: 60,
    disallowedTagsMode: 'discard',
    transformTags: {
      a: (tagName, { href, title }) => ({
        tagName,
        attribs: attributes({ href: safeLink(href, base), title, rel: 'noopener noreferrer' }),
      }),
      img: (tagName, { src, alt, title, width, height }) => ({
        tagName,
        attribs: attributes({ 'data-remote-src': safeLink(src, base), alt, title, width, height }),
      }),
    },
    exclusiveFilter: (frame) =>
      frame.tag === 'img' && (!frame.attribs['data-remote-src'] || isPixel(frame.attribs)),
  });
  return withoutControls(safe).trim();
}

function attributes(wanted: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function safeLink(link: string | undefined, base: string | null): string | undefined {
  if (!link) return undefined;
  const resolved = resolveLink(link, base);
  return isOpenable(resolved) ? resolved : undefined;
}

/** A picture that nobody sees is there to count readers. */
function isPixel({ width, height }: Record<string, string | undefined>): boolean {
  return Number(width ?? 2) <= 1 && Number(height ?? 2) <= 1;
}

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: longestHtml + 1, maxDepth: 60, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', format: 'lineBreak' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
    { selector: 'table', format: 'block' },
    { selector: 'ul', options: { itemPrefix: '• ' } },
  ],
});

/** The text that a person sees in the HTML. */
export function plainText(html: string): string {
  if (!html) return '';
  return toText(html.slice(0, longestHtml))
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longestText);
}
