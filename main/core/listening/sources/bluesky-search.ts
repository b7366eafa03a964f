import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Post, post, toHeard } from './bluesky.ts';
import { cleanAll, readEach } from './json-answer.ts';
import { askWithKey, field, type KeyedAnswer, keyMissing, keyRefused } from './keyed.ts';
import type { SourceKey, SourceKind, Visit, Visited } from './source-kind.ts';

const service = 'https://bsky.social/xrpc';
/** Pages of 100 posts that one visit asks for at most. */
const mostPages = 3;
/** How long a session is used; it lives for two hours, and a day has room for few of them. */
const sessionLasts = 90 * 60_000;

/** Sessions that are open, by a hash of the key that opened them. In memory only. */
const sessions = new Map<string, { token: string; until: number }>();

/**
 * A search on Bluesky, which answers only to somebody who is signed in (docs.bsky.app,
 * `com.atproto.server.createSession`, `app.bsky.feed.searchPosts`).
 */
export const blueskySearch: SourceKind = {
  kind: 'bluesky-search',
  asks: 'bsky.social',
  recognise(typed) {
    const text = typed.trim();
    const words = /^(?:bluesky|bsky):\s*(.+)$/i.exec(text)?.[1];
    if (words) return addressFor(words);
    if (!/^https?:\/\/bsky\.app\/search\?/i.test(text) || !URL.canParse(text)) return null;
    const searched = new URL(text).searchParams.get('q')?.trim();
    return searched ? addressFor(searched) : null;
  },
  describe: (address) => `Posts on Bluesky with “${wordsOf(address)}”.`,
  async visit(visit) {
    const key = await visit.key('bluesky');
    if (!key) return keyMissing('bluesky');
    const first = await search(visit, key, null);
    if (first.outcome !== 'json') return first;
    const posts = await readPages(visit, key, first.json);
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        posts.map((one) => toHeard(one, visit.now)),
      ),
      title: `Bluesky: ${wordsOf(visit.address)}`,
      home: visit.address,
      remember: { ...visit.remembered, cursor: posts[0]?.uri ?? visit.remembered.cursor },
      ttlMinutes: null,
      freshFor: first.freshFor,
      status: first.status,
    } satisfies Visited;
  },
};

function addressFor(words: string): string {
  return `https://bsky.app/search?${new URLSearchParams({ q: words })}`;
}

function wordsOf(address: string): string {
  return new URL(address).searchParams.get('q') ?? '';
}

/** The newest posts, and older pages until the newest one that was seen before. */
async function readPages(visit: Visit, key: SourceKey, first: unknown): Promise<Post[]> {
  const page = z.object({ posts: z.unknown(), cursor: z.string().nullish() });
  const posts: Post[] = [];
  let current: unknown = first;
  for (let pages = 1; ; pages++) {
    const read = page.safeParse(current);
    const found = read.success ? readEach(read.data.posts, post) : [];
    posts.push(...found);
    const seen = visit.remembered.cursor;
    const reached = !seen || found.length === 0 || found.some(({ uri }) => uri === seen);
    if (!read.success || !read.data.cursor || reached || pages >= mostPages) return posts;
    const answer = await search(visit, key, read.data.cursor);
    // What has come is kept; the next visit goes on from there.
    if (answer.outcome !== 'json') return posts;
    current = answer.json;
  }
}

/** Searches, signing in first where no session is open; once more when the session has ended. */
async function search(visit: Visit, key: SourceKey, cursor: string | null): Promise<KeyedAnswer> {
  const parameters = new URLSearchParams({
    q: wordsOf(visit.address),
    sort: 'latest',
    limit: '100',
    ...(cursor ? { cursor } : {}),
  });
  for (const again of [true, false]) {
    const session = await signIn(visit, key);
    if (typeof session !== 'string') return session;
    const answer = await askWithKey(
      visit,
      'bluesky',
      {
        address: `${service}/app.bsky.feed.searchPosts?${parameters}`,
        headers: { authorization: `Bearer ${session}` },
      },
      (status, said, failure) =>
        // An ended session is told with 400 as well as with 401.
        status === 400 && /ExpiredToken|InvalidToken/.test(said)
          ? keyRefused('bluesky', status)
          : status === 401
            ? null
            : failure,
    );
    const ended = answer.outcome === 'unreadable' && answer.needsKey !== undefined;
    if (!ended || !again) return answer;
    sessions.delete(nameOf(key));
  }
  return keyRefused('bluesky', 401);
}

/** The token of a session; an open one is used again. */
async function signIn(visit: Visit, key: SourceKey): Promise<string | KeyedAnswer> {
  const open = sessions.get(nameOf(key));
  if (open && open.until > visit.now) return open.token;
  const answer = await askWithKey(
    visit,
    'bluesky',
    {
      address: `${service}/com.atproto.server.createSession`,
      body: JSON.stringify({ identifier: field(key, 'handle'), password: field(key, 'password') }),
    },
    (status, said) => {
      if (/AuthFactorTokenRequired/.test(said)) {
        return keyRefused(
          'bluesky',
          status,
          'This is the password of the account; an app password is needed.',
        );
      }
      if (/AccountTakedown|AccountDeactivated/.test(said)) {
        return keyRefused('bluesky', status, 'The account is closed.');
      }
      return status === 400 ? keyRefused('bluesky', status) : null;
    },
  );
  if (answer.outcome !== 'json') return answer;
  const session = z.object({ accessJwt: z.string().min(1) }).safeParse(answer.json);
  if (!session.success) return keyRefused('bluesky', answer.status);
  sessions.set(nameOf(key), { token: session.data.accessJwt, until: visit.now + sessionLasts });
  return session.data.accessJwt;
}

function nameOf(key: SourceKey): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url');
}
