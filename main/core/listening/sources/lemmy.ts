import { canonicalLink } from '../links.ts';
import { visitFeed } from './feed.ts';
import { retold, withBody } from './retold.ts';
import type { Heard, SourceKind } from './source-kind.ts';

/** A community or a person on a Lemmy server, by its feed (join-lemmy.org). */
export const lemmy: SourceKind = {
  kind: 'lemmy',
  recognise(typed) {
    const text = typed.trim();
    const short = /^!(\w+)@([\w-]+(?:\.[\w-]+)+)$/.exec(text);
    if (short) return `https://${short[2]?.toLowerCase()}/c/${short[1]}`;
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { origin, pathname, hostname } = new URL(text);
    if (/(^|\.)(youtube|reddit|patreon|facebook)\.com$/.test(hostname)) return null;
    const path = /^\/(?:feeds\/)?([cu]\/\w+(?:@[\w.-]+\w)?)(?:\.xml)?\/?$/.exec(pathname)?.[1];
    return path ? `${origin}/${path.replace(/\.xml$/, '')}` : null;
  },
  describe: (address) =>
    /\/u\//.test(address)
      ? `Public posts of ${nameOf(address)} on Lemmy.`
      : `Posts in ${nameOf(address)} on Lemmy.`,
  async visit(visit) {
    const { origin, pathname } = new URL(visit.address);
    const visited = await visitFeed(visit, `${origin}/feeds${pathname}.xml?sort=New`);
    return retold(visited, (heard) => ownWords(heard));
  },
};

function nameOf(address: string): string {
  const { host, pathname } = new URL(address);
  const name = pathname.replace(/^\/[cu]\//, '');
  return name.includes('@') ? name : `${name}@${host}`;
}

/** What stands above every post: who, where, and counts that change with every vote. */
const head =
  /^\s*submitted by\s*<a [^>]*>[^<]*<\/a>\s*to\s*<a [^>]*>[^<]*<\/a>\s*<br\s*\/?>\s*-?\d+ points?\s*\|\s*<a [^>]*>\s*\d+ comments?\s*<\/a>\s*(<br\s*\/?>)?/;

/** A post without what Lemmy writes above it, under its own page and its author's handle. */
function ownWords(heard: Heard): Heard {
  const told = withBody(heard, heard.html.replace(head, ''));
  // A post that shows a page elsewhere links to that; what its author said stands at the guid.
  const link = heard.guid && /^https?:\/\//.test(heard.guid) ? heard.guid : heard.link;
  const page = /^https?:\/\/([\w.-]+)\/u\/(\w+)$/.exec(heard.author ?? '');
  return {
    ...told,
    link,
    canonicalLink: canonicalLink(link),
    ...(page
      ? {
          author: page[2] ?? null,
          authorAddress: page[0],
          network: 'lemmy',
          handle: `${page[2]}@${page[1]}`,
        }
      : {}),
  };
}
