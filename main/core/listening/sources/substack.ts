import { visitFeed } from './feed.ts';
import type { SourceKind } from './source-kind.ts';

/** A newsletter on Substack. */
export const substack: SourceKind = {
  kind: 'substack',
  recognise(typed) {
    const text = typed.trim();
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { hostname, pathname } = new URL(text);
    const name =
      hostname === 'open.substack.com'
        ? /^\/pub\/([\w-]+)/.exec(pathname)?.[1]
        : /^([\w-]+)\.substack\.com$/.exec(hostname)?.[1];
    return name && name !== 'www' ? `https://${name}.substack.com` : null;
  },
  describe: (address) => `Posts of the newsletter ${new URL(address).host}.`,
  visit: (visit) =>
    visitFeed(visit, visit.remembered.fetchAddress ?? `${new URL(visit.address).origin}/feed`),
};
