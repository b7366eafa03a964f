import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { recordKeyOf } from '../../../main/core/answers/posting/bluesky.ts';
import { openHouse } from '../../support/open-house.ts';
import { startFarEnd } from '../listening/far-end.ts';
import { hearVoice } from './voice-to-answer.ts';

const parent = {
  id: '77',
  uri: 'https://far.social/users/rosa/statuses/1',
  url: 'https://far.social/@rosa/1',
  visibility: 'unlisted',
  account: { id: '9', acct: 'rosa@far.social' },
};

/** A Mastodon server of the person's own: what it was given to post, and how it answers that. */
async function mastodon() {
  const far = await startFarEnd();
  onTestFinished(() => far.close());
  const posts: { key: string; body: Record<string, unknown> }[] = [];
  let answer = (_posted: number, response: ServerResponse) => void response.end(made);
  const made = JSON.stringify({ ...parent, id: '78', url: 'https://own.social/@shop/78' });
  far.at('/api/v2/search', JSON.stringify({ statuses: [parent] }));
  far.at('/api/v1/accounts/verify_credentials', JSON.stringify({ id: '3' }));
  far.at('/api/v1/statuses/77/context', JSON.stringify({ descendants: [] }));
  far.at('/api/v1/statuses', async (request: IncomingMessage, response) => {
    const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    posts.push({ key: String(request.headers['idempotency-key']), body });
    answer(posts.length, response);
  });
  const opened = await openHouse({ routes: [{ from: 'https://own.social', to: far.origin }] });
  const key = { server: 'own.social', token: 'secret-token' };
  await opened.client.sources.keepKey({ service: 'mastodon', values: key });
  const mentionId = hearVoice(opened.house, {
    kind: 'mastodon',
    guid: parent.uri,
    address: parent.url,
  });
  return {
    ...opened,
    far,
    posts,
    mentionId,
    answersWith: (next: typeof answer) => {
      answer = next;
    },
    present: async () => (await opened.client.answers.get({ mentionId })).present,
    sent: async () => (await opened.client.answers.get({ mentionId })).sent,
  };
}

const settled = { timeout: 8000 };

test('an answer is posted as a reply to whom it is for, and its address kept', async () => {
  const { client, posts, mentionId, sent } = await mastodon();
  await client.answers.post({ mentionId, text: 'Thank you. Come by!', network: 'mastodon' });
  await vi.waitFor(async () => expect(await sent()).toHaveLength(1), settled);
  expect(posts).toMatchObject([
    {
      body: {
        status: '@rosa@far.social Thank you. Come by!',
        in_reply_to_id: '77',
        visibility: 'unlisted',
      },
    },
  ]);
  expect(await sent()).toMatchObject([{ way: 'mastodon', address: 'https://own.social/@shop/78' }]);
  expect((await client.mentions.get({ id: mentionId })).state).toBe('answered');
});

test('a no of the network is told in words, and the words are still there to be mended', async () => {
  const { client, posts, mentionId, present, answersWith, sent } = await mastodon();
  answersWith((_, response) => void response.writeHead(403).end('{"error":"scope"}'));
  await client.answers.post({ mentionId, text: 'Thank you.', network: 'mastodon' });
  await vi.waitFor(async () => expect((await present())?.posting?.state).toBe('failed'), settled);
  const failed = await present();
  expect(failed?.posting?.problem).toContain('This token may only read.');
  expect(failed?.text).toBe('Thank you.');
  answersWith(
    (_, response) =>
      void response.end(JSON.stringify({ ...parent, url: 'https://own.social/@shop/79' })),
  );
  await client.answers.tryAgain({ id: failed?.id ?? '' });
  await vi.waitFor(async () => expect(await sent()).toHaveLength(1), settled);
  expect(new Set(posts.map(({ key }) => key)).size).toBe(1);
});

test('an outage is waited for, and the reply that went out unseen is found and not doubled', async () => {
  const { client, clock, far, posts, mentionId, present, answersWith, sent, house } =
    await mastodon();
  // It is posted, but the answer never arrives.
  answersWith((_, response) => void response.socket?.destroy());
  await client.answers.post({ mentionId, text: 'Thank you. Come by!', network: 'mastodon' });
  await vi.waitFor(async () => expect((await present())?.posting?.state).toBe('waiting'), settled);
  far.at(
    '/api/v1/statuses/77/context',
    JSON.stringify({
      descendants: [
        {
          ...parent,
          id: '80',
          url: 'https://own.social/@shop/80',
          account: { id: '3', acct: 'shop' },
          content: '<p><span>@<a>rosa@far.social</a></span> Thank you. Come&nbsp;by!</p>',
        },
      ],
    }),
  );
  clock.addDays(1);
  house.poster.wake();
  await vi.waitFor(async () => expect(await sent()).toHaveLength(1), settled);
  expect(posts).toHaveLength(1);
  expect((await sent())[0]?.address).toBe('https://own.social/@shop/80');
});

test('what was handed over before a restart goes out after it, once', async () => {
  const { client, mentionId, posts, answersWith, present, reopen } = await mastodon();
  answersWith((_, response) => void response.writeHead(503).end());
  await client.answers.post({ mentionId, text: 'Thank you.', network: 'mastodon' });
  await vi.waitFor(async () => expect((await present())?.posting?.state).toBe('waiting'), settled);
  answersWith((_, response) => void response.end(JSON.stringify(parent)));
  const again = await reopen();
  await again.client.sources.keepKey({
    service: 'mastodon',
    values: { server: 'own.social', token: 'secret-token' },
  });
  again.clock.addDays(1);
  again.house.poster.wake();
  const sent = async () => (await again.client.answers.get({ mentionId })).sent;
  await vi.waitFor(async () => expect(await sent()).toHaveLength(1), settled);
  expect(new Set(posts.map(({ key }) => key)).size).toBe(1);
});

test('taken back before it went out, it stays here', async () => {
  const { client, clock, house, mentionId, posts, answersWith, present } = await mastodon();
  answersWith((_, response) => void response.writeHead(503).end());
  await client.answers.post({ mentionId, text: 'Thank you.', network: 'mastodon' });
  await vi.waitFor(async () => expect((await present())?.posting?.state).toBe('waiting'), settled);
  await client.answers.hold({ id: (await present())?.id ?? '' });
  clock.addDays(1);
  house.poster.wake();
  expect(await present()).toMatchObject({ state: 'draft', text: 'Thank you.', posting: null });
  await house.poster.close();
  expect(posts).toHaveLength(1);
});

test('on Bluesky the same answer is the same record, however often it is tried', async () => {
  const far = await startFarEnd();
  onTestFinished(() => far.close());
  const records: Record<string, unknown>[] = [];
  const uri = 'at://did:plc:rosa/app.bsky.feed.post/3kabc';
  const root = { uri: 'at://did:plc:rosa/app.bsky.feed.post/3kroot', cid: 'r' };
  far.at(
    '/xrpc/com.atproto.server.createSession',
    JSON.stringify({ accessJwt: 'j', did: 'did:plc:shop', handle: 'shop.test' }),
  );
  far.at(
    '/xrpc/app.bsky.feed.getPosts',
    JSON.stringify({ posts: [{ uri, cid: 'c', record: { reply: { root } } }] }),
  );
  far.at('/xrpc/com.atproto.repo.putRecord', async (request, response) => {
    records.push(JSON.parse(await bodyOf(request)) as Record<string, unknown>);
    if (records.length === 1) response.writeHead(502).end();
    else response.end(JSON.stringify({ uri: 'at://x', cid: 'y' }));
  });
  const { client, clock, house } = await openHouse({
    routes: [{ from: 'https://bsky.social', to: far.origin }],
  });
  const mentionId = hearVoice(house, { kind: 'bluesky', guid: uri });
  const given = { mentionId, text: 'See https://larkfoot.test/é.', network: 'bluesky' as const };
  await client.answers.post(given);
  const present = async () => (await client.answers.get({ mentionId })).present;
  await vi.waitFor(async () => expect((await present())?.posting?.state).toBe('failed'), settled);
  await client.sources.keepKey({
    service: 'bluesky',
    values: { handle: 'shop.test', password: 'a-b' },
  });
  const id = (await present())?.id ?? '';
  await client.answers.tryAgain({ id });
  await vi.waitFor(() => expect(records).toHaveLength(1), settled);
  await vi.waitFor(async () => expect((await present())?.posting?.state).toBe('waiting'), settled);
  clock.addDays(1);
  house.poster.wake();
  const sent = async () => (await client.answers.get({ mentionId })).sent;
  await vi.waitFor(async () => expect(await sent()).toHaveLength(1), settled);
  expect(records[1]).toEqual(records[0]);
  expect(records[1]).toMatchObject({
    rkey: expect.stringMatching(/^[234567abcdefghij][234567a-z]{12}$/),
    record: { reply: { root, parent: { uri, cid: 'c' } } },
  });
  expect((await sent())[0]?.address).toContain('https://bsky.app/profile/shop.test/post/');
});

test('a record’s key follows the time, and two answers of one moment have two', () => {
  const key = (id: string, begunAt: number) => recordKeyOf({ id, begunAt });
  expect(key('a', 1_772_000_000_000)).toBe(key('a', 1_772_000_000_000));
  expect(key('a', 1_772_000_000_000)).not.toBe(key('b', 1_772_000_000_000));
  expect(key('a', 1_772_000_000_000) < key('a', 1_772_000_001_000)).toBe(true);
});

test('what is too long for its network is refused with how much', async () => {
  const { client, house } = await openHouse();
  const mentionId = hearVoice(house, { guid: 'at://did:plc:rosa/app.bsky.feed.post/3kabc' });
  await expect(
    client.answers.post({ mentionId, text: 'x'.repeat(301), network: 'bluesky' }),
  ).rejects.toMatchObject({ message: 'This is 1 character longer than fits there.' });
  expect((await client.answers.get({ mentionId })).present).toBeNull();
});
