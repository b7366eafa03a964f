import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { cleanAll, readEach, type Said } from './json-answer.ts';
import { askWithKey, field, type KeyedAnswer, keyMissing, keyRefused } from './keyed.ts';
import type { SourceKey, SourceKind, Visit, Visited } from './source-kind.ts';

const service = 'https://www.googleapis.com/youtube/v3';
const site = 'https://www.youtube.com';
/** Pages of 100 threads that one visit asks for at most; each costs one of 10,000 units a day. */
const mostPages = 5;
/** How long to wait when the day's allowance is used up; it is renewed once a day. */
const allowanceRest = 6 * 3_600_000;

const comment = z.object({
  id: z.string(),
  snippet: z.object({
    videoId: z.string().nullish(),
    textDisplay: z.string(),
    authorDisplayName: z.string().nullish(),
    authorChannelUrl: z.string().nullish(),
    authorChannelId: z.object({ value: z.string() }).nullish(),
    publishedAt: z.string(),
    updatedAt: z.string().nullish(),
    parentId: z.string().nullish(),
  }),
});

const thread = z.object({
  id: z.string(),
  snippet: z.object({ videoId: z.string().nullish(), topLevelComment: comment }),
  replies: z.object({ comments: z.unknown() }).nullish(),
});

type Thread = z.infer<typeof thread>;

/**
 * Comments under a channel's videos, or under one video (developers.google.com/youtube/v3,
 * `commentThreads.list`). The address is that of the page, with `#comments`.
 */
export const youtubeComments: SourceKind = {
  kind: 'youtube-comments',
  asks: 'www.googleapis.com',
  recognise(typed) {
    const found =
      /^https?:\/\/(?:www\.|m\.)?youtube\.com\/(channel\/UC[\w-]{22}|@[\w.-]+|watch\?v=[\w-]{11})#comments$/.exec(
        typed.trim(),
      );
    return found ? `${site}/${found[1]}#comments` : null;
  },
  describe: (address) =>
    /watch\?v=/.test(address)
      ? 'Comments under this video on YouTube.'
      : 'Comments under the videos of this channel on YouTube.',
  async visit(visit) {
    const key = await visit.key('youtube');
    if (!key) return keyMissing('youtube');
    const scope = await findScope(visit, key);
    if (typeof scope !== 'string') return scope;
    const list = `${service}/commentThreads?part=snippet,replies&order=time&maxResults=100&${scope}`;
    const first = await ask(visit, key, list);
    if (first.outcome !== 'json') return first;
    const threads = await readPages(visit, key, list, first.json);
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        threads.flatMap((one) => saidIn(one, visit.now)),
      ),
      title: `YouTube comments: ${/@[\w.-]+/.exec(visit.address)?.[0] ?? idOf(visit.address)}`,
      home: visit.address.replace(/#.*/, ''),
      remember: {
        ...visit.remembered,
        fetchAddress: `${site}/#${scope}`,
        cursor: threads[0]?.id ?? visit.remembered.cursor,
      },
      ttlMinutes: null,
      freshFor: first.freshFor,
      status: first.status,
    } satisfies Visited;
  },
};

function idOf(address: string): string {
  return /UC[\w-]{22}|(?<=v=)[\w-]{11}/.exec(address)?.[0] ?? '';
}

/** Which comments are meant, as a parameter; a handle's channel is looked up once. */
async function findScope(visit: Visit, key: SourceKey): Promise<string | Visited> {
  if (/watch\?v=/.test(visit.address)) return `videoId=${idOf(visit.address)}`;
  const known = /allThreadsRelatedToChannelId=UC[\w-]{22}/.exec(
    visit.remembered.fetchAddress ?? '',
  );
  if (known) return known[0];
  const handle = /@([\w.-]+)/.exec(visit.address)?.[1];
  if (!handle) return `allThreadsRelatedToChannelId=${idOf(visit.address)}`;
  const answer = await ask(visit, key, `${service}/channels?part=id&forHandle=${handle}`);
  if (answer.outcome !== 'json') return answer;
  const found = z
    .object({ items: z.array(z.object({ id: z.string().regex(/^UC[\w-]{22}$/) })).min(1) })
    .safeParse(answer.json);
  if (found.success) return `allThreadsRelatedToChannelId=${found.data.items[0]?.id}`;
  return {
    outcome: 'unreadable',
    sentence: 'This channel cannot be found.',
    status: answer.status,
  };
}

/** Asks with the key in a header, so that it stands in no address; tells the refusals apart. */
function ask(visit: Visit, key: SourceKey, address: string): Promise<KeyedAnswer> {
  return askWithKey(
    visit,
    'youtube',
    { address, headers: { 'x-goog-api-key': field(key, 'key') } },
    (status, said, failure) => {
      if (/quotaExceeded|rateLimitExceeded|dailyLimitExceeded/i.test(said)) {
        const sentence =
          'The day’s allowance of your YouTube key is used up; it is renewed every day.';
        return { ...failure, sentence, retryAfter: allowanceRest };
      }
      if (/commentsDisabled/.test(said)) {
        return { outcome: 'unreadable', sentence: 'Comments are switched off there.', status };
      }
      if (/accessNotConfigured|SERVICE_DISABLED/.test(said)) {
        return keyRefused('youtube', status, 'The YouTube Data API is not enabled for it.');
      }
      if (status === 403 || /API[_ ]KEY|keyInvalid|badRequest/i.test(said)) {
        return keyRefused('youtube', status);
      }
      return null;
    },
  );
}

/** The newest threads, and older pages until the newest one that was seen before. */
async function readPages(
  visit: Visit,
  key: SourceKey,
  list: string,
  first: unknown,
): Promise<Thread[]> {
  const page = z.object({ items: z.unknown(), nextPageToken: z.string().nullish() });
  const threads: Thread[] = [];
  let current: unknown = first;
  for (let pages = 1; ; pages++) {
    const read = page.safeParse(current);
    const found = read.success ? readEach(read.data.items, thread) : [];
    threads.push(...found);
    const seen = visit.remembered.cursor;
    const reached = !seen || found.length === 0 || found.some(({ id }) => id === seen);
    if (!read.success || !read.data.nextPageToken || reached || pages >= mostPages) return threads;
    const token = encodeURIComponent(read.data.nextPageToken);
    const answer = await ask(visit, key, `${list}&pageToken=${token}`);
    // What has come is kept; the next visit goes on from there.
    if (answer.outcome !== 'json') return threads;
    current = answer.json;
  }
}

function saidIn(one: Thread, now: number): Said[] {
  const { topLevelComment, videoId } = one.snippet;
  const replies = readEach(one.replies?.comments ?? [], comment);
  return [topLevelComment, ...replies].map((said) => toSaid(said, videoId ?? null, now));
}

function toSaid({ id, snippet }: z.infer<typeof comment>, video: string | null, now: number): Said {
  const watched = snippet.videoId ?? video;
  const channel = snippet.authorChannelId?.value ?? '';
  return {
    item: {
      guid: id,
      link: watched
        ? `${site}/watch?v=${encodeURIComponent(watched)}&lc=${encodeURIComponent(id)}`
        : null,
      html: snippet.textDisplay,
      author: escapeText(snippet.authorDisplayName ?? ''),
      authorAddress:
        snippet.authorChannelUrl?.replace(/^http:/, 'https:') ??
        (channel ? `${site}/channel/${channel}` : null),
      publishedAt: readDate(snippet.publishedAt, now),
      updatedAt: readDate(snippet.updatedAt, now),
      inReplyTo: snippet.parentId ?? null,
    },
    network: 'youtube',
    handle: channel,
  };
}
