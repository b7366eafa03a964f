import * as z from 'zod';
import { readDate } from '../dates.ts';
import { escapeText } from '../entities.ts';
import { askJson, cleanAll, readEach, type Said, unfinished } from './json-answer.ts';
import type { SourceKind, Visit, Visited } from './source-kind.ts';

const service = 'https://public.api.bsky.app';
/** Pages of 50 posts that one visit asks for at most. */
const mostPages = 5;

/** A post as Bluesky's interfaces have it (`app.bsky.feed.defs#postView`). */
export const post = z.object({
  uri: z.string().regex(/^at:\/\/[^/]+\/[^/]+\/[^/]+$/),
  author: z.object({
    did: z.string(),
    handle: z.string(),
    displayName: z.string().nullish(),
  }),
  record: z.object({
    text: z.string(),
    createdAt: z.string(),
    langs: z.array(z.string()).nullish(),
    reply: z.object({ parent: z.object({ uri: z.string() }) }).nullish(),
  }),
  indexedAt: z.string().nullish(),
});
const entry = z.object({ post, reason: z.unknown().nullish() });

export type Post = z.infer<typeof post>;

/** An author on Bluesky, by the public interface (docs.bsky.app, `app.bsky.feed.getAuthorFeed`). */
export const bluesky: SourceKind = {
  kind: 'bluesky',
  asks: 'public.api.bsky.app',
  recognise(typed) {
    const text = typed.trim();
    const named =
      /^(?:https?:\/\/bsky\.app\/profile\/|at:\/\/|@)?([\w-]+(?:\.[\w-]+)+|did:(?:plc|web):[\w.:%-]+)\/?$/i.exec(
        text,
      );
    const name = named?.[1]?.toLowerCase();
    // A bare domain is more likely a website than somebody's handle.
    const isBare = !/^(https?:|at:|@|did:)/i.test(text) && !/\.bsky\.social$/i.test(text);
    return name && !isBare ? `https://bsky.app/profile/${name}` : null;
  },
  describe: (address) => `Public posts of ${nameOf(address)} on Bluesky.`,
  async visit(visit) {
    const actor = encodeURIComponent(nameOf(visit.address));
    const feed = `${service}/xrpc/app.bsky.feed.getAuthorFeed?actor=${actor}&limit=50`;
    const first = await askJson(visit, feed, true);
    if (first.outcome !== 'json') return first;
    const { posts, isWhole } = await readPages(visit, feed, first.json);
    const own = posts.filter(({ reason }) => !reason).map(({ post }) => post);
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        own.map((post) => toHeard(post, visit.now)),
      ),
      title: own[0]?.author.displayName || nameOf(visit.address),
      home: visit.address,
      remember: isWhole
        ? { ...first.remember, cursor: own[0]?.uri ?? visit.remembered.cursor }
        : unfinished(first.remember, visit.remembered),
      ttlMinutes: null,
      freshFor: first.freshFor,
      status: first.status,
    } satisfies Visited;
  },
};

function nameOf(address: string): string {
  return address.replace(/^https:\/\/bsky\.app\/profile\//, '');
}

/** The first page and older ones, until the newest post that was seen before. */
async function readPages(visit: Visit, feed: string, first: unknown) {
  const page = z.object({ feed: z.unknown(), cursor: z.string().nullish() });
  const posts: z.infer<typeof entry>[] = [];
  let current: unknown = first;
  for (let pages = 1; ; pages++) {
    const read = page.safeParse(current);
    const found = read.success ? readEach(read.data.feed, entry) : [];
    posts.push(...found);
    const seen = visit.remembered.cursor;
    const reached = !seen || found.some(({ post }) => post.uri === seen);
    if (!read.success || !read.data.cursor || reached || pages >= mostPages) {
      return { posts, isWhole: true };
    }
    const next = `${feed}&cursor=${encodeURIComponent(read.data.cursor)}`;
    const answer = await askJson(visit, next, false);
    // What has come is kept; the next visit asks for all of it again.
    if (answer.outcome !== 'json') return { posts, isWhole: false };
    current = answer.json;
  }
}

/** A post as a mention. */
export function toHeard(post: Post, now: number): Said {
  const key = post.uri.split('/').at(-1) ?? '';
  const { author, record } = post;
  return {
    item: {
      guid: post.uri,
      link: `https://bsky.app/profile/${author.did}/post/${key}`,
      html: escapeText(record.text).replace(/\r?\n/g, '<br>'),
      author: escapeText(author.displayName || author.handle),
      authorAddress: `https://bsky.app/profile/${author.handle}`,
      publishedAt: readDate(record.createdAt, now) ?? readDate(post.indexedAt, now),
      inReplyTo: record.reply?.parent.uri ?? null,
      language: record.langs?.[0] ?? null,
    },
    network: 'bluesky',
    handle: author.handle,
  };
}
