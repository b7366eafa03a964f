import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HouseEvent } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { KeyService } from '../../../shared/wording/source-keys.ts';
import type { Bell } from '../bell.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../database/connection.ts';
import type { Host } from '../host.ts';
import { readSettings } from '../settings/settings.ts';
import type { Route } from './fetch-types.ts';
import type { FromThread, ThreadData, ToThread } from './gathering-messages.ts';
import { readKey } from './keys/keep-keys.ts';
import { rematch } from './match.ts';
import type { Preview } from './preview.ts';
import type { SourceOutcome } from './record.ts';
import { chosenSources, dueSources } from './source-records.ts';

/** How often what is due is looked for, and when first, in milliseconds. */
const lookEvery = 30_000;
const firstLook = 4000;
/** How long it is quiet after having been offline, in milliseconds. */
const offlinePause = 60_000;
/** How long a network may take to be of use again, in milliseconds. */
const wakingPause = 5000;
/** Lists are told at most this often that they are old, in milliseconds; and at the end. */
const tellEvery = 250;

export interface GathererOptions {
  connection: Connection;
  databasePath: string;
  clock: Clock;
  bell: Bell;
  host: Host;
  version: string;
  sampleFolder: string;
  routes?: readonly Route[];
  gathersByItself?: boolean;
}

/** The core's side of gathering: it starts the thread, tells the window, and watches the time. */
export interface Gatherer {
  /** Starts gathering these sources, all, or those that are due; answers at once. */
  gather(wanted: { ids?: string[] | undefined; all: boolean }): {
    started: boolean;
    sources: number;
  };
  cancel(): void;
  /** For as long as any reason holds, nothing is gathered by itself. */
  rest(reason: 'asleep' | 'offline', on: boolean): void;
  /** Looks at an address, as one kind if that is named, without keeping it; refuses in words. */
  preview(typed: string, kind?: string): Promise<Preview[]>;
  close(): Promise<void>;
}

interface Run {
  done: number;
  of: number;
  newMentions: number;
  failed: number;
}

export function createGatherer(options: GathererOptions): Gatherer {
  const { connection, clock, bell, host } = options;
  const calls = new Map<
    number,
    { resolve: (found: Preview[]) => void; reject: (why: Error) => void }
  >();
  const ending = new AbortController();
  let worker: Worker | null = null;
  let lastCall = 0;
  let waitingRuns: number[] = [];
  let run: Run | null = null;
  let lastTold = 0;
  let heardNews = false;
  let quietUntil = 0;
  const resting = new Set<string>();

  function thread(): Worker {
    if (worker) return worker;
    const workerData: ThreadData = {
      databasePath: options.databasePath,
      version: options.version,
      routes: options.routes ?? [],
      sampleFolder: join(options.sampleFolder, 'feeds'),
    };
    // A small nursery: what is gathered is short-lived, and the memory is not ours alone.
    const resourceLimits = { maxYoungGenerationSizeMb: 8 };
    const started = new Worker(threadEntry(), { workerData, resourceLimits });
    started.unref();
    started.on('message', (message: FromThread) => heard(message));
    started.on('error', (problem) => host.log('Gathering broke off', problem));
    started.on('exit', () => {
      if (worker === started) worker = null;
      if (run) end('cancelled');
      waitingRuns = [];
      for (const call of calls.values()) {
        call.reject(
          new Refusal('unreachable', 'Looking at this address broke off. Please try again.'),
        );
      }
      calls.clear();
    });
    worker = started;
    return started;
  }

  function ask(message: ToThread): void {
    thread().postMessage(message);
  }

  function heard(message: FromThread): void {
    if (message.type === 'told') told(message.outcome);
    else if (message.type === 'ended') end(message.gathered.state);
    else if (message.type === 'wants-key') void handKey(message.call, message.service);
    else if (message.type === 'broke') host.log('Gathering met a problem', new Error(message.line));
    else {
      const call = calls.get(message.call);
      calls.delete(message.call);
      if (message.type === 'previewed') call?.resolve(message.previews);
      else call?.reject(new Refusal(message.code, message.sentence, message.field));
    }
  }

  /** Hands the thread a key; where the host cannot give it, there is none for now. */
  async function handKey(call: number, service: KeyService): Promise<void> {
    const key = await readKey(host, service).catch((problem: unknown) => {
      host.log('A key could not be read', problem);
      return null;
    });
    worker?.postMessage({ type: 'key', call, key } satisfies ToThread);
  }

  function told(outcome: SourceOutcome): void {
    if (!run) return;
    run.done++;
    run.newMentions += outcome.added;
    run.failed += outcome.ok ? 0 : 1;
    heardNews ||= outcome.added + outcome.changed > 0;
    const { id, name, ok, words } = outcome;
    tell('progress', run, { id, name, ok, words });
    const moment = performance.now();
    if (!heardNews || moment - lastTold < tellEvery) return;
    lastTold = moment;
    heardNews = false;
    bell.ring({ type: 'changed', topics: ['mention', 'source_fetch'] });
  }

  function begin(): void {
    const of = waitingRuns.shift();
    if (of === undefined) return;
    run = { done: 0, of, newMentions: 0, failed: 0 };
    tell('started', run, null);
  }

  function end(state: 'finished' | 'cancelled' | 'offline'): void {
    const ended = run ?? { done: 0, of: 0, newMentions: 0, failed: 0 };
    run = null;
    heardNews = false;
    if (state === 'offline') quietUntil = performance.now() + offlinePause;
    bell.ring({ type: 'changed', topics: ['mention', 'source_fetch'] });
    tell(state, ended, null);
    begin();
  }

  function tell(
    state: Extract<HouseEvent, { type: 'gathering' }>['state'],
    progress: Run,
    source: Extract<HouseEvent, { type: 'gathering' }>['source'],
  ): void {
    bell.ring({ type: 'gathering', state, ...progress, source });
  }

  const gatherer: Gatherer = {
    gather({ ids, all }) {
      const now = clock.now();
      const sources =
        ids || all ? chosenSources(connection, ids ?? null, now) : dueSources(connection, now);
      if (sources.length === 0) return { started: false, sources: 0 };
      waitingRuns.push(sources.length);
      if (!run) begin();
      ask({
        type: 'gather',
        ids: sources.map((source) => source.id),
        gatherMinutes: readSettings(connection).gatherMinutes,
        now,
        zone: clock.zone(),
      });
      return { started: true, sources: sources.length };
    },
    cancel() {
      if (run) worker?.postMessage({ type: 'cancel' } satisfies ToThread);
    },
    rest(reason, on) {
      if (on) resting.add(reason);
      else if (resting.delete(reason)) quietUntil = performance.now() + wakingPause;
    },
    preview(typed, kind) {
      return new Promise((resolve, reject) => {
        lastCall++;
        calls.set(lastCall, { resolve, reject });
        ask({ type: 'preview', call: lastCall, typed, kind, now: clock.now(), zone: clock.zone() });
      });
    },
    async close() {
      ending.abort();
      clearInterval(watch);
      clearTimeout(first);
      const closing = worker;
      if (!closing) return;
      const exit = new Promise((resolve) => closing.once('exit', resolve));
      closing.postMessage({ type: 'close' } satisfies ToThread);
      const patience = setTimeout(() => void closing.terminate(), 5000);
      await exit;
      clearTimeout(patience);
    },
  };

  /** Gathers what is due; while a gathering runs, and without sources, nothing happens. */
  function look(): void {
    const waits = run !== null || resting.size > 0 || performance.now() < quietUntil;
    if (!waits && options.gathersByItself) gatherer.gather({ all: false });
  }
  const watch = setInterval(look, lookEvery);
  const first = setTimeout(look, firstLook);
  watch.unref();
  first.unref();
  void keepMatched(connection, bell, ending.signal, (problem) =>
    host.log('Matching authors with customers failed', problem),
  );
  return gatherer;
}

/** Whenever somebody's contacts change, what is already gathered finds its people anew. */
async function keepMatched(
  connection: Connection,
  bell: Bell,
  signal: AbortSignal,
  failed: (problem: unknown) => void,
): Promise<void> {
  try {
    for await (const event of bell.listen(signal)) {
      if (event.type !== 'changed' || signal.aborted) continue;
      const concerns = event.topics.some((topic) => /^customer(_contact)?$/.test(topic));
      if (concerns && rematch(connection) > 0) bell.ring({ type: 'changed', topics: ['mention'] });
    }
  } catch (problem) {
    if (!signal.aborted) failed(problem);
  }
}

/** The thread's file: a source when run from source, a bundle's neighbour when bundled. */
function threadEntry(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./gathering-thread.${extension}`, import.meta.url);
}
