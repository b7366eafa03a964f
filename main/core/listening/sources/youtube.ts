import { feedsNamedIn } from '../autodiscovery.ts';
import { decode } from '../decode.ts';
import type { FetchAnswer } from '../fetch-types.ts';
import { readFeed } from './feed.ts';
import type { SourceKind, Visit, Visited } from './source-kind.ts';

const site = 'https://www.youtube.com';
const feeds = `${site}/feeds/videos.xml`;

/** A channel or a playlist on YouTube, by its feed of the newest fifteen videos. */
export const youtube: SourceKind = {
  kind: 'youtube',
  recognise(typed) {
    const text = typed.trim();
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { hostname, pathname, searchParams, hash } = new URL(text);
    if (!/^(www\.|m\.)?youtube\.com$/.test(hostname) || hash === '#comments') return null;
    const channel =
      searchParams.get('channel_id') ?? /^\/channel\/(UC[\w-]{22})(\/|$)/.exec(pathname)?.[1];
    if (channel && /^UC[\w-]{22}$/.test(channel)) return `${site}/channel/${channel}`;
    const list = searchParams.get('playlist_id') ?? searchParams.get('list');
    // Lists that begin with RD are mixes, made anew for each viewer.
    if (list && /^(?!RD)[\w-]{2,60}$/.test(list)) return `${site}/playlist?list=${list}`;
    const named = /^\/(@[^/?#]{1,100}|(?:c|user)\/[^/?#]{1,100})/.exec(pathname)?.[1];
    return named ? `${site}/${named}` : null;
  },
  describe: (address) =>
    /playlist/.test(address)
      ? 'New videos in this playlist on YouTube.'
      : 'New videos of this channel on YouTube.',
  async visit(visit) {
    const known = feedOf(visit.address) ?? visit.remembered.cursor;
    const feed = known ?? (await findChannel(visit));
    if (typeof feed !== 'string') return feed;
    const { etag, lastModified, bodyHash } = visit.remembered;
    const ask = () => visit.fetch({ address: feed, etag, lastModified, bodyHash });
    let answer = await ask();
    // Now and then one of YouTube's machines knows nothing of a channel that another one knows.
    if (isPassing(answer)) answer = await ask();
    if (isPassing(answer)) return { ...answer, sentence: passing };
    const visited = await readFeed(visit, answer, visit.address);
    if (visited.outcome !== 'fresh' && visited.outcome !== 'unchanged') return visited;
    return { ...visited, remember: { ...visited.remember, fetchAddress: null, cursor: feed } };
  },
};

const passing =
  'YouTube says that there is nothing here, as it does now and then even of channels that are well. It usually comes back by itself.';

function isPassing(answer: FetchAnswer): answer is Extract<FetchAnswer, { outcome: 'failed' }> {
  if (answer.outcome !== 'failed' || answer.status === null) return false;
  return answer.status === 404 || answer.status >= 500;
}

function feedOf(address: string): string | null {
  const channel = /\/channel\/(UC[\w-]{22})$/.exec(address)?.[1];
  if (channel) return `${feeds}?channel_id=${channel}`;
  const list = new URL(address).searchParams.get('list');
  return list ? `${feeds}?playlist_id=${encodeURIComponent(list)}` : null;
}

/** The feed of a channel that is known by its name: its page tells the identity. */
async function findChannel(visit: Visit): Promise<string | Visited> {
  const answer = await visit.fetch({ address: visit.address, accept: 'text/html' });
  if (answer.outcome === 'failed') return answer;
  const text = answer.outcome === 'fresh' ? decode(answer.bytes, answer.contentType) : '';
  const [named] = feedsNamedIn(text, visit.address).filter((feed) => feed.startsWith(feeds));
  if (named) return named;
  const identity =
    /youtube\.com\/channel\/(UC[\w-]{22})"/.exec(text)?.[1] ??
    /"externalId":"(UC[\w-]{22})"/.exec(text)?.[1];
  if (identity) return `${feeds}?channel_id=${identity}`;
  const sentence = /(^|\.)consent\./.test(new URL(answer.address).hostname)
    ? 'YouTube asks for consent before it shows this page, and a program cannot give it. Paste the channel’s other address (youtube.com/channel/UC…); “Share channel” there shows it.'
    : 'This page of YouTube does not say which channel it is.';
  return { outcome: 'unreadable', sentence, status: answer.status };
}
