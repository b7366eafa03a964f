import type { SourceIdentity } from '../../../shared/contract/contract.ts';
import { type Connection, first } from '../database/connection.ts';
import type { Fetcher } from './fetch.ts';
import { tellApartAnew, tellingOf } from './hearing/tell-apart.ts';
import {
  type Identified,
  identify,
  type KnownItem,
  reallyKnownAs,
  sharesOneGuid,
} from './identity.ts';
import type { Matcher } from './match.ts';
import type { FeedReader } from './parsing.ts';
import { asksForRest, habitOf, nextAfterFailure, nextAfterSuccess, restUntil } from './schedule.ts';
import { lastMoments, letRest, recordVisit, type SourceRecord } from './source-records.ts';
import type { Visit, Visited } from './sources/source-kind.ts';
import { type Stored, storeMentions } from './store.ts';

/** What gathering works with. */
export interface GatherTools {
  connection: Connection;
  fetcher: Fetcher;
  reader: FeedReader;
  /** The person's own keys, asked for when a visit needs one. */
  key: Visit['key'];
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
  /** Voices that were here and have changed: other words, or another place. */
  changed: number;
}

/** Writes down that a visit failed; 429 and 403 let the whole host rest. */
export function recordFailure(
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
    const until = restUntil(now, retryAfter);
    if (host) letRest(tools.connection, host, until, visited.sentence);
    // The first time it is as short as was asked; a wall that stays is asked ever more seldom.
    nextCheckAt = failures > 1 ? Math.max(until, nextCheckAt) : until;
  } else if (visited.rest) {
    nextCheckAt = Math.max(nextCheckAt, Math.round(now + visited.rest.milliseconds));
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
      // A moved or rebuilt site may have its feed elsewhere: the first address is asked again.
      ...(failures >= 3 ? { fetch_address: null, moved_to: null } : {}),
    },
  });
  return toldAs(source, false, visited.sentence);
}

/** Stores what a visit brought and writes it down. */
export async function recordSuccess(
  tools: GatherTools,
  source: SourceRecord,
  visited: Extract<Visited, { outcome: 'fresh' | 'unchanged' }>,
  matcher: Matcher,
  milliseconds: number,
): Promise<SourceOutcome> {
  const fresh = visited.outcome === 'fresh' ? visited : null;
  const sharedGuid = source.sharedGuid || (fresh !== null && sharesOneGuid(fresh.heard));
  const by = tellingOf(tools.connection, source.id).wanted;
  if (fresh) tellApartAnew(tools.connection, source.id, by, sharedGuid);
  const stored = fresh
    ? await storeMentions(
        tools.connection,
        source.id,
        knownAs(tools.connection, source.id, identify(fresh.heard, sharedGuid, by), by),
        matcher,
        tools.now(),
      )
    : { added: 0, again: 0, edited: 0 };
  const now = tools.now();
  // What was heard elsewhere before is no news, but its source has spoken all the same.
  const spoke = stored.added + stored.again;
  const habitHours =
    spoke > 0 ? habitOf(lastMoments(tools.connection, source.id)) : source.habitHours;
  const pace = {
    gatherMinutes: tools.gatherMinutes,
    habitHours,
    ttlMinutes: fresh?.ttlMinutes ?? null,
    freshFor: visited.freshFor,
  };
  const { movedTo = null } = visited;
  const moved = movedTo ? `It has moved to ${movedTo}, and we followed. ` : '';
  const words = moved + wordsFor(visited.outcome, stored);
  recordVisit(tools.connection, source.id, {
    at: now,
    nextCheckAt: nextAfterSuccess(now, pace),
    outcome: words,
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
      ...(spoke > 0 ? { last_new_at: now } : {}),
      ...(movedTo ? { moved_to: movedTo } : {}),
    },
  });
  const { added, again, edited } = stored;
  return { ...toldAs(source, true, words), added, changed: again + edited };
}

/** The items under the identities that they have had so far; a person's word on that stands. */
function knownAs(
  connection: Connection,
  sourceId: string,
  items: Identified[],
  by: SourceIdentity,
): Identified[] {
  if (by !== 'by-itself') return items;
  const storedUnder = (identity: string) =>
    first<KnownItem>(
      connection,
      `SELECT nullif(canonical, '') AS canonicalLink, published_at AS publishedAt, title
       FROM mention WHERE source_id = ? AND identity = ?`,
      [sourceId, identity],
    );
  return items.map((found) => ({ ...found, identity: reallyKnownAs(found, storedUnder) }));
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

function wordsFor(outcome: 'fresh' | 'unchanged', { added, again, edited }: Stored): string {
  const parts: string[] = [];
  if (added > 0) parts.push(added === 1 ? 'One new mention' : `${added} new mentions`);
  if (again > 0) parts.push(`${again} heard elsewhere before`);
  if (edited > 0) parts.push(`${edited} edited`);
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return outcome === 'unchanged' ? 'Nothing has changed.' : 'Nothing new.';
}

/** An outcome without news. */
export function toldAs(source: SourceRecord, ok: boolean, words: string): SourceOutcome {
  return { id: source.id, name: source.name, ok, words, added: 0, changed: 0 };
}
