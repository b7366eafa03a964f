/** A network that limits how long an answer may be, with its way of counting. */
export type CountingNetwork = 'bluesky' | 'mastodon' | 'google';

/**
 * The most that a network takes: Bluesky 300 graphemes (docs.bsky.app, `app.bsky.feed.post`),
 * Mastodon 500 characters (its default), Google 4,096 bytes (Business Profile, `reviewReply`).
 */
export const mostOf: Record<CountingNetwork, number> = {
  bluesky: 300,
  mastodon: 500,
  google: 4096,
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How long a text is, as its network counts. */
export function answerLength(network: CountingNetwork, text: string): number {
  if (network === 'bluesky') return graphemes(text);
  if (network === 'google') return new TextEncoder().encode(text).length;
  return graphemes(
    text
      // Mastodon counts every link as 23, and of somebody's name only what stands before the host.
      .replace(/https?:\/\/\S+/gu, 'x'.repeat(23))
      .replace(/(^|[^\w/])@([\w.-]+)@[\w.-]+\w/gu, '$1@$2'),
  );
}

function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
