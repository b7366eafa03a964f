import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { Unreadable } from '../parsed.ts';
import { visitFeed } from './feed.ts';
import { askJson, cleanAll, readEach, type Said, unfinished } from './json-answer.ts';
import type { SourceKind, Visit, Visited } from './source-kind.ts';

/** Pages of 40 posts that one visit asks for at most. */
const mostPages = 5;

/** Hosts whose `/@name` pages are not Mastodon's. */
const others = /(^|\.)(youtube|medium|tiktok|threads|flipboard|substack)\.(com|net)$/;

/** A post as Mastodon's interfaces have it (docs.joinmastodon.org, `Status`). */
export const status = z.object({
  id: z.string(),
  uri: z.string(),
  url: z.string().nullish(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  content: z.string(),
  spoiler_text: z.string().nullish(),
  language: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  reblog: z.unknown().nullish(),
  account: z.object({ acct: z.string(), display_name: z.string().nullish(), url: z.string() }),
});

export type Status = z.infer<typeof status>;

/** An account or a hashtag on a Mastodon server (docs.joinmastodon.org, `statuses`, `timelines`). */
export const mastodon: SourceKind = {
  kind: 'mastodon',
  recognise(typed) {
    const text = typed.trim();
    const handle = /^@([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(text);
    if (handle) return `https://${handle[2]?.toLowerCase()}/@${handle[1]}`;
    const tag = /^#([\p{L}\p{N}_]+)@([\w-]+(?:\.[\w-]+)+)$/u.exec(text);
    if (tag) return `https://${tag[2]?.toLowerCase()}/tags/${encodeURIComponent(tag[1] ?? '')}`;
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return null;
    const { origin, pathname, hostname } = new URL(text);
    const page = /^\/(@[\w.-]+|tags\/[^/]+)\/?$/.exec(pathname)?.[1];
    return page && !others.test(hostname) ? `${origin}/${page}` : null;
  },
  describe: (address) => `Public posts of ${nameOf(address)} on Mastodon.`,
  async visit(visit) {
    const { fetchAddress } = visit.remembered;
    if (fetchAddress?.endsWith('.rss')) return visitFeed(visit, fetchAddress);
    const timeline = await findTimeline(visit);
    const visited = typeof timeline === 'string' ? await readTimeline(visit, timeline) : timeline;
    return isClosed(visited) ? visitClosed(visit, visited) : visited;
  },
};

function nameOf(address: string): string {
  const { host, pathname } = new URL(address);
  const tag = /^\/tags\/(.+)$/.exec(pathname)?.[1];
  return tag ? `#${decodeURIComponent(tag)} (${host})` : `${pathname.slice(1)}@${host}`;
}

/** The address of the posts; an account's is looked up once and then remembered. */
async function findTimeline(visit: Visit): Promise<string | Visited> {
  const { origin, pathname } = new URL(visit.address);
  const tag = /^\/tags\/(.+)$/.exec(pathname)?.[1];
  if (tag) return `${origin}/api/v1/timelines/tag/${tag}?limit=40`;
  if (visit.remembered.fetchAddress) return visit.remembered.fetchAddress;
  const name = encodeURIComponent(pathname.replace(/^\/@/, ''));
  const answer = await askJson(visit, `${origin}/api/v1/accounts/lookup?acct=${name}`, false);
  if (answer.outcome !== 'json') return answer;
  const account = z.object({ id: z.string().regex(/^[\w-]+$/) }).safeParse(answer.json);
  if (account.success) {
    return `${origin}/api/v1/accounts/${account.data.id}/statuses?limit=40&exclude_reblogs=true`;
  }
  return {
    outcome: 'unreadable',
    sentence: 'This account cannot be found.',
    status: answer.status,
  };
}

/** Whether a server's interface is shut to callers without an account. */
function isClosed(visited: Visited): boolean {
  if (visited.outcome === 'unreadable') return true;
  return visited.outcome === 'failed' && [401, 403, 404, 410, 422].includes(visited.status ?? 0);
}

/**
 * Behind a closed interface there is often still a feed. Where there is none the server says
 * whether it is closed on purpose (`configuration.timelines_access`, Mastodon 4.5).
 */
async function visitClosed(visit: Visit, refused: Visited): Promise<Visited> {
  const rss = `${visit.address}.rss`;
  try {
    const found = await visitFeed(visit, rss);
    if (found.outcome === 'failed' && found.kind === 'offline') return found;
    if (found.outcome === 'fresh' || found.outcome === 'unchanged') {
      return { ...found, remember: { ...found.remember, fetchAddress: rss } };
    }
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
  }
  if (!/\/tags\//.test(visit.address)) return refused;
  const { origin, host } = new URL(visit.address);
  const answer = await askJson(visit, `${origin}/api/v2/instance`, false);
  const access = answer.outcome === 'json' ? instance.safeParse(answer.json) : null;
  const isOpen = access?.data?.configuration.timelines_access.hashtag_feeds.local === 'public';
  if (!access?.success || isOpen) return refused;
  return {
    outcome: 'unreadable',
    sentence: `${host} shows posts with a tag only to its own members. Listen to the same tag on another server; it knows most of the same posts.`,
    status:
      refused.outcome === 'fresh' || refused.outcome === 'unchanged' ? 0 : (refused.status ?? 0),
  };
}

const instance = z.object({
  configuration: z.object({
    timelines_access: z.object({ hashtag_feeds: z.object({ local: z.string() }) }),
  }),
});

/** The newest posts, and older pages until the newest one that was seen before. */
async function readTimeline(visit: Visit, timeline: string): Promise<Visited> {
  const first = await askJson(visit, timeline, true);
  if (first.outcome !== 'json') return first;
  const posts = readEach(first.json, status);
  const seen = visit.remembered.cursor;
  let page = posts;
  let isWhole = true;
  for (let pages = 1; pages < mostPages && seen && page.length > 0; pages++) {
    const last = page.at(-1)?.id ?? '';
    if (!isNewer(last, seen)) break;
    const answer = await askJson(visit, `${timeline}&max_id=${encodeURIComponent(last)}`, false);
    // What has come is kept; the next visit asks for all of it again.
    isWhole = answer.outcome === 'json';
    if (answer.outcome !== 'json') break;
    page = readEach(answer.json, status);
    posts.push(...page);
  }
  const own = posts.filter((post) => !post.reblog);
  return {
    outcome: 'fresh',
    heard: await cleanAll(
      visit,
      own.map((post) => toHeard(post, visit)),
    ),
    title: nameOf(visit.address),
    home: visit.address,
    remember: {
      ...(isWhole ? first.remember : unfinished(first.remember, visit.remembered)),
      fetchAddress: /\/tags\//.test(visit.address) ? null : timeline,
      cursor: isWhole ? (posts[0]?.id ?? seen) : seen,
    },
    ttlMinutes: null,
    freshFor: first.freshFor,
    status: first.status,
  };
}

/** Identities grow with time: the longer number, or the greater of two of one length, is newer. */
function isNewer(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}

/** A post as a mention. */
export function toHeard(post: Status, visit: Visit): Said {
  const { host } = new URL(visit.address);
  const handle = post.account.acct.includes('@')
    ? post.account.acct
    : `${post.account.acct}@${host}`;
  const warning = post.spoiler_text ? `<p>${escapeText(post.spoiler_text)}</p>` : '';
  return {
    item: {
      guid: post.uri,
      link: post.url ?? post.uri,
      html: warning + post.content,
      author: escapeText(post.account.display_name || handle),
      authorAddress: post.account.url,
      publishedAt: readDate(post.created_at, visit.now),
      updatedAt: readDate(post.edited_at, visit.now),
      inReplyTo: post.in_reply_to_id ?? null,
      language: post.language ?? null,
    },
    network: 'mastodon',
    handle: handle,
  };
}
