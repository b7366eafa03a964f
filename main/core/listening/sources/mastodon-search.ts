import * as z from 'zod';
import { cleanAll, readEach } from './json-answer.ts';
import { askWithKey, field, type KeyedAnswer, keyMissing, keyRefused } from './keyed.ts';
import { type Status, status, toHeard } from './mastodon.ts';
import type { SourceKey, SourceKind, Visit, Visited } from './source-kind.ts';

/** Pages of 40 posts that one visit asks for at most. */
const mostPages = 3;
const pageSize = 40;

/**
 * A search on a Mastodon server, for somebody at home there (docs.joinmastodon.org,
 * `/api/v2/search`). Servers without a full index find only what the person has to do with.
 */
export const mastodonSearch: SourceKind = {
  kind: 'mastodon-search',
  recognise(typed) {
    const text = typed.trim();
    if (!/^https:/i.test(text) || !URL.canParse(text)) return null;
    const { origin, pathname, searchParams } = new URL(text);
    const words = searchParams.get('q')?.trim();
    if (pathname !== '/search' || searchParams.get('type') !== 'statuses' || !words) return null;
    return `${origin}/search?${new URLSearchParams({ q: words, type: 'statuses' })}`;
  },
  describe: (address) => `Posts with “${wordsOf(address)}” on ${new URL(address).host}.`,
  async visit(visit) {
    const key = await visit.key('mastodon');
    if (!key) return keyMissing('mastodon');
    const { host } = new URL(visit.address);
    // A token of one server is none of another's business.
    if (field(key, 'server') !== host) {
      return keyRefused('mastodon', 0, `It is for ${field(key, 'server')}, not for ${host}.`);
    }
    const first = await search(visit, key, 0);
    if (first.outcome !== 'json') return first;
    const posts = await readPages(visit, key, first.json);
    return {
      outcome: 'fresh',
      heard: await cleanAll(
        visit,
        posts.filter((post) => !post.reblog).map((post) => toHeard(post, visit)),
      ),
      title: `Mastodon: ${wordsOf(visit.address)}`,
      home: visit.address,
      remember: { ...visit.remembered, cursor: posts[0]?.uri ?? visit.remembered.cursor },
      ttlMinutes: null,
      freshFor: first.freshFor,
      status: first.status,
    } satisfies Visited;
  },
};

function wordsOf(address: string): string {
  return new URL(address).searchParams.get('q') ?? '';
}

/** The newest posts, and older pages until the newest one that was seen before. */
async function readPages(visit: Visit, key: SourceKey, first: unknown): Promise<Status[]> {
  const posts: Status[] = [];
  let current: unknown = first;
  for (let pages = 1; ; pages++) {
    const read = z.object({ statuses: z.array(z.unknown()) }).safeParse(current);
    const found = read.success ? readEach(read.data.statuses, status) : [];
    posts.push(...found);
    const seen = visit.remembered.cursor;
    const isLast = !read.success || read.data.statuses.length < pageSize;
    const reached = !seen || isLast || found.some(({ uri }) => uri === seen);
    if (reached || pages >= mostPages) return posts;
    const answer = await search(visit, key, pages * pageSize);
    // What has come is kept; the next visit goes on from there.
    if (answer.outcome !== 'json') return posts;
    current = answer.json;
  }
}

function search(visit: Visit, key: SourceKey, offset: number): Promise<KeyedAnswer> {
  const { origin } = new URL(visit.address);
  const parameters = new URLSearchParams({
    q: wordsOf(visit.address),
    type: 'statuses',
    limit: String(pageSize),
    offset: String(offset),
  });
  return askWithKey(
    visit,
    'mastodon',
    {
      address: `${origin}/api/v2/search?${parameters}`,
      headers: { authorization: `Bearer ${field(key, 'token')}` },
    },
    (code, said) =>
      code === 403 && /scope/i.test(said)
        ? keyRefused('mastodon', code, 'It may not search: read:search was not ticked.')
        : null,
  );
}
