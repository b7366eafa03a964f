import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { farEndForEach } from '../far-end-for-each.ts';
import { gather } from '../gathering.ts';
import { healthWords, houseWithKey, refusing, voices } from './keyed.ts';

const far = farEndForEach();
const json = (value: unknown) => JSON.stringify(value);

describe('a key', () => {
  test('that is missing is said on the card and in the preview; once given, it is asked again', async () => {
    const opened = await far.routed('https://api.yelp.com');
    const address = 'https://www.yelp.com/biz/rosas-bread';
    far.at(
      '/v3/businesses/rosas-bread/reviews',
      json({ reviews: [{ id: 'a', rating: 5, text: 'Good' }] }),
    );
    const [preview] = await opened.client.sources.preview({ address });
    expect(preview).toMatchObject({ kind: 'yelp', items: [], needsKey: { service: 'yelp' } });
    await opened.client.sources.add({ address, kind: 'yelp' });
    await gather(opened);
    expect(await healthWords(opened)).toContain('needs a key of your own');
    expect(far.requests).toHaveLength(0);

    const heard = opened.house.bell.listen(AbortSignal.timeout(20_000));
    await opened.client.sources.keepKey({ service: 'yelp', values: { key: 'k' } });
    for await (const event of heard) {
      if (event.type === 'gathering' && event.state === 'finished') break;
    }
    expect(await voices(opened)).toHaveLength(1);
  });

  test('is kept with the host alone: in no table, export, log or answer', async () => {
    const opened = await houseWithKey(
      far,
      'bluesky',
      { handle: 'rosa.bsky.social', password: 'abcd-efgh' },
      'https://bsky.social',
    );
    far.at('/xrpc/com.atproto.server.createSession', json({ accessJwt: 'session-token' }));
    far.at('/xrpc/app.bsky.feed.searchPosts', refusing(500, 'broken'));
    await opened.client.sources.add({ address: 'bluesky: rosa', kind: 'bluesky-search' });
    await gather(opened);
    const keys = await opened.client.sources.keys();
    expect(keys.find(({ service }) => service === 'bluesky')).toEqual({
      service: 'bluesky',
      kept: true,
      about: 'rosa.bsky.social',
    });
    const opml = await opened.client.sources.exportOpml();
    await opened.close();
    const told = [
      JSON.stringify(keys),
      opml.content,
      ...opened.host.lines,
      readFileSync(join(opened.folder, 'porchlight.db'), 'latin1'),
    ];
    for (const one of told) expect(one).not.toMatch(/abcd-efgh|session-token/);
  });

  test('with a field missing is refused; one that is forgotten is gone', async () => {
    const { client, host } = await far.routed();
    await expect(
      client.sources.keepKey({ service: 'mastodon', values: { token: 'x' } }),
    ).rejects.toThrow('Your server');
    await client.sources.keepKey({ service: 'yelp', values: { key: 'x' } });
    await client.sources.forgetKey({ service: 'yelp' });
    expect(await host.secrets.read('source-key:yelp')).toBeUndefined();
    expect(await client.sources.tryKey({ service: 'yelp' })).toEqual({
      works: false,
      words: 'There is no key here yet.',
    });
  });

  test('never follows a redirect', async () => {
    const opened = await houseWithKey(far, 'yelp', { key: 'secret' }, 'https://api.yelp.com');
    far.at('/v3/businesses/rosas-bread/reviews', (_request, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    );
    await opened.client.sources.add({
      address: 'https://www.yelp.com/biz/rosas-bread',
      kind: 'yelp',
    });
    await gather(opened);
    expect(far.requests.map(({ url }) => url?.replace(/\?.*/, ''))).toEqual([
      '/v3/businesses/rosas-bread/reviews',
    ]);
  });
});
