import type { KeyService } from '../../../../shared/wording/source-keys.ts';
import type { CleanItem } from '../clean.ts';
import type { FetchAnswer, FetchRequest } from '../fetch-types.ts';
import type { ParsedItem } from '../parsed.ts';
import type { CleanFeed } from '../parser-thread.ts';
import type { FeedDocument } from '../parsing.ts';

/** What gathering kept of a source since the last time. */
export interface Remembered {
  /** Where the source really is, after permanent moves or autodiscovery; null until known. */
  fetchAddress: string | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** Whatever the kind wants to keep, such as the newest id it has seen. */
  cursor: string | null;
}

/** What a kind may use while it gathers. Every request goes through the one polite fetcher. */
export interface Visit {
  address: string;
  remembered: Remembered;
  fetch(request: Omit<FetchRequest, 'typed' | 'signal'>): Promise<FetchAnswer>;
  /** Reads a feed under the time limit; throws `Unreadable`. */
  read(document: FeedDocument): Promise<CleanFeed>;
  /** Cleans items of another make under the same limit. */
  clean(items: ParsedItem[]): Promise<CleanItem[]>;
  /** The person's own key for a service, by its fields; null when there is none. */
  key(service: KeyService): Promise<SourceKey | null>;
  /** The present, in milliseconds. */
  now: number;
}

/** A key as it was given, such as a handle and a password. Never stored, told or logged. */
export type SourceKey = Readonly<Record<string, string>>;

/** One item that somebody said, as a kind reads it. */
export interface Heard extends CleanItem {
  /** The network the author speaks on, such as `mastodon`; empty when not known. */
  network: string;
  /** The author's handle there, when it is not the author's address. */
  handle: string;
}

export type Failure = Extract<FetchAnswer, { outcome: 'failed' }>;

/** That a host shall be left alone for a while after a visit, whatever came of it. */
export interface Rest {
  milliseconds: number;
  /** Whether the service asked for it; otherwise it is our own courtesy, and no trouble. */
  asked: boolean;
}

/** What a visit brought. */
export type Visited = { rest?: Rest } & VisitOutcome;

type VisitOutcome =
  | {
      outcome: 'fresh';
      heard: Heard[];
      /** The source's own name and page. */
      title: string;
      home: string;
      remember: Remembered;
      ttlMinutes: number | null;
      /** How long the server says that this stays fresh, in milliseconds. */
      freshFor: number | null;
      status: number;
      /** Where it has moved for good, when it said so at this visit. */
      movedTo?: string | null;
    }
  | {
      outcome: 'unchanged';
      remember: Remembered;
      freshFor: number | null;
      status: number;
      movedTo?: string | null;
    }
  | Failure
  | {
      outcome: 'unreadable';
      sentence: string;
      status: number;
      /** The service whose key is missing or was refused, when that is why. */
      needsKey?: KeyService;
    };

/**
 * A kind of source, one file each: what it recognises, what it says it will gather, and how it
 * makes its requests and reads the answers. Kinds keep nothing between visits but `remember`.
 */
export interface SourceKind {
  kind: string;
  /** The host that is asked, where that is not the address's own: its sources take turns. */
  asks?: string;
  /**
   * The address under which the source is kept when what a person typed is of this kind, else
   * null. Asks nobody.
   */
  recognise(typed: string): string | null;
  /** What will be gathered, in a sentence. */
  describe(address: string): string;
  visit(visit: Visit): Promise<Visited>;
}

/** Nothing remembered yet. */
export const nothingRemembered: Remembered = {
  fetchAddress: null,
  etag: null,
  lastModified: null,
  bodyHash: null,
  cursor: null,
};
