import { readFeed } from './feed.ts';
import type { SourceKind } from './source-kind.ts';

/** A blog on Tumblr. */
export const tumblr: SourceKind = {
  kind: 'tumblr',
  recognise(typed) {
    const text = typed.trim();
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { hostname, pathname } = new URL(text);
    const name = /^(www\.)?tumblr\.com$/.test(hostname)
      ? /^\/(?:blog\/(?:view\/)?|@)?([\w-]+)/.exec(pathname)?.[1]
      : /^([\w-]+)\.tumblr\.com$/.exec(hostname)?.[1];
    const isPage = /^(www|assets|api|tagged|search|explore|dashboard|login|privacy|blog)$/;
    return name && !isPage.test(name) ? `https://${name.toLowerCase()}.tumblr.com` : null;
  },
  describe: (address) => `Posts of the blog ${new URL(address).host}.`,
  async visit(visit) {
    const { etag, lastModified, bodyHash } = visit.remembered;
    const address = `${new URL(visit.address).origin}/rss`;
    const answer = await visit.fetch({ address, etag, lastModified, bodyHash });
    if (answer.outcome !== 'failed' && /\/privacy\/consent/.test(answer.address)) {
      return {
        outcome: 'unreadable',
        sentence:
          'Tumblr asks for consent before it shows this blog, and a program cannot give it. If the blog has an address of its own, use that one.',
        status: answer.status,
      };
    }
    return readFeed(visit, answer, address);
  },
};
