import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { type Clock, localDay } from '../../main/core/clock.ts';
import { type CoreOptions, type House, openCore } from '../../main/core/core.ts';
import type { Host, Notice } from '../../main/core/host.ts';
import { router } from '../../main/core/router.ts';
import type { Client } from '../../shared/contract/contract.ts';

/** A clock that stands still until it is told to move. */
export interface StillClock extends Clock {
  /** Sets the local date and time, `2026-03-02T08:00`. */
  set(localDateTime: string): void;
  /** Moves on by whole days, keeping the local time of day. */
  addDays(days: number): void;
  addHours(hours: number): void;
  /** Goes to another zone, at the same instant. */
  goTo(zone: string): void;
  /** The instant of the next alarm; infinity when there is none. */
  nextAlarm(): number;
}

/** A clock standing at a local date and time in a zone. */
export function stillClock(localDateTime = '2026-03-02T08:00', zone = 'Europe/Rome'): StillClock {
  let moment = Temporal.PlainDateTime.from(localDateTime).toZonedDateTime(zone);
  const alarms = new Set<{ at: number; run: () => void }>();
  const now = () => moment.epochMilliseconds;
  /** Rings every alarm whose instant has come, the earliest first, as they are set. */
  const moveTo = (next: Temporal.ZonedDateTime) => {
    moment = next;
    for (;;) {
      const due = [...alarms].filter(({ at }) => at <= now());
      const [first] = due.sort((one, other) => one.at - other.at);
      if (!first) return;
      alarms.delete(first);
      first.run();
    }
  };
  return {
    now,
    zone: () => moment.timeZoneId,
    today: () => localDay(now(), moment.timeZoneId),
    offset: 0,
    wake(at, run) {
      const alarm = { at, run };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    set: (next) => moveTo(Temporal.PlainDateTime.from(next).toZonedDateTime(moment.timeZoneId)),
    addDays: (days) => moveTo(moment.add({ days })),
    addHours: (hours) => moveTo(moment.add({ hours })),
    goTo: (next) => moveTo(moment.withTimeZone(next)),
    nextAlarm: () => Math.min(...[...alarms].map(({ at }) => at)),
  };
}

/** A host that remembers what it was asked for. */
export interface RememberingHost extends Host {
  notices: { title: string; body: string }[];
  /** The same with their places, their actions, and a way to choose one. */
  shown: (Notice & { answered: (action: string) => void })[];
  /** Whether this machine has notices. */
  showsNotices: boolean;
  opened: string[];
  lines: string[];
}

function rememberingHost(): RememberingHost {
  const secrets = new Map<string, string>();
  const host: RememberingHost = {
    notices: [],
    shown: [],
    showsNotices: true,
    opened: [],
    lines: [],
    notify: async ({ title, body, ...rest }, answered) => {
      if (!host.showsNotices) return false;
      host.notices.push({ title, body });
      host.shown.push({ title, body, ...rest, answered });
      return true;
    },
    openLink: async (address) => {
      host.opened.push(address);
      return true;
    },
    secrets: {
      read: async (name) => secrets.get(name),
      keep: async (name, secret) => void secrets.set(name, secret),
      forget: async (name) => void secrets.delete(name),
    },
    log: (line, cause) => host.lines.push(`${line} ${cause instanceof Error ? cause.stack : ''}`),
  };
  return host;
}

export interface OpenedHouse {
  house: House;
  client: Client;
  clock: StillClock;
  host: RememberingHost;
  folder: string;
  close(): Promise<void>;
  /** Closes the house and opens it again on the same folder. */
  reopen(): Promise<OpenedHouse>;
}

/** A real house on a real SQLite file in a folder of its own, gone when the test is over. */
export async function openHouse(
  options: Partial<CoreOptions> & { clock?: StillClock } = {},
): Promise<OpenedHouse> {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'porchlight-'));
  const clock = options.clock ?? stillClock();
  const host = rememberingHost();
  const core = await openCore({
    shell: 'command',
    version: '0.0.0-test',
    sampleFolder: join(import.meta.dirname, '../../assets/sample-town'),
    host,
    ...options,
    clock,
    dataFolder: folder,
  });
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await core.close();
  };
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    house: core.house,
    client: createRouterClient(router, { context: core.house }) as Client,
    clock,
    host,
    folder,
    close,
    async reopen() {
      await close();
      return openHouse({ ...options, clock, dataFolder: folder });
    },
  };
}
