import { readSettings } from '../settings/settings.ts';
import { createMatcher, type Matcher } from './match.ts';
import { Unreadable } from './parsed.ts';
import { createPlaces } from './places.ts';
import { proposeAnew } from './propose.ts';
import {
  type GatherTools,
  recordFailure,
  recordSuccess,
  type SourceOutcome,
  toldAs,
} from './record.ts';
import { letRest, postpone, restOf, type SourceRecord } from './source-records.ts';
import { kindNamed } from './sources/kinds.ts';
import type { Rest, Visit, Visited } from './sources/source-kind.ts';
import { tidyUp } from './tidy.ts';

/** Hosts that are visited at the same time; each gets one request at a time. */
const hostsAtOnce = 4;
/** Beside them, hosts that are slow to answer. */
const mostSlow = 12;

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
  const places = createPlaces(hostsAtOnce, mostSlow);
  let offline = false;

  async function visitHost(host: string, waiting: readonly SourceRecord[]): Promise<void> {
    for (const source of waiting) {
      const outcome = await places.work(async () =>
        signal.aborted || (offline && host !== '')
          ? 'cancelled'
          : gatherOne(tools, source, host, matcher, signal),
      );
      if (outcome === 'offline') offline = true;
      if (typeof outcome === 'string') return;
      gathered.newMentions += outcome.added;
      gathered.failed += outcome.ok ? 0 : 1;
      told(outcome);
    }
  }

  await Promise.all([...byHost(sources)].map(([host, waiting]) => visitHost(host, waiting)));
  if (!signal.aborted) await tidyUp(tools.connection, readSettings(tools.connection), tools.now());
  if (signal.aborted) gathered.state = 'cancelled';
  else if (offline) gathered.state = 'offline';
  return gathered;
}

/** The sources by host, in their order; those that need no network under the empty one. */
function byHost(sources: readonly SourceRecord[]): Map<string, SourceRecord[]> {
  const hosts = new Map<string, SourceRecord[]>();
  for (const source of sources) {
    const host = hostAsked(source.kind, source.remembered.fetchAddress ?? source.address);
    hosts.set(host, [...(hosts.get(host) ?? []), source]);
  }
  return hosts;
}

/** The host that is asked for what a source of that kind has at an address. */
export function hostAsked(kind: string, address: string): string {
  return kindNamed(kind)?.asks ?? hostOf(address);
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
  const rest = host ? restOf(tools.connection, host, started) : undefined;
  if (rest) {
    postpone(tools.connection, source.id, rest.until);
    return rest.why
      ? toldAs(source, false, 'The website asked us to come back later.')
      : toldAs(source, true, 'Waits its turn: this website is asked seldom.');
  }
  const visited = await visitSource(tools, source, signal);
  const milliseconds = Math.max(0, Math.round(tools.now() - started));
  if (visited.outcome === 'failed' && visited.kind === 'offline') return 'offline';
  if (visited.outcome === 'failed' && visited.kind === 'cancelled') return 'cancelled';
  if (host && visited.rest) keepRest(tools, host, visited.rest);
  if (visited.outcome === 'failed' || visited.outcome === 'unreadable') {
    return recordFailure(tools, source, host, visited, milliseconds);
  }
  return recordSuccess(tools, source, visited, matcher, milliseconds);
}

function keepRest(tools: GatherTools, host: string, rest: Rest): void {
  const why = rest.asked ? 'The website asked us to come back later.' : '';
  letRest(tools.connection, host, Math.round(tools.now() + rest.milliseconds), why);
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
