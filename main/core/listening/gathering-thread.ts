import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import type { KeyService } from '../../../shared/wording/source-keys.ts';
import { localDay } from '../clock.ts';
import { openConnection } from '../database/connection.ts';
import { fillDates } from '../sample/fill-dates.ts';
import { createFetcher } from './fetch.ts';
import { gatherSources } from './gather.ts';
import type { FromThread, ThreadData, ToThread } from './gathering-messages.ts';
import { createFeedReader } from './parsing.ts';
import { previewSources } from './preview.ts';
import type { GatherTools } from './record.ts';
import { chosenSources } from './source-records.ts';
import type { SourceKey } from './sources/source-kind.ts';

/**
 * The thread in which everything is gathered, with its own connection, so that no keystroke waits
 * for a feed. It does one gathering after the other; previews go beside them.
 */
const data = workerData as ThreadData;
const connection = openConnection(data.databasePath);
// What it stores it seldom reads again.
connection.pragma('cache_size = -8192');
let present = { now: 0, zone: 'UTC', at: performance.now() };
const now = () => Math.round(present.now + performance.now() - present.at);

const fetcher = createFetcher({
  version: data.version,
  now,
  routes: [...data.routes],
  sampleFolder: data.sampleFolder,
  fillSample: (text) =>
    fillDates(text, { zone: () => present.zone, today: () => localDay(now(), present.zone) }),
});
const reader = createFeedReader({ now });
const wanted = new Map<number, (key: SourceKey | null) => void>();
let lastWanted = 0;

/** Asks the core for a key; it lies in the host's keeping, and is held here by nobody. */
function key(service: KeyService): Promise<SourceKey | null> {
  return new Promise((resolve) => {
    lastWanted++;
    wanted.set(lastWanted, resolve);
    tell({ type: 'wants-key', call: lastWanted, service });
  });
}

const tools: Omit<GatherTools, 'gatherMinutes'> = { connection, fetcher, reader, key, now };

let stop = new AbortController();
let last: Promise<void> = Promise.resolve();
let cancelled = 0;

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'cancel') cancel();
  else if (message.type === 'close') void close();
  else if (message.type === 'key') answerKey(message.call, message.key);
  else {
    present = { now: message.now, zone: message.zone, at: performance.now() };
    if (message.type === 'preview') void preview(message.call, message.typed, message.kind);
    else {
      const asked = cancelled;
      last = last.then(() => gather(message.ids, message.gatherMinutes, asked));
    }
  }
});

function answerKey(call: number, found: SourceKey | null): void {
  wanted.get(call)?.(found);
  wanted.delete(call);
}

/** Stops the gathering that runs and those that wait behind it. */
function cancel(): void {
  cancelled++;
  stop.abort();
}

async function gather(ids: string[], gatherMinutes: number, asked: number): Promise<void> {
  stop = new AbortController();
  if (asked !== cancelled) stop.abort();
  try {
    const sources = chosenSources(connection, ids, now());
    const gathered = await gatherSources(
      { ...tools, gatherMinutes },
      sources,
      stop.signal,
      (outcome) => tell({ type: 'told', outcome }),
    );
    tell({ type: 'ended', gathered });
  } catch (problem) {
    tell({
      type: 'broke',
      line: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
    });
    tell({ type: 'ended', gathered: { state: 'cancelled', newMentions: 0, failed: 0 } });
  }
}

async function preview(call: number, typed: string, kind?: string): Promise<void> {
  try {
    const signal = AbortSignal.timeout(60_000);
    tell({ type: 'previewed', call, previews: await previewSources(tools, typed, signal, kind) });
  } catch (problem) {
    if (!(problem instanceof Refusal)) {
      tell({
        type: 'broke',
        line: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
      });
    }
    const refusal =
      problem instanceof Refusal
        ? problem
        : new Refusal('unreachable', 'This address could not be looked at. Please try again.');
    tell({
      type: 'refused',
      call,
      code: refusal.code,
      sentence: refusal.message,
      field: refusal.field,
    });
  }
}

async function close(): Promise<void> {
  cancel();
  for (const answer of wanted.values()) answer(null);
  await last;
  await Promise.all([fetcher.close(), reader.close()]);
  connection.close();
  parentPort?.close();
}
