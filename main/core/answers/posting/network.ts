import { decode } from '../../listening/decode.ts';
import type { Fetcher } from '../../listening/fetch.ts';
import type { FetchRequest } from '../../listening/fetch-types.ts';
import type { SourceKey } from '../../listening/sources/source-kind.ts';

/** A reply to be posted, once. */
export interface Reply {
  /** The answer's identity: the same for every try. */
  id: string;
  text: string;
  /** When it was begun, in milliseconds. */
  begunAt: number;
  /** The voice as its network names it. */
  guid: string;
  /** The page of the voice. */
  page: string;
  /** An earlier try may have reached the network without our knowing. */
  perhapsThere: boolean;
}

/** What came of a try. `later` will be tried again by itself, `refused` only when a person says so. */
export type Posted =
  | { outcome: 'posted'; address: string }
  | { outcome: 'later'; problem: string; retryAfter: number | null; isOffline: boolean }
  | { outcome: 'refused'; problem: string };

/** How replies are posted on one network. */
export interface Network {
  post(reply: Reply, key: SourceKey, ask: Ask): Promise<Posted>;
}

type Asked =
  | { outcome: 'json'; json: unknown }
  | { outcome: 'refused'; status: number; said: string }
  | Extract<Posted, { outcome: 'later' }>;

/** Asks a network's interface; trouble on the way means later, its own no is handed on. */
export type Ask = (request: Pick<FetchRequest, 'address' | 'headers' | 'body'>) => Promise<Asked>;

/** A way of asking over the fetcher. No redirect is followed, so that a key goes nowhere else. */
export function askOver(fetcher: Fetcher, signal: AbortSignal): Ask {
  return async (request) => {
    const answer = await fetcher.fetch({
      accept: 'application/json',
      typed: true,
      followRedirects: false,
      readsRefusal: true,
      signal,
      ...request,
    });
    if (answer.outcome === 'failed') {
      const { kind, status, sentence, retryAfter, said = '' } = answer;
      const own = kind === 'http' && status !== null && status < 500 && status !== 429;
      if (own) return { outcome: 'refused', status, said };
      return { outcome: 'later', problem: sentence, retryAfter, isOffline: kind === 'offline' };
    }
    const unreadable = {
      outcome: 'later' as const,
      problem: 'The network answered with something unreadable.',
      retryAfter: null,
      isOffline: false,
    };
    if (answer.outcome === 'unchanged') return unreadable;
    try {
      return { outcome: 'json', json: JSON.parse(decode(answer.bytes, answer.contentType)) };
    } catch {
      return unreadable;
    }
  };
}

/** A network's own no, as a person is told of it. */
export function refusedWith(
  network: string,
  { status }: { status: number },
  known: Record<number, string> = {},
): Extract<Posted, { outcome: 'refused' }> {
  const usual: Record<number, string> = {
    401: `${network} does not take the key. Give another one under Sources, “With a key of your own”.`,
    403: `${network} does not let this key post. Give one that may, under Sources, “With a key of your own”.`,
    404: 'What you answer is not there any more.',
    410: 'What you answer is not there any more.',
    422: `${network} did not take these words. Look at their length, please.`,
  };
  return {
    outcome: 'refused',
    problem: known[status] ?? usual[status] ?? `${network} refused it (${status}).`,
  };
}
