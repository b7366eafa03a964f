import { type LookupOptions, lookup as systemLookup } from 'node:dns';
import { networkInterfaces } from 'node:os';
import { Agent, type Dispatcher, request } from 'undici';
import { failureOf } from './failures.ts';
import { type FetchAnswer, type FetcherOptions, type FetchRequest, failed } from './fetch-types.ts';
import { readHeaders } from './headers.ts';
import { hashOf, readBody, TooLarge } from './inflate.ts';
import { isPrivateAddress } from './private-address.ts';
import { readSample } from './sample-address.ts';
import { createTurns } from './turns.ts';

export interface Fetcher {
  fetch(wanted: FetchRequest): Promise<FetchAnswer>;
  close(): Promise<void>;
}

const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';
const mostRedirects = 10;

class PrivateAddress extends Error {}

/** Fetches politely: conditionally, with limits, and never from public to private addresses. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const routes = options.routes ?? [];
  const requestTimeout = options.requestTimeout ?? 15_000;
  const totalTimeout = options.totalTimeout ?? 60_000;
  const mostBytes = options.mostBytes ?? 15_000_000;
  const isOnline = options.isOnline ?? hasNetwork;
  const turns = createTurns(1);
  const privateHosts = new Set<string>();
  const open = agent(false);
  const guarded = agent(true);

  function agent(refusesPrivate: boolean): Agent {
    const lookup = options.lookup ?? systemLookup;
    return new Agent({
      connections: 1,
      keepAliveTimeout: 4000,
      connect: {
        timeout: requestTimeout,
        lookup: (host: string, wanted: LookupOptions, done) => {
          lookup(host, { ...wanted, all: true }, (error, found) => {
            if (error) return done(error, []);
            const isPrivate = found.some(({ address }) => isPrivateAddress(address));
            if (isPrivate) privateHosts.add(host);
            if (isPrivate && refusesPrivate) return done(new PrivateAddress(), []);
            const [one] = found;
            if (wanted.all || !one) return done(null, found);
            return done(null, one.address, one.family);
          });
        },
      },
    });
  }

  /** Follows an address to its answer; the body is still to be read. */
  async function follow(wanted: FetchRequest, signal: AbortSignal) {
    let address = new URL(wanted.address);
    let movedTo: string | null = null;
    let permanent = true;
    let trusted = wanted.typed;
    for (let redirects = 0; ; redirects++) {
      const answer = await send(address, wanted, trusted, signal);
      const location = answer.headers.location;
      const isRedirect = [301, 302, 303, 307, 308].includes(answer.statusCode);
      if (!isRedirect || typeof location !== 'string' || wanted.followRedirects === false) {
        return { answer, address: address.href, movedTo };
      }
      await answer.body.dump({ limit: 65_536 });
      if (redirects >= mostRedirects) return 'redirects';
      if (!URL.canParse(location, address.href)) return 'broken-off';
      const next = unrouted(new URL(location, address.href), address);
      if (!/^https?:$/.test(next.protocol)) return 'address';
      trusted = trusted && isPrivateHost(address);
      permanent = permanent && (answer.statusCode === 301 || answer.statusCode === 308);
      if (permanent) movedTo = next.href;
      address = next;
    }
  }

  async function send(
    address: URL,
    wanted: FetchRequest,
    trusted: boolean,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const route = routes.find(({ from }) => from === address.origin);
    const real = route ? new URL(address.pathname + address.search, route.to) : address;
    if (!route && !trusted && isPrivateHost(address)) throw new PrivateAddress();
    const headers: Record<string, string> = {
      'user-agent': `Porchlight/${options.version} (+desktop feed reader)`,
      accept: wanted.accept ?? feedTypes,
      'accept-encoding': 'gzip, deflate, br',
      ...wanted.headers,
    };
    if (route) headers.host = address.host;
    if (wanted.etag) headers['if-none-match'] = wanted.etag;
    if (wanted.lastModified) headers['if-modified-since'] = wanted.lastModified;
    const dispatcher = route || trusted ? open : guarded;
    if (wanted.body === undefined) return request(real, { dispatcher, headers, signal });
    headers['content-type'] = 'application/json';
    return request(real, { dispatcher, headers, signal, method: 'POST', body: wanted.body });
  }

  function isPrivateHost(address: URL): boolean {
    if (routes.some(({ from }) => from === address.origin)) return false;
    const host = address.hostname;
    return (
      isPrivateAddress(host) || /^localhost$|\.localhost$/.test(host) || privateHosts.has(host)
    );
  }

  /** A redirect to the place a route leads to is a redirect to the place it stands for. */
  function unrouted(next: URL, seen: URL): URL {
    const route = routes.find(({ from, to }) => from === seen.origin && to === next.origin);
    return route ? new URL(next.pathname + next.search + next.hash, route.from) : next;
  }

  async function fetchOverNetwork(wanted: FetchRequest): Promise<FetchAnswer> {
    const limit = new AbortController();
    const total = setTimeout(() => limit.abort(), totalTimeout);
    const silence = setTimeout(() => limit.abort(), requestTimeout);
    const signal = wanted.signal ? AbortSignal.any([limit.signal, wanted.signal]) : limit.signal;
    try {
      const reached = await follow(wanted, signal);
      if (typeof reached === 'string') return failed(reached);
      const { answer } = reached;
      silence.refresh();
      const headers = readHeaders(answer, options.now());
      const { retryAfter, contentType, encoding, ...kept } = headers;
      const base = {
        status: answer.statusCode,
        address: reached.address,
        movedTo: reached.movedTo,
      };
      if (answer.statusCode === 304) {
        await answer.body.dump();
        return { outcome: 'unchanged', ...base, ...kept, bodyHash: wanted.bodyHash ?? null };
      }
      if (answer.statusCode < 200 || answer.statusCode > 299) {
        const refusal = failed('http', answer.statusCode, retryAfter);
        if (wanted.readsRefusal) return { ...refusal, said: await saidBy(answer.body, encoding) };
        await answer.body.dump({ limit: 65_536 });
        return refusal;
      }
      if (Number(answer.headers['content-length']) > mostBytes) {
        answer.body.destroy();
        return failed('too-large');
      }
      const bytes = await readBody(answer.body, encoding, {
        most: mostBytes,
        heard: () => silence.refresh(),
        turns,
      });
      const bodyHash = hashOf(bytes);
      if (bodyHash === wanted.bodyHash) return { outcome: 'unchanged', ...base, ...kept, bodyHash };
      return { outcome: 'fresh', ...base, ...kept, bodyHash, bytes, contentType };
    } catch (error) {
      if (wanted.signal?.aborted) return failed('cancelled');
      if (limit.signal.aborted) return failed('timeout');
      if (isCausedBy(error, PrivateAddress)) return failed('private');
      return failed(error instanceof TooLarge ? 'too-large' : failureOf(error, isOnline()));
    } finally {
      clearTimeout(total);
      clearTimeout(silence);
    }
  }

  return {
    async fetch(wanted) {
      if (wanted.address.startsWith('sample:')) return readSample(wanted, options);
      if (!URL.canParse(wanted.address) || !/^https?:/i.test(wanted.address)) {
        return failed('address');
      }
      return fetchOverNetwork(wanted);
    },
    async close() {
      await Promise.all([open.destroy(), guarded.destroy()]);
    },
  };
}

/** What came with a refusal, empty when that is long or broken. */
async function saidBy(body: AsyncIterable<Buffer>, encoding: string): Promise<string> {
  try {
    return (await readBody(body, encoding, { most: 65_536, heard: () => undefined })).toString(
      'utf8',
    );
  } catch {
    return '';
  }
}

function isCausedBy(error: unknown, kind: new () => Error): boolean {
  if (error instanceof kind) return true;
  if (error instanceof AggregateError) return error.errors.some((one) => isCausedBy(one, kind));
  return error instanceof Error && error.cause !== undefined && isCausedBy(error.cause, kind);
}

/** Whether the machine has an address that is not its own loopback or link-local one. */
function hasNetwork(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some((one) => one && !one.internal && !/^(169\.254\.|fe80:)/i.test(one.address));
}
