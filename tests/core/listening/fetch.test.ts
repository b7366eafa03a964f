import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../main/core/listening/fetch.ts';
import type {
  FetcherOptions,
  FetchRequest,
  Lookup,
} from '../../../main/core/listening/fetch-types.ts';
import { readRetryAfter } from '../../../main/core/listening/headers.ts';
import { type FarEnd, startFarEnd } from './far-end.ts';

const now = Date.UTC(2026, 2, 2, 8);
let far: FarEnd;
let fetchers: Fetcher[] = [];

beforeEach(async () => {
  far = await startFarEnd();
});
afterEach(async () => {
  await Promise.all(fetchers.map((fetcher) => fetcher.close()));
  fetchers = [];
  await far.close();
});

function fetcherWith(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({ version: '1.2.3', now: () => now, ...options });
  fetchers.push(fetcher);
  return fetcher;
}
const ask = (path: string, more: Partial<FetchRequest> = {}, options?: Partial<FetcherOptions>) =>
  fetcherWith(options).fetch({ address: far.origin + path, typed: true, ...more });

test('says honestly who it is and sends neither cookies nor a referrer', async () => {
  far.at('/feed', (_request, response) => {
    response.setHeader('set-cookie', 'a=b').end('hello');
  });
  const fetcher = fetcherWith();
  await fetcher.fetch({ address: `${far.origin}/feed`, typed: true });
  await fetcher.fetch({ address: `${far.origin}/feed`, typed: true });
  const headers = far.requests[1]?.headers;
  expect(headers?.['user-agent']).toBe('Porchlight/1.2.3 (+desktop feed reader)');
  expect(headers?.cookie).toBeUndefined();
  expect(headers?.referer).toBeUndefined();
});

test('sends the pair of validators back as they came, and believes a 304', async () => {
  far.at('/feed', (request, response) => {
    const same =
      request.headers['if-none-match'] === 'W/"odd one' &&
      request.headers['if-modified-since'] === 'yesterday';
    response.writeHead(same ? 304 : 200, { etag: '"new"' }).end(same ? undefined : 'hello');
  });
  const answer = await ask('/feed', { etag: 'W/"odd one', lastModified: 'yesterday' });
  expect(answer).toMatchObject({ outcome: 'unchanged', status: 304, etag: '"new"' });
});

test('an answer with the same body counts as unchanged', async () => {
  far.at('/feed', 'hello');
  const first = await ask('/feed');
  if (first.outcome !== 'fresh') throw new Error('not fresh');
  expect(await ask('/feed', { bodyHash: first.bodyHash })).toMatchObject({ outcome: 'unchanged' });
});

test.each([
  ['gzip', gzipSync('hello')],
  ['br', brotliCompressSync('hello')],
  ['deflate', deflateRawSync('hello')],
  ['gzip, br', brotliCompressSync(gzipSync('hello'))],
  ['gzip', Buffer.from('hello')],
])('reads a body sent as %s', async (encoding, body) => {
  far.at('/feed', (_request, response) => {
    response.setHeader('content-encoding', encoding).end(body);
  });
  const answer = await ask('/feed');
  expect(answer.outcome === 'fresh' && Buffer.from(answer.bytes).toString()).toBe('hello');
});

test('a small body that would inflate beyond the limit is stopped', async () => {
  far.at('/bomb', (_request, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(40_000_000)));
  });
  expect(await ask('/bomb')).toMatchObject({ outcome: 'failed', kind: 'too-large' });
});

test('a large body arrives whole, also when many large ones come at once', async () => {
  const bodies = [1, 2, 3].map((one) => Buffer.alloc(6_000_000 + one, `${one} large `));
  for (const [index, body] of bodies.entries()) {
    far.at(`/${index}`, (_request, response) => response.end(body));
  }
  const fetcher = fetcherWith();
  const answers = await Promise.all(
    bodies.map((_body, index) => fetcher.fetch({ address: `${far.origin}/${index}`, typed: true })),
  );
  const same = answers.map(
    (answer, index) =>
      answer.outcome === 'fresh' && Buffer.from(answer.bytes).equals(bodies[index] ?? Buffer.of()),
  );
  expect(same).toEqual([true, true, true]);
});

test('a large body that says so is not even begun; one that grows a thousandfold is cut short', async () => {
  far.at('/huge', (_request, response) => {
    response.writeHead(200, { 'content-length': '50000000' }).flushHeaders();
  });
  expect(await ask('/huge')).toMatchObject({ outcome: 'failed', kind: 'too-large' });
  far.at('/bomb', (_request, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
  );
  expect(await ask('/bomb')).toMatchObject({ outcome: 'failed', kind: 'too-large' });
});

test('a body that breaks off is a failure, not half a feed', async () => {
  far.at('/feed', (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('only this');
    setImmediate(() => response.destroy());
  });
  expect(await ask('/feed')).toMatchObject({ outcome: 'failed', kind: 'broken-off' });
});

test('a server that never answers is given up', async () => {
  far.at('/feed', () => undefined);
  const answer = await ask('/feed', {}, { requestTimeout: 60 });
  expect(answer).toMatchObject({ outcome: 'failed', kind: 'timeout' });
});

test('a server that drips without end is given up', async () => {
  far.at('/feed', (_request, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('.'), 10);
    response.on('close', () => clearInterval(drip));
  });
  const answer = await ask('/feed', {}, { totalTimeout: 120 });
  expect(answer).toMatchObject({ outcome: 'failed', kind: 'timeout' });
});

test('can be stopped while it waits', async () => {
  const stop = new AbortController();
  far.at('/feed', () => stop.abort());
  const answer = await ask('/feed', { signal: stop.signal });
  expect(answer).toMatchObject({ outcome: 'failed', kind: 'cancelled' });
});

test('reports a permanent move, but not a passing one', async () => {
  const redirect = (status: number, to: string) =>
    far.at(`/${status}`, (_request, response) => {
      response.writeHead(status, { location: to }).end();
    });
  redirect(301, '/here');
  redirect(302, '/here');
  redirect(308, '/302');
  far.at('/here', 'hello');
  expect(await ask('/301')).toMatchObject({ movedTo: `${far.origin}/here` });
  expect(await ask('/302')).toMatchObject({ movedTo: null, address: `${far.origin}/here` });
  expect(await ask('/308')).toMatchObject({ movedTo: `${far.origin}/302` });
});

test('gives up on redirects without end', async () => {
  far.at('/round', (_request, response) => {
    response.writeHead(302, { location: '/round' }).end();
  });
  expect(await ask('/round')).toMatchObject({ outcome: 'failed', kind: 'redirects' });
  expect(far.requests).toHaveLength(11);
});

test('a public address cannot lead into the person’s own network', async () => {
  const shop = 'https://shop.example';
  far.at('/feed', (_request, response) => {
    response
      .writeHead(302, { location: `${far.origin}/secret`.replace('127.0.0.1', 'localhost') })
      .end();
  });
  far.at('/secret', 'the router');
  const answer = await fetcherWith({ routes: [{ from: shop, to: far.origin }] }).fetch({
    address: `${shop}/feed`,
    typed: true,
  });
  expect(answer).toMatchObject({ outcome: 'failed', kind: 'private' });
  expect(far.requests.map((request) => request.url)).toEqual(['/feed']);
});

test('a name that was not typed and turns out to be private is refused', async () => {
  far.at('/feed', 'the router');
  const address = far.origin.replace('127.0.0.1', 'blog.example');
  const lookup = lookupTo('127.0.0.1');
  expect(
    await fetcherWith({ lookup }).fetch({ address: `${address}/feed`, typed: false }),
  ).toMatchObject({ kind: 'private' });
  expect(
    await fetcherWith({ lookup }).fetch({ address: `${address}/feed`, typed: true }),
  ).toMatchObject({ outcome: 'fresh' });
});

test('a route changes where requests go, and nothing else', async () => {
  const shop = 'https://shop.example';
  far.at('/old', (_request, response) => {
    response.writeHead(301, { location: `${far.origin}/new` }).end();
  });
  far.at('/new', 'hello');
  const answer = await fetcherWith({ routes: [{ from: shop, to: far.origin }] }).fetch({
    address: `${shop}/old`,
    typed: false,
  });
  expect(answer).toMatchObject({ address: `${shop}/new`, movedTo: `${shop}/new` });
  expect(far.requests[0]?.headers.host).toBe('shop.example');
});

test('tells being offline from a website that is not there', async () => {
  const address = 'http://shop.example/feed';
  const missing = lookupFailing('ENOTFOUND');
  const kinds = async (options: Partial<FetcherOptions>) => {
    const answer = await fetcherWith(options).fetch({ address, typed: true });
    return answer.outcome === 'failed' ? answer.kind : answer.outcome;
  };
  expect(await kinds({ lookup: missing, isOnline: () => false })).toBe('offline');
  expect(await kinds({ lookup: missing, isOnline: () => true })).toBe('dns');
  expect(await kinds({ lookup: lookupFailing('EAI_AGAIN'), isOnline: () => true })).toBe('offline');
});

test('a closed door is refused, with the status and the wish to wait kept', async () => {
  far.at('/busy', (_request, response) => {
    response.writeHead(429, { 'retry-after': '120' }).end();
  });
  expect(await ask('/busy')).toMatchObject({ kind: 'http', status: 429, retryAfter: 120_000 });
  const gone = await startFarEnd();
  await gone.close();
  const answer = await fetcherWith().fetch({ address: gone.origin, typed: true });
  expect(answer).toMatchObject({ kind: 'refused' });
});

test('reads Retry-After as seconds and as a date', () => {
  expect(readRetryAfter('90', now)).toBe(90_000);
  expect(readRetryAfter('Mon, 02 Mar 2026 08:05:00 GMT', now)).toBe(300_000);
  expect(readRetryAfter('Mon, 02 Mar 2026 07:00:00 GMT', now)).toBe(0);
  expect(readRetryAfter('soon', now)).toBeNull();
});

test('reads how long an answer stays fresh', async () => {
  far.at('/feed', (_request, response) => {
    response.setHeader('cache-control', 'public, max-age=7200').end('hello');
  });
  expect(await ask('/feed')).toMatchObject({ freshFor: 7_200_000 });
});

test('sample addresses are read from the sample folder and from nowhere else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-sample-'));
  await writeFile(join(folder, 'town.xml'), 'hello');
  const fetcher = fetcherWith({ sampleFolder: folder });
  const sample = (name: string) => fetcher.fetch({ address: `sample:${name}`, typed: true });
  expect(await sample('town.xml')).toMatchObject({ outcome: 'fresh', status: 200 });
  for (const name of ['../town.xml', '..%2Ftown.xml', '/etc/passwd', '..', '', 'no.xml']) {
    expect(await sample(name)).toMatchObject({ outcome: 'failed' });
  }
});

test('only web addresses are gathered', async () => {
  for (const address of ['file:///etc/passwd', 'ftp://a.example/', 'nonsense']) {
    expect(await fetcherWith().fetch({ address, typed: true })).toMatchObject({ kind: 'address' });
  }
});

function lookupTo(address: string): Lookup {
  return ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(null, [{ address, family: 4 }])) as unknown as Lookup;
}

function lookupFailing(code: string): Lookup {
  return ((_host: string, _options: object, done: (error: Error) => void) =>
    done(Object.assign(new Error(code), { code }))) as unknown as Lookup;
}
