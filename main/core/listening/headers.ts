import type { Dispatcher } from 'undici';
import { readDate } from './dates.ts';

/** What gathering wants to know of an answer's headers. */
export function readHeaders(answer: Dispatcher.ResponseData, now: number) {
  const header = (name: string) => {
    const value = answer.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  return {
    etag: header('etag'),
    lastModified: header('last-modified'),
    contentType: header('content-type'),
    encoding: header('content-encoding') ?? 'identity',
    retryAfter: readRetryAfter(header('retry-after'), now),
    freshFor: readFreshness(header('cache-control'), header('expires'), header('date'), now),
  };
}

/** Milliseconds that a `Retry-After` (seconds or a date; RFC 9110, 10.2.3) asks to wait, or null. */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (!value) return null;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const until = readDate(value, Number.MAX_SAFE_INTEGER);
  return until === null ? null : Math.max(0, until - now);
}

/** Milliseconds of freshness by `max-age`, else `Expires` (RFC 9111, section 4.2.1), or null. */
function readFreshness(
  cacheControl: string | null,
  expires: string | null,
  date: string | null,
  now: number,
): number | null {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(cacheControl ?? '')?.[1];
  if (maxAge) return Number(maxAge) * 1000;
  const until = readDate(expires, Number.MAX_SAFE_INTEGER);
  if (until === null) return null;
  return Math.max(0, until - (readDate(date, Number.MAX_SAFE_INTEGER) ?? now));
}
