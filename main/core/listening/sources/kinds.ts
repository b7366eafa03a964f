import { appStore } from './app-store.ts';
import { bluesky } from './bluesky.ts';
import { blueskySearch } from './bluesky-search.ts';
import { blueskyThread } from './bluesky-thread.ts';
import { discourse } from './discourse.ts';
import { feed } from './feed.ts';
import { googleAlerts } from './google-alerts.ts';
import { googleNews } from './google-news.ts';
import { hackerNews } from './hacker-news.ts';
import { lemmy } from './lemmy.ts';
import { mastodon } from './mastodon.ts';
import { mastodonSearch } from './mastodon-search.ts';
import { medium } from './medium.ts';
import { page } from './page.ts';
import { reddit } from './reddit.ts';
import type { SourceKind } from './source-kind.ts';
import { stackExchange } from './stack-exchange.ts';
import { substack } from './substack.ts';
import { tripadvisor } from './tripadvisor.ts';
import { tumblr } from './tumblr.ts';
import { wordpressComments } from './wordpress-comments.ts';
import { yelp } from './yelp.ts';
import { youtube } from './youtube.ts';
import { youtubeComments } from './youtube-comments.ts';

/** Every kind, in the order in which they are asked whether they recognise what was typed. */
export const kinds: readonly SourceKind[] = [
  blueskySearch,
  mastodonSearch,
  youtubeComments,
  yelp,
  tripadvisor,
  blueskyThread,
  bluesky,
  youtube,
  medium,
  substack,
  tumblr,
  googleAlerts,
  stackExchange,
  wordpressComments,
  discourse,
  lemmy,
  mastodon,
  reddit,
  appStore,
  hackerNews,
  googleNews,
  feed,
  page,
];

/** The kind of that name, or undefined. */
export function kindNamed(name: string): SourceKind | undefined {
  return kinds.find((kind) => kind.kind === name);
}
