import { visitFeed } from './feed.ts';
import { retold } from './retold.ts';
import type { Heard, SourceKind } from './source-kind.ts';

/** The comments on a WordPress site, or under one of its posts. */
export const wordpressComments: SourceKind = {
  kind: 'wordpress-comments',
  recognise(typed) {
    const text = typed.trim();
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const address = new URL(text);
    const isComments =
      /\/comments\/feed(\/(atom|rss2?))?\/?$/.test(address.pathname) ||
      /^comments-(rss2|atom)$/.test(address.searchParams.get('feed') ?? '');
    address.hash = '';
    return isComments ? address.href : null;
  },
  describe: (address) => `Comments on the website ${new URL(address).host.replace(/^www\./, '')}.`,
  async visit(visit) {
    const visited = await visitFeed(visit, visit.remembered.fetchAddress ?? visit.address);
    return retold(visited, titledByPost);
  },
};

/** "Comment on Bread by Rosa" says twice who speaks: the author's name is taken off the title. */
function titledByPost(heard: Heard): Heard {
  const { author, title } = heard;
  if (!author || !title.endsWith(author)) return heard;
  const rest = title.slice(0, -author.length).trim();
  return {
    ...heard,
    title: /^[\p{L}\s]+:$/u.test(rest) ? '' : rest.replace(/\s+\p{L}{1,4}$/u, ''),
  };
}
