import { commonFeedAddresses, feedByShape, feedsNamedIn, looksLikeFeed } from '../autodiscovery.ts';
import { decode } from '../decode.ts';
import type { FetchAnswer } from '../fetch-types.ts';
import { Unreadable } from '../parsed.ts';
import { readFeed, visitFeed } from './feed.ts';
import type { SourceKind, Visit, Visited } from './source-kind.ts';

/** A web page whose feed is found first and then gathered. */
export const page: SourceKind = {
  kind: 'page',
  recognise(typed) {
    const text = typed.trim();
    const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
    if (!URL.canParse(whole) || !/^https?:/i.test(whole) || /\s/.test(text)) return null;
    const address = new URL(whole);
    return /\.|^localhost$|^\[/.test(address.hostname) ? address.href : null;
  },
  describe: (address) =>
    `New posts from the website ${new URL(address).host.replace(/^www\./, '')}.`,
  async visit(visit) {
    if (visit.remembered.fetchAddress) return visitFeed(visit, visit.remembered.fetchAddress);
    const [first] = await discover(visit);
    return first ?? { outcome: 'unreadable', sentence: noFeed, status: 200 };
  },
};

const noFeed = 'This page has no feed that Porchlight could listen to.';

/**
 * The feeds of a page, each visited: the address itself if it is one, else by its shape, else the
 * ones it names, then the reviews it states, else the first found at a common path. A failure to reach the page is the only
 * element when there is one.
 */
export async function discover(visit: Visit, most = 1): Promise<Visited[]> {
  const shape = feedByShape(visit.address);
  if (shape) return [await visitFeed(visit, shape)];
  const answer = await visit.fetch({ address: visit.address });
  if (answer.outcome === 'failed') return [answer];
  if (answer.outcome === 'unchanged') return [];
  const text = decode(answer.bytes, answer.contentType);
  if (looksLikeFeed(text)) {
    return [await readFeed(visit, answer, answer.movedTo ?? visit.address)];
  }
  const visited: Visited[] = [];
  for (const address of feedsNamedIn(text, answer.address).slice(0, most)) {
    const found = await attempt(visit, await visit.fetch({ address }), address);
    if (found) visited.push(found);
  }
  if (/application\/ld\+json/i.test(text)) {
    const reviews = await attempt(visit, answer, visit.address);
    if (reviews) visited.push(reviews);
  }
  if (visited.length > 0) return visited;
  const tried = await tryCommonPaths(visit, answer.address);
  return tried ? [tried] : [];
}

async function tryCommonPaths(visit: Visit, address: string): Promise<Visited | null> {
  for (const candidate of commonFeedAddresses(address)) {
    const answer = await visit.fetch({ address: candidate, followRedirects: false });
    if (!isFeedAnswer(answer)) continue;
    const found = await attempt(visit, answer, candidate);
    if (found) return found;
  }
  return null;
}

function isFeedAnswer(answer: FetchAnswer): boolean {
  return answer.outcome === 'fresh' && looksLikeFeed(decode(answer.bytes, answer.contentType));
}

/**
 * The feed in an answer, or null when there is none that can be read. Its own address is
 * remembered, so that the page need not be asked again.
 */
async function attempt(
  visit: Visit,
  answer: FetchAnswer,
  address: string,
): Promise<Visited | null> {
  try {
    const found = await readFeed(visit, answer, address);
    if (found.outcome !== 'fresh') return null;
    const fetchAddress = found.remember.fetchAddress ?? address;
    return { ...found, remember: { ...found.remember, fetchAddress } };
  } catch (problem) {
    if (problem instanceof Unreadable) return null;
    throw problem;
  }
}
