import * as z from 'zod';
import { post, toHeard } from './bluesky.ts';
import { askJson, cleanAll } from './json-answer.ts';
import type { SourceKind, Visited } from './source-kind.ts';

const service = 'https://public.api.bsky.app';
/** Answers that one thread brings at most, so that no thread fills the memory. */
const mostPosts = 1000;

const thread = z.object({ post, replies: z.array(z.unknown()).nullish() });
const missing = z.object({ notFound: z.literal(true) });
const blocked = z.object({ blocked: z.literal(true) });

/** A post on Bluesky and all that is answered to it (docs.bsky.app, `app.bsky.feed.getPostThread`). */
export const blueskyThread: SourceKind = {
  kind: 'bluesky-thread',
  asks: 'public.api.bsky.app',
  recognise(typed) {
    const found =
      /^(?:https?:\/\/bsky\.app\/profile\/|at:\/\/)([\w.:%-]+)\/(?:post|app\.bsky\.feed\.post)\/(\w+)\/?$/i.exec(
        typed.trim(),
      );
    return found ? `https://bsky.app/profile/${found[1]?.toLowerCase()}/post/${found[2]}` : null;
  },
  describe: () => 'This post on Bluesky and what is answered to it.',
  async visit(visit) {
    const [, author, key] = /\/profile\/([^/]+)\/post\/(\w+)$/.exec(visit.address) ?? [];
    const uri = encodeURIComponent(`at://${author}/app.bsky.feed.post/${key}`);
    const answer = await askJson(
      visit,
      `${service}/xrpc/app.bsky.feed.getPostThread?uri=${uri}&depth=100&parentHeight=0`,
      true,
      true,
    );
    if (answer.outcome === 'failed') {
      const { said = '', ...failure } = answer;
      return /NotFound/.test(said) ? gone(answer.status ?? 0) : failure;
    }
    if (answer.outcome !== 'json') return answer;
    const root = z.object({ thread: z.unknown() }).safeParse(answer.json);
    const top = root.success ? root.data.thread : null;
    if (missing.safeParse(top).success) return gone(answer.status);
    if (blocked.safeParse(top).success) {
      const sentence = 'The author of this post does not show it to everybody.';
      return { outcome: 'unreadable', sentence, status: answer.status };
    }
    const posts = postsIn(top);
    if (posts.length === 0) {
      const sentence = 'The website answered with something unreadable.';
      return { outcome: 'unreadable', sentence, status: answer.status };
    }
    const [first] = posts;
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        posts.map((one) => toHeard(one, visit.now)),
      ),
      title: `A thread of ${first?.author.displayName || first?.author.handle}`,
      home: visit.address,
      remember: answer.remember,
      ttlMinutes: null,
      freshFor: answer.freshFor,
      status: answer.status,
    } satisfies Visited;
  },
};

function gone(status: number): Visited {
  return { outcome: 'unreadable', sentence: 'This post is not there any more.', status };
}

/** The posts of a tree, the first one first; what is hidden or misshapen is left out. */
function postsIn(top: unknown): z.infer<typeof post>[] {
  const found: z.infer<typeof post>[] = [];
  const waiting: unknown[] = [top];
  while (waiting.length > 0 && found.length < mostPosts) {
    const read = thread.safeParse(waiting.shift());
    if (!read.success) continue;
    found.push(read.data.post);
    waiting.push(...(read.data.replies ?? []));
  }
  return found;
}
