import type { RefusalCode } from '../../../shared/refusal.ts';
import type { KeyService } from '../../../shared/wording/source-keys.ts';
import type { Route } from './fetch-types.ts';
import type { Gathered } from './gather.ts';
import type { Preview } from './preview.ts';
import type { SourceOutcome } from './record.ts';
import type { SourceKey } from './sources/source-kind.ts';

/** What the gathering thread is started with. */
export interface ThreadData {
  databasePath: string;
  version: string;
  routes: readonly Route[];
  sampleFolder: string;
}

/** The present, as the core's clock has it; the thread counts on from there. */
interface Present {
  now: number;
  zone: string;
}

/** What the core asks of the thread. */
export type ToThread =
  | ({ type: 'gather'; ids: string[]; gatherMinutes: number } & Present)
  | ({ type: 'preview'; call: number; typed: string; kind: string | undefined } & Present)
  /** The key that the thread asked for; it is held for the one visit that needs it. */
  | { type: 'key'; call: number; key: SourceKey | null }
  | { type: 'cancel' }
  | { type: 'close' };

/** What the thread tells the core. */
export type FromThread =
  | { type: 'told'; outcome: SourceOutcome }
  | { type: 'ended'; gathered: Gathered }
  | { type: 'previewed'; call: number; previews: Preview[] }
  | { type: 'refused'; call: number; code: RefusalCode; sentence: string; field?: string }
  | { type: 'wants-key'; call: number; service: KeyService }
  | { type: 'broke'; line: string };
