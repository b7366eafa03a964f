import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { tagPattern } from '../../../shared/note-words.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** "#velvet" as a link to that tag. */
const tag: TokenizerAndRendererExtension = {
  name: 'tag',
  level: 'inline',
  start: (text) => new RegExp(tagPattern.source, 'u').exec(text)?.index,
  tokenizer(text) {
    const found = new RegExp(`^${tagPattern.source}`, 'u').exec(text);
    return found ? { type: 'tag', raw: found[0], tag: found[1] } : undefined;
  },
  renderer: (token) => `<a href="tag:${encodeURIComponent(token.tag)}">${escaped(token.raw)}</a>`,
};

const marked = new Marked({
  gfm: true,
  // A new line is meant as one.
  breaks: true,
  extensions: [tag],
  renderer: {
    // What looks like markup is what somebody typed, and is shown as typed.
    html: ({ text }) => escaped(text),
    // A heading inside a note is none of the page's.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/**
 * A note's Markdown (CommonMark with GitHub's lists and tables) as markup that has yet to be
 * cleaned. Links to customers and tags have the addresses `person:<id>` and `tag:<tag>`.
 */
export function markupOf(body: string): string {
  return marked.parse(body, { async: false });
}
