import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createRouterClient } from '@orpc/server';
import { localDay } from '../../../../main/core/clock.ts';
import { type Core, openCore } from '../../../../main/core/core.ts';
import { router } from '../../../../main/core/router.ts';
import type { Client, HouseEvent, Source } from '../../../../shared/contract/contract.ts';
import type { FromFarEnds, ToFarEnds } from './far-ends.ts';
import { markIn, markOf, saidBy, type TrialSource } from './town.ts';

type Told = Extract<HouseEvent, { type: 'gathering' }>;

/** What one gathering was like. */
export interface Turn {
  seconds: number;
  /** When the last healthy source was done, in seconds. */
  healthySeconds: number;
  newMentions: number;
  failed: number;
  /** The most memory that this process had held until its end, in megabytes. */
  megabytes: number;
}

/** The most memory that this process ever held, in megabytes. */
export function mostMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** What is stored, held against what was said. */
export interface Tally {
  expected: number;
  stored: number;
  missing: string[];
  doubled: string[];
}

/** The far end of a trial, in a process of its own. */
export interface FarEnds {
  routes: { from: string; to: string }[];
  tell(message: ToFarEnds): Promise<void>;
  close(): void;
}

export async function startFarEnds(count: number): Promise<FarEnds> {
  const child = fork(join(import.meta.dirname, 'far-ends.ts'), [String(count)]);
  const ready = await nextMessage(child);
  if (ready.type !== 'ready') throw new Error('The far ends did not start.');
  return {
    routes: ready.routes,
    async tell(message) {
      const done = nextMessage(child);
      child.send(message);
      await done;
    },
    close: () => child.disconnect(),
  };
}

function nextMessage(child: ChildProcess): Promise<FromFarEnds> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The far ends broke off.'));
    child.once('exit', ended);
    child.once('message', (message: FromFarEnds) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

/** A house that listens to a whole town, with a clock that goes as it is told. */
export interface Trial {
  town: TrialSource[];
  /** What the house wrote into its log. */
  lines: string[];
  core: Core;
  client: Client;
  /** Sets the clock so many minutes on. */
  wait(minutes: number): void;
  /** Gathers everything, or what is due; `middle` happens once, after so many sources. */
  gather(all: boolean, middle?: { after: number; happens(): Promise<void> }): Promise<Turn | null>;
  tally(day: number): Tally;
  sources(): Promise<Map<number, Source>>;
  close(): Promise<void>;
}

export async function openTrial(town: TrialSource[], routes: FarEnds['routes']): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-trial-'));
  const lines: string[] = [];
  let now = Date.UTC(2026, 2, 2, 8);
  const clock = {
    now: () => now,
    zone: () => 'Europe/Rome',
    today: () => localDay(now, 'Europe/Rome'),
    offset: 0,
    wake: () => () => {},
  };
  const core = await openCore({
    shell: 'command',
    version: '0.0.0-trial',
    sampleFolder: folder,
    dataFolder: folder,
    routes,
    clock,
    host: {
      notify: async () => true,
      openLink: async () => true,
      secrets: { read: async () => undefined, keep: async () => {}, forget: async () => {} },
      log: (line, cause) => lines.push(`${line} ${cause instanceof Error ? cause.stack : ''}`),
    },
  });
  const client = createRouterClient(router, { context: core.house }) as Client;
  const indexOf = new Map<string, number>();
  for (const { index, keptAs, address } of town) {
    const { id } = await client.sources.add({ address, kind: keptAs, name: `Source ${index}` });
    indexOf.set(id, index);
  }
  const faulty = new Set(town.filter((source) => source.fault).map((source) => source.index));

  return {
    town,
    lines,
    core,
    client,
    wait: (minutes) => {
      now += minutes * 60_000;
    },
    async gather(all, middle) {
      const stop = new AbortController();
      const listening = core.house.bell.listen(stop.signal);
      const began = performance.now();
      const { started } = await client.sources.gather({ all });
      if (!started) return null;
      let healthySeconds = 0;
      let count = 0;
      for await (const event of listening) {
        if (event.type !== 'gathering') continue;
        const seconds = (performance.now() - began) / 1000;
        if (event.state === 'progress') {
          count++;
          if (middle && count === middle.after) await middle.happens();
          const index = indexOf.get(event.source?.id ?? '');
          if (index !== undefined && !faulty.has(index)) healthySeconds = seconds;
        } else if (event.state !== 'started') {
          stop.abort();
          const { newMentions, failed } = event satisfies Told;
          return { seconds, healthySeconds, newMentions, failed, megabytes: mostMegabytes() };
        }
      }
      throw new Error('The house was closed.');
    },
    tally(day) {
      // Row by row, so that the memory measured is not that of the counting.
      const rows = core.house.connection
        .prepare<[], { name: string; words: string }>(
          `SELECT source.name, CASE WHEN title LIKE '%Süße%' THEN title ELSE substr(text, 1, 40) END AS words
           FROM mention JOIN source ON source.id = source_id`,
        )
        .iterate();
      const seen = new Set<string>();
      const tally: Tally = { expected: 0, stored: 0, missing: [], doubled: [] };
      for (const { name, words } of rows) {
        const key = `${name}: ${markIn(words)}`;
        tally.stored++;
        if (seen.has(key)) tally.doubled.push(key);
        seen.add(key);
      }
      for (const source of town) {
        for (const number of saidBy(source, heardDay(source, day))) {
          const key = `Source ${source.index}: ${markOf(source, number)}`;
          tally.expected++;
          if (!seen.has(key)) tally.missing.push(key);
        }
      }
      return tally;
    },
    async sources() {
      const listed = await client.sources.list();
      return new Map(listed.map((source) => [indexOf.get(source.id) ?? -1, source]));
    },
    async close() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Faults from which nothing can ever be read. */
const mute = new Set<TrialSource['fault']>([
  '410',
  'a gzip bomb',
  'a body of 50 MB',
  'a wall for robots',
  'redirects without end',
  'nonsense',
]);
/** Faults that are over on the second day. */
const passing = new Set<TrialSource['fault']>([
  '429 with Retry-After',
  '429 without Retry-After',
  '403',
  '500 that heals',
  'a hang',
  'cut off in the middle',
]);

/** The last day whose words can have been heard by a day; day 0 is before all words. */
function heardDay({ fault }: TrialSource, day: number): number {
  if (mute.has(fault) || (day === 1 && passing.has(fault))) return 0;
  // Its 304 is believed for eight days.
  return fault === '304 for ever' && day === 2 ? 1 : day;
}

/** The words in which each fault must be told on the first day; null where there is no fault to tell. */
export const wordsOf: Record<NonNullable<TrialSource['fault']>, RegExp | null> = {
  '429 with Retry-After': /come back later/,
  '429 without Retry-After': /come back later/,
  '403': /does not let us in/,
  '304 for ever': null,
  '301': null,
  '410': /gone for good/,
  '500 that heals': /trouble of its own/,
  'a hang': /too long to answer/,
  'a gzip bomb': /too large/,
  'a body of 50 MB': /too large/,
  'a wrong charset': null,
  'cut off in the middle': /broke off/,
  'a changed guid': null,
  'one guid for all': null,
  'a wall for robots': /web page/,
  'redirects without end': /without end/,
  nonsense: /not a feed|damaged|nothing in it/,
  'odd dates': null,
};
