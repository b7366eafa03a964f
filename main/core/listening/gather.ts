import { createMatcher, type Matcher } from './match.ts';
import { Unreadable } from './parsed.ts';
import { proposeAnew } from './propose.ts';
import {
  type GatherTools,
  recordFailure,
  recordSuccess,
  type SourceOutcome,
  toldAs,
} from './record.ts';
import { postpone, restOf, type SourceRecord } from './source-records.ts';
import { kindNamed } from './sources/kinds.ts';
import type { Visit, Visited } from './sources/source-kind.ts';

/** Hosts that are visited at the same time; each gets one request at a time. */
const hostsAtOnce = 4;

/** How a gathering ended. */
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
  proposeAnew(tools.connection, matcher);
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
  try {
    return await kind.visit(visitOf(tools, source.address, source.remembered, signal));
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return { outcome: 'unreadable', sentence: problem.message, status: 0 };
  }
}

/** What a kind is handed for one visit. */
export function visitOf(
  { fetcher, reader, key, now }: Pick<GatherTools, 'fetcher' | 'reader' | 'key' | 'now'>,
  address: string,
  remembered: Visit['remembered'],
  signal: AbortSignal,
): Visit {
  return {
    address,
    remembered,
    key,
    now: now(),
    // What lies on the host that the person named is as trusted as what they typed.
    fetch: (request) => {
      const typed = hostOf(request.address) === hostOf(address);
      return fetcher.fetch({ ...request, typed, signal });
    },
    read: (document) => reader.read(document),
    clean: (items) => reader.clean(items),
  };
}
