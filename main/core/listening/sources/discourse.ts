import { visitFeed } from './feed.ts';
import { retold, withBody } from './retold.ts';
import type { Heard, SourceKind } from './source-kind.ts';

/** Pages of a forum that have a feed, whatever the forum is called. */
const feedPages = [
  /^\/t\/[^/]+\/\d+$/,
  /^\/c\/(?:[^/]+\/){1,3}\d+$/,
  /^\/c(?:\/[^/]+){1,3}\/\d+\/l\/latest$/,
  /^\/u\/[^/]+\/activity$/,
];
/** The same, where only a forum's name tells that it is one. */
const namedPages = [/^\/(?:latest|top|posts)$/, /^\/tags?\/[^/]+$/];

/** A topic, a category or a whole forum on Discourse: every page of it is a feed with `.rss`. */
export const discourse: SourceKind = {
  kind: 'discourse',
  recognise(typed) {
    const text = typed.trim();
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { origin, pathname, hostname } = new URL(text);
    const isFeed = /\.rss$/.test(pathname);
    const path = pathname
      .replace(/\.rss$|\/$/, '')
      .replace(/^(\/t\/[^/]+\/\d+)\/\d+$/, '$1')
      .replace(/^(\/u\/[^/]+)\/(summary|activity)(\/.*)?$/, '$1/activity');
    const isForum = /^(forums?|community|discuss|discourse|meta|talk)\./.test(hostname) || isFeed;
    const isPage = [...feedPages, ...(isForum ? namedPages : [])].some((page) => page.test(path));
    return isPage ? `${origin}${path}.rss` : null;
  },
  describe: (address) => `New posts in the forum ${new URL(address).host}.`,
  async visit(visit) {
    const visited = await visitFeed(visit, visit.remembered.fetchAddress ?? visit.address);
    const { host } = new URL(visit.address);
    return retold(visited, (heard) => ownWords(heard, host));
  },
};

/** What the forum writes around a post: how many posts and people, which change, and a link. */
const around = [
  /^\s*<p>\d+ posts?<\/p>\s*(<p>[^<]{1,80} wrote:<\/p>)?/,
  /\s*<p>\s*<small>[^<]*<\/small>\s*<\/p>\s*(?=(<p>\s*<a [^>]*>[^<]*<\/a>\s*<\/p>\s*)?$)/,
  /\s*<p>\s*<a [^>]*\/t\/[^>]*>[^<]*<\/a>\s*<\/p>\s*$/,
];

function ownWords(heard: Heard, host: string): Heard {
  const html = around.reduce((text, part) => text.replace(part, ''), heard.html);
  const named = /^@(\S+)(?:\s+(.+))?$/.exec(heard.author ?? '');
  const told = withBody(heard, html);
  if (!named) return told;
  const [, name = '', called] = named;
  return { ...told, author: called ?? name, network: 'discourse', handle: `${name}@${host}` };
}
