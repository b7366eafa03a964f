import { visitFeed } from './feed.ts';
import type { SourceKind } from './source-kind.ts';

const site = 'https://medium.com';

/** A writer, a publication or a topic on Medium; its pages are walled, its feeds are not. */
export const medium: SourceKind = {
  kind: 'medium',
  recognise(typed) {
    const text = typed.trim();
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { hostname, pathname } = new URL(text);
    const own = /^([\w-]+)\.medium\.com$/.exec(hostname)?.[1];
    if (own && own !== 'www') return `https://${own}.medium.com`;
    if (!/^(www\.)?medium\.com$/.test(hostname)) return null;
    const path = /^\/(?:feed\/)?(@[\w.-]+|tag\/[\w-]+|[\w-]+)/.exec(pathname)?.[1];
    return path && !/^(m|me|search|about|plans|feed)$/.test(path) ? `${site}/${path}` : null;
  },
  describe: (address) =>
    `Stories of ${address.replace(/^https:\/\/(medium\.com\/)?/, '')} on Medium.`,
  visit(visit) {
    const { origin, pathname } = new URL(visit.address);
    return visitFeed(visit, origin === site ? `${site}/feed${pathname}` : `${origin}/feed`);
  },
};
