import * as z from 'zod';
import { field } from '../../listening/sources/keyed.ts';
import { type Ask, type Network, type Posted, type Reply, refusedWith } from './network.ts';

const account = z.object({ id: z.string(), acct: z.string() });
const status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  uri: z.string(),
  visibility: z.string().optional(),
  account,
});
const mine = z.object({ id: z.string() });

/**
 * Replies on Mastodon (docs.joinmastodon.org, `POST /api/v1/statuses`), as seen from the person's
 * own server. The answer's identity is its `Idempotency-Key`, which a server heeds for an hour;
 * after a try whose end is unknown the thread is searched for the reply first.
 */
export const mastodonNetwork: Network = {
  async post(reply, key, ask) {
    const server = `https://${field(key, 'server')}`;
    const authorization = `Bearer ${field(key, 'token')}`;
    const get = (path: string) => ask({ address: `${server}${path}`, headers: { authorization } });

    const searched = await get(
      `/api/v2/search?${new URLSearchParams({ q: reply.page || reply.guid, type: 'statuses', resolve: 'true', limit: '1' })}`,
    );
    if (searched.outcome === 'refused') return refusedWith('Mastodon', searched);
    if (searched.outcome === 'later') return searched;
    const found = z.object({ statuses: z.array(status) }).safeParse(searched.json);
    const parent = found.success ? found.data.statuses[0] : undefined;
    if (!parent) return { outcome: 'refused', problem: 'What you answer is not there any more.' };

    if (reply.perhapsThere) {
      const there = await alreadyThere(reply, parent, get);
      if (there) return there;
    }
    const posted = await ask({
      address: `${server}/api/v1/statuses`,
      headers: { authorization, 'idempotency-key': reply.id },
      body: JSON.stringify({
        status: addressed(reply.text, parent.account.acct),
        in_reply_to_id: parent.id,
        // Never more public than what is answered.
        ...(parent.visibility ? { visibility: parent.visibility } : {}),
      }),
    });
    if (posted.outcome === 'refused') {
      return refusedWith('Mastodon', posted, {
        403: 'This token may only read. Make one that may also write posts (write:statuses), and give it under Sources, “With a key of your own”.',
      });
    }
    if (posted.outcome === 'later') return posted;
    const made = status.safeParse(posted.json);
    return { outcome: 'posted', address: made.success ? (made.data.url ?? made.data.uri) : '' };
  },
};

/** The words with the name of whom they answer before them, without which nobody is told. */
function addressed(text: string, acct: string): string {
  const name = `@${acct}`;
  return text.toLowerCase().includes(name.toLowerCase()) ? text : `${name} ${text}`;
}

/** Our reply among those below the post; null when it is not, or a reason to try again later. */
async function alreadyThere(
  reply: Reply,
  parent: z.infer<typeof status>,
  get: (path: string) => ReturnType<Ask>,
): Promise<Posted | null> {
  const self = await get('/api/v1/accounts/verify_credentials');
  const thread = await get(`/api/v1/statuses/${encodeURIComponent(parent.id)}/context`);
  for (const asked of [self, thread]) {
    if (asked.outcome === 'later') return asked;
    // Who we are may be hidden from this token; then the key against doubles must do.
    if (asked.outcome === 'refused') return null;
  }
  const me = self.outcome === 'json' ? mine.safeParse(self.json) : undefined;
  const below = z
    .object({ descendants: z.array(status.extend({ content: z.string() })) })
    .safeParse(thread.outcome === 'json' ? thread.json : null);
  if (!me?.success || !below.success) return null;
  const wanted = letters(addressed(reply.text, parent.account.acct));
  const own = below.data.descendants.find(
    (one) =>
      one.account.id === me.data.id && letters(plain(one.content)).endsWith(wanted.slice(-200)),
  );
  return own ? { outcome: 'posted', address: own.url ?? own.uri } : null;
}

const plain = (html: string) => html.replace(/<[^>]*>|&#?\w+;/g, ' ');
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
