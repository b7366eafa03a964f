import { visitFeed } from './feed.ts';
import { retold } from './retold.ts';
import type { SourceKind } from './source-kind.ts';

/** One of the person's Google Alerts, by the feed address that Google shows beside it. */
export const googleAlerts: SourceKind = {
  kind: 'google-alerts',
  recognise(typed) {
    const found =
      /^(?:https?:\/\/)?(?:www\.)?google\.[a-z.]{2,6}\/alerts\/feeds\/(\d+)\/(\d+)\/?$/i.exec(
        typed.trim(),
      );
    return found ? `https://www.google.com/alerts/feeds/${found[1]}/${found[2]}` : null;
  },
  describe: () => 'What one of your Google Alerts finds.',
  async visit(visit) {
    const visited = await visitFeed(visit, visit.address);
    // Google's links lead through Google; the page itself is what a person wants to open.
    return retold(visited, (heard) => ({ ...heard, link: heard.canonicalLink ?? heard.link }));
  },
};
