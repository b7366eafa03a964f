import { appStore } from './app-store.ts';
import { bluesky } from './bluesky.ts';
import { blueskySearch } from './bluesky-search.ts';
import { feed } from './feed.ts';
import { googleNews } from './google-news.ts';
import { hackerNews } from './hacker-news.ts';
import { mastodon } from './mastodon.ts';
import { mastodonSearch } from './mastodon-search.ts';
import { page } from './page.ts';
import { reddit } from './reddit.ts';
import type { SourceKind } from './source-kind.ts';
import { tripadvisor } from './tripadvisor.ts';
import { yelp } from './yelp.ts';
import { youtubeComments } from './youtube-comments.ts';

/** Every kind, in the order in which they are asked whether they recognise what was typed. */
export const kinds: readonly SourceKind[] = [
  blueskySearch,
  mastodonSearch,
  youtubeComments,
  yelp,
  tripadvisor,
  bluesky,
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
