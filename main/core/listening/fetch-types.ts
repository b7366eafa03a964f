import type { lookup } from 'node:dns';
import { type FailureKind, failureSentence } from './failures.ts';

/** Requests to the first origin really go to the second; everything else sees only the first. */
export interface Route {
  from: string;
  to: string;
}

export type Lookup = typeof lookup;

export interface FetcherOptions {
  /** The program's version, for the User-Agent. */
  version: string;
  /** The present, in milliseconds. */
  now: () => number;
  routes?: Route[];
  /** Where the files of `sample:<file name>` addresses lie. */
  sampleFolder?: string | null;
  /** What is done to a sample's text before it is handed out, such as filling in its dates. */
  fillSample?: (text: string) => string;
  /** Milliseconds of silence after which a request is given up. */
  requestTimeout?: number;
  /** Milliseconds for a request and all its redirects. */
  totalTimeout?: number;
  /** The most bytes of a body, counted after inflation. */
  mostBytes?: number;
  lookup?: Lookup;
  /** Whether any network interface leads out of the machine. */
  isOnline?: () => boolean;
}

export interface FetchRequest {
  address: string;
  /** Sent back verbatim, as a pair. */
  etag?: string | null;
  lastModified?: string | null;
  /** The hash of the body we have. */
  bodyHash?: string | null;
  /** Whether the person gave this address; then it may be inside their own network. */
  typed: boolean;
  /** Whether redirects are followed; they are not when an address is only tried. */
  followRedirects?: boolean;
  accept?: string;
  headers?: Record<string, string>;
  /** JSON that is sent by POST. */
  body?: string;
  /** Whether what a server says with a refusal is worth reading. */
  readsRefusal?: boolean;
  signal?: AbortSignal;
}

interface Answered {
  status: number;
  /** Where the answer came from, after redirects. */
  address: string;
  /** The new address, when every redirect on the way to it was permanent. */
  movedTo: string | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** How long the server says that the answer stays fresh, in milliseconds. */
  freshFor: number | null;
}

export type FetchAnswer =
  | (Answered & { outcome: 'fresh'; bytes: Uint8Array; contentType: string | null })
  | (Answered & { outcome: 'unchanged' })
  | {
      outcome: 'failed';
      kind: FailureKind;
      status: number | null;
      /** How long the server asks to be left alone, in milliseconds. */
      retryAfter: number | null;
      sentence: string;
      /** What the server said with it, where that was asked for. */
      said?: string;
    };

/** A request that brought nothing, with its sentence. */
export function failed(
  kind: FailureKind,
  status: number | null = null,
  retryAfter: number | null = null,
): Extract<FetchAnswer, { outcome: 'failed' }> {
  return { outcome: 'failed', kind, status, retryAfter, sentence: failureSentence(kind, status) };
}
