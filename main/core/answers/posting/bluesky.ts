import { createHash } from 'node:crypto';
import * as z from 'zod';
import { field } from '../../listening/sources/keyed.ts';
import { type Network, refusedWith } from './network.ts';

const service = 'https://bsky.social/xrpc';
const reference = z.object({ uri: z.string(), cid: z.string() });
const parentPost = reference.extend({
  record: z.object({ reply: z.object({ root: reference }).nullish() }),
});

/**
 * Replies on Bluesky (docs.bsky.app, `com.atproto.repo.putRecord` of an `app.bsky.feed.post`). The
 * record's key follows from the answer, so that a second try writes the same record and no other.
 */
export const blueskyNetwork: Network = {
  async post(reply, key, ask) {
    const signedIn = await ask({
      address: `${service}/com.atproto.server.createSession`,
      body: JSON.stringify({ identifier: field(key, 'handle'), password: field(key, 'password') }),
    });
    if (signedIn.outcome === 'refused') return refusedWith('Bluesky', { status: 401 });
    if (signedIn.outcome === 'later') return signedIn;
    const session = z
      .object({ accessJwt: z.string(), did: z.string(), handle: z.string() })
      .safeParse(signedIn.json);
    if (!session.success) return refusedWith('Bluesky', { status: 401 });
    const { accessJwt, did, handle } = session.data;
    const headers = { authorization: `Bearer ${accessJwt}` };

    const asked = await ask({
      address: `${service}/app.bsky.feed.getPosts?${new URLSearchParams({ uris: reply.guid })}`,
      headers,
    });
    if (asked.outcome === 'refused') return refusedWith('Bluesky', asked);
    if (asked.outcome === 'later') return asked;
    const found = z.object({ posts: z.array(parentPost) }).safeParse(asked.json);
    const parent = found.success ? found.data.posts[0] : undefined;
    if (!parent) return { outcome: 'refused', problem: 'What you answer is not there any more.' };

    const recordKey = recordKeyOf(reply);
    const { uri, cid } = parent;
    const posted = await ask({
      address: `${service}/com.atproto.repo.putRecord`,
      headers,
      body: JSON.stringify({
        repo: did,
        collection: 'app.bsky.feed.post',
        rkey: recordKey,
        record: {
          $type: 'app.bsky.feed.post',
          text: reply.text,
          createdAt: new Date(reply.begunAt).toISOString(),
          facets: linksIn(reply.text),
          reply: { root: parent.record.reply?.root ?? { uri, cid }, parent: { uri, cid } },
        },
      }),
    });
    if (posted.outcome === 'refused') return refusedWith('Bluesky', posted);
    if (posted.outcome === 'later') return posted;
    return { outcome: 'posted', address: `https://bsky.app/profile/${handle}/post/${recordKey}` };
  },
};

const digits = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A record key of the form that Bluesky asks for (atproto.com, "TID": 53 bits of microseconds and
 * 10 bits of a clock's name, in sortable base32), always the same for the same answer.
 */
export function recordKeyOf({ id, begunAt }: { id: string; begunAt: number }): string {
  const hash = createHash('sha256').update(id).digest();
  const microseconds = BigInt(begunAt) * 1000n + BigInt(hash.readUInt16BE(0) % 1000);
  const value = (microseconds << 10n) | BigInt(hash.readUInt16BE(2) & 1023);
  let key = '';
  for (let shift = 60n; shift >= 0n; shift -= 5n) key += digits[Number((value >> shift) & 31n)];
  return key;
}

/** The links in a text, by their places in bytes of UTF-8 (`app.bsky.richtext.facet`). */
function linksIn(text: string) {
  const bytes = (part: string) => new TextEncoder().encode(part).length;
  return [...text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]’”]/gu)].map(
    ({ index, 0: uri }) => ({
      index: {
        byteStart: bytes(text.slice(0, index)),
        byteEnd: bytes(text.slice(0, index)) + bytes(uri),
      },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
    }),
  );
}
