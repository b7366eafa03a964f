import type { Connection } from '../database/connection.ts';
import type { Fetcher } from './fetch.ts';
import { identify, sharesOneGuid } from './identity.ts';
import { createMatcher, type Matcher } from './match.ts';
import type { FeedReader } from './parsing.ts';
import { asksForRest, habitOf, nextAfterFailure, nextAfterSuccess, restUntil } from './schedule.ts';
import {
  lastMoments,
  letRest,
  postpone,
  recordVisit,
  restOf,
  type SourceRecord,
} from './source-records.ts';
import { kindNamed } from './sources/kinds.ts';
import type { Visit, Visited } from './sources/source-kind.ts';
import { storeMentions } from './store.ts';

/** Hosts that are visited at the same time; each gets one request at a time. */
const hostsAtOnce = 4;

export interface GatherTools {
  connection: Connection;
  fetcher: Fetcher;
  reader: FeedReader;
  /** The present, in milliseconds. */
  now: () => number;
  /** The interval that the person has set. */
  gatherMinutes: number;
}

/** What became of one source. */
export interface SourceOutcome {
  id: string;
  name: string;
  ok: boolean;
  /** The outcome in a sentence. */
  words: string;
  added: number;
  edited: number;
}

export interface Gathered {
  state: 'finished' | 'cancelled' | 'offline';
  newMentions: number;
  failed: number;
}

/**
 * Gathers these sources, a few hosts at once, and tells of each as it is done. Stops at once when
 * `signal` says so, and when there is no connection: then nothing counts as tried.
 */
export async function gatherSources(
  tools: GatherTools,
  sources: readonly SourceRecord[],
  signal: AbortSignal,
  told: (outcome: SourceOutcome) => void,
): Promise<Gathered> {
  const gathered: Gathered = { state: 'finished', newMentions: 0, failed: 0 };
  const matcher = createMatcher(tools.connection);
  const queues = [...byHost(sources).entries()];
  let offline = false;

  async function visitHosts(): Promise<void> {
    for (let next = queues.shift(); next; next = queues.shift()) {
      const [host, waiting] = next;
      for (const source of waiting) {
        if (signal.aborted || (offline && host !== '')) break;
        const outcome = await gatherOne(tools, source, host, matcher, signal);
        if (outcome === 'offline') offline = true;
        if (typeof outcome === 'string') break;
        gathered.newMentions += outcome.added;
        gathered.failed += outcome.ok ? 0 : 1;
        told(outcome);
      }
    }
  }

  await Promise.all(Array.from({ length: hostsAtOnce }, visitHosts));
  if (signal.aborted) gathered.state = 'cancelled';
  else if (offline) gathered.state = 'offline';
  return gathered;
}

/** The sources by host, in their order; those that need no network under the empty one. */
function byHost(sources: readonly SourceRecord[]): Map<string, SourceRecord[]> {
  const hosts = new Map<string, SourceRecord[]>();
  for (const source of sources) {
    const host = hostOf(source.remembered.fetchAddress ?? source.address);
    hosts.set(host, [...(hosts.get(host) ?? []), source]);
  }
  return hosts;
}

/** The host that an address asks; empty for what lies on the machine. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

async function gatherOne(
  tools: GatherTools,
  source: SourceRecord,
  host: string,
  matcher: Matcher,
  signal: AbortSignal,
): Promise<SourceOutcome | 'offline' | 'cancelled'> {
  const started = tools.now();
  const rest = host ? restOf(tools.connection, host, started) : null;
  if (rest !== null) {
    postpone(tools.connection, source.id, rest);
    return toldAs(source, false, 'The website asked us to come back later.');
  }
  const visited = await visitSource(tools, source, signal);
  const milliseconds = Math.max(0, Math.round(tools.now() - started));
  if (visited.outcome === 'failed' && visited.kind === 'offline') return 'offline';
  if (visited.outcome === 'failed' && visited.kind === 'cancelled') return 'cancelled';
  if (visited.outcome === 'failed' || visited.outcome === 'unreadable') {
    return recordFailure(tools, source, host, visited, milliseconds);
  }
  return recordSuccess(tools, source, visited, matcher, milliseconds);
}

async function visitSource(
  tools: GatherTools,
  source: SourceRecord,
  signal: AbortSignal,
): Promise<Visited> {
  const kind = kindNamed(source.kind);
  if (!kind) {
    return {
      outcome: 'unreadable',
      sentence: 'This Porchlight does not know this kind of source.',
      status: 0,
    };
  }
  return kind.visit(visitOf(tools, source.address, source.remembered, signal));
}

/** What a kind is handed for one visit. */
export function visitOf(
  { fetcher, reader, now }: Pick<GatherTools, 'fetcher' | 'reader' | 'now'>,
  address: string,
  remembered: Visit['remembered'],
  signal: AbortSignal,
): Visit {
  return {
    address,
    remembered,
    now: now(),
    // What lies on the host that the person named is as trusted as what they typed.
    fetch: (request) => {
      const typed = hostOf(request.address) === hostOf(address);
      return fetcher.fetch({ ...request, typed, signal });
    },
    read: (document) => reader.read(document),
  };
}

function recordFailure(
  tools: GatherTools,
  source: SourceRecord,
  host: string,
  visited: Extract<Visited, { outcome: 'failed' | 'unreadable' }>,
  milliseconds: number,
): SourceOutcome {
  const now = tools.now();
  const failures = source.failures + 1;
  const status = visited.status;
  const retryAfter = visited.outcome === 'failed' ? visited.retryAfter : null;
  const gone = status === 410;
  let nextCheckAt = nextAfterFailure(now, failures, tools.gatherMinutes, retryAfter);
  if (visited.outcome === 'failed' && asksForRest(status)) {
    nextCheckAt = restUntil(now, retryAfter);
    if (host) letRest(tools.connection, host, nextCheckAt, visited.sentence);
  }
  recordVisit(tools.connection, source.id, {
    at: now,
    nextCheckAt,
    outcome: visited.sentence,
    status: status || null,
    newItems: 0,
    milliseconds,
    changes: {
      failures,
      last_error: visited.sentence,
      gone: gone ? 1 : 0,
      // A moved or rebuilt site may have its feed elsewhere: the page is asked again.
      ...(source.kind === 'page' && failures >= 3 ? { fetch_address: null } : {}),
    },
  });
  return toldAs(source, false, visited.sentence);
}

async function recordSuccess(
  tools: GatherTools,
  source: SourceRecord,
  visited: Extract<Visited, { outcome: 'fresh' | 'unchanged' }>,
  matcher: Matcher,
  milliseconds: number,
): Promise<SourceOutcome> {
  const fresh = visited.outcome === 'fresh' ? visited : null;
  const sharedGuid = source.sharedGuid || (fresh !== null && sharesOneGuid(fresh.heard));
  const stored = fresh
    ? await storeMentions(
        tools.connection,
        source.id,
        identify(fresh.heard, sharedGuid),
        matcher,
        tools.now(),
      )
    : { added: 0, edited: 0 };
  const now = tools.now();
  const habitHours =
    stored.added > 0 ? habitOf(lastMoments(tools.connection, source.id)) : source.habitHours;
  const pace = {
    gatherMinutes: tools.gatherMinutes,
    habitHours,
    ttlMinutes: fresh?.ttlMinutes ?? null,
    freshFor: visited.freshFor,
  };
  recordVisit(tools.connection, source.id, {
    at: now,
    nextCheckAt: nextAfterSuccess(now, pace),
    outcome: wordsFor(visited.outcome, stored.added, stored.edited),
    status: visited.status,
    newItems: stored.added,
    milliseconds,
    changes: {
      fetch_address: visited.remember.fetchAddress,
      cursor: visited.remember.cursor,
      ...validatorChanges(source, visited, now),
      last_success_at: now,
      last_error: null,
      failures: 0,
      gone: 0,
      habit_hours: habitHours,
      shared_guid: sharedGuid ? 1 : 0,
      ...(stored.added > 0 ? { last_new_at: now } : {}),
    },
  });
  const words = wordsFor(visited.outcome, stored.added, stored.edited);
  return { ...toldAs(source, true, words), added: stored.added, edited: stored.edited };
}

/** Validators count from the answer that carried the body, not from each 304 (they expire). */
function validatorChanges(
  source: SourceRecord,
  visited: Extract<Visited, { outcome: 'fresh' | 'unchanged' }>,
  now: number,
) {
  const { etag, lastModified, bodyHash } = visited.remember;
  const had =
    source.remembered.bodyHash !== null ||
    source.remembered.etag !== null ||
    source.remembered.lastModified !== null;
  const kept = visited.outcome === 'unchanged' && had;
  return {
    etag,
    last_modified: lastModified,
    body_hash: bodyHash,
    ...(kept ? {} : { validators_at: now }),
  };
}

function wordsFor(outcome: 'fresh' | 'unchanged', added: number, edited: number): string {
  const parts: string[] = [];
  if (added > 0) parts.push(added === 1 ? 'One new mention' : `${added} new mentions`);
  if (edited > 0) parts.push(`${edited} edited`);
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return outcome === 'unchanged' ? 'Nothing has changed.' : 'Nothing new.';
}

function toldAs(source: SourceRecord, ok: boolean, words: string): SourceOutcome {
  return { id: source.id, name: source.name, ok, words, added: 0, edited: 0 };
}
