import { expect, test } from 'vitest';
import { kinds } from '../../../main/core/listening/sources/kinds.ts';

const channel = 'UCabcdefghijklmnopqrstuv';

test.each([
  [
    'https://www.reddit.com/search/?q=rosa+bread&type=link',
    'reddit',
    'https://www.reddit.com/search?q=rosa%20bread&sort=new',
  ],
  [
    'https://www.reddit.com/r/bread/search?q=rosa&restrict_sr=1',
    'reddit',
    'https://www.reddit.com/r/bread/search?q=rosa&restrict_sr=on&sort=new',
  ],
  [
    'https://reddit.com/r/bread/comments/1abc/best_loaf/?utm_source=share',
    'reddit',
    'https://www.reddit.com/r/bread/comments/1abc/best_loaf',
  ],
  ['u/rosa-bakes', 'reddit', 'https://www.reddit.com/user/rosa-bakes'],
  ['!bread@lemmy.example', 'lemmy', 'https://lemmy.example/c/bread'],
  [
    'https://lemmy.example/c/bread@other.example',
    'lemmy',
    'https://lemmy.example/c/bread@other.example',
  ],
  ['https://lemmy.example/feeds/u/rosa.xml?sort=New', 'lemmy', 'https://lemmy.example/u/rosa'],
  [
    'https://talk.example/t/sour-dough/12/7?u=x',
    'discourse',
    'https://talk.example/t/sour-dough/12.rss',
  ],
  [
    'https://bakers.example/c/help/ovens/5',
    'discourse',
    'https://bakers.example/c/help/ovens/5.rss',
  ],
  ['https://forum.bakers.example/latest', 'discourse', 'https://forum.bakers.example/latest.rss'],
  ['https://bakers.example/posts.rss', 'discourse', 'https://bakers.example/posts.rss'],
  [
    'https://stackoverflow.com/questions/tagged/bread',
    'stack-exchange',
    'https://stackoverflow.com/questions/tagged/bread',
  ],
  [
    'https://cooking.stackexchange.com/search?q=sour+dough&tab=newest',
    'stack-exchange',
    'https://cooking.stackexchange.com/search?q=sour%20dough',
  ],
  [
    'stackexchange: rosa’s oven',
    'stack-exchange',
    'https://stackoverflow.com/search?q=rosa%E2%80%99s%20oven',
  ],
  [
    'https://shop.example/comments/feed/',
    'wordpress-comments',
    'https://shop.example/comments/feed/',
  ],
  [
    'https://shop.example/?feed=comments-rss2',
    'wordpress-comments',
    'https://shop.example/?feed=comments-rss2',
  ],
  [
    'https://www.google.co.uk/alerts/feeds/123/456',
    'google-alerts',
    'https://www.google.com/alerts/feeds/123/456',
  ],
  [
    `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
    'youtube',
    `https://www.youtube.com/channel/${channel}`,
  ],
  [
    `https://m.youtube.com/channel/${channel}/videos`,
    'youtube',
    `https://www.youtube.com/channel/${channel}`,
  ],
  ['https://www.youtube.com/@rosa.bakes/videos', 'youtube', 'https://www.youtube.com/@rosa.bakes'],
  [
    'https://www.youtube.com/watch?v=abc&list=PL12',
    'youtube',
    'https://www.youtube.com/playlist?list=PL12',
  ],
  ['https://rosa.medium.com/fresh-bread-1a2b', 'medium', 'https://rosa.medium.com'],
  ['https://medium.com/@rosa/fresh-bread-1a2b', 'medium', 'https://medium.com/@rosa'],
  ['https://medium.com/feed/tag/bread', 'medium', 'https://medium.com/tag/bread'],
  ['https://rosa.substack.com/p/fresh', 'substack', 'https://rosa.substack.com'],
  ['https://open.substack.com/pub/rosa/p/fresh', 'substack', 'https://rosa.substack.com'],
  ['https://www.tumblr.com/rosa/123/fresh', 'tumblr', 'https://rosa.tumblr.com'],
  ['https://Rosa.tumblr.com/', 'tumblr', 'https://rosa.tumblr.com'],
  [
    'https://bsky.app/profile/rosa.example/post/3kabc',
    'bluesky-thread',
    'https://bsky.app/profile/rosa.example/post/3kabc',
  ],
  [
    'at://did:plc:abc/app.bsky.feed.post/3kabc',
    'bluesky-thread',
    'https://bsky.app/profile/did:plc:abc/post/3kabc',
  ],
  // What only looks like one of them.
  ['https://shop.example/search?q=bread', 'feed', 'https://shop.example/search?q=bread'],
  ['https://medium.com/search?q=x', 'feed', 'https://medium.com/search?q=x'],
  ['https://blog.example/tag/bread', 'feed', 'https://blog.example/tag/bread'],
  ['https://www.tumblr.com/explore', 'feed', 'https://www.tumblr.com/explore'],
  [
    'https://www.youtube.com/watch?v=abc&list=RDmix',
    'feed',
    'https://www.youtube.com/watch?v=abc&list=RDmix',
  ],
])('%s is of the kind %s, stays so, and is described', (typed, kind, address) => {
  const recognised = kinds.flatMap((one) => {
    const found = one.recognise(typed);
    return found ? [{ one, found }] : [];
  });
  expect([recognised[0]?.one.kind, recognised[0]?.found]).toEqual([kind, address]);
  expect(recognised[0]?.one.recognise(address)).toBe(address);
  expect(recognised[0]?.one.describe(address)).toMatch(/^[A-Z].{8,}\.$/);
});
