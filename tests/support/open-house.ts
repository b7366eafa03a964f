import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { type Clock, localDay } from '../../main/core/clock.ts';
import { type CoreOptions, type House, openCore } from '../../main/core/core.ts';
import type { Host } from '../../main/core/host.ts';
import { router } from '../../main/core/router.ts';
import type { Client } from '../../shared/contract/contract.ts';

/** A clock that stands still until it is told to move. */
export interface StillClock extends Clock {
  /** Sets the local date and time, `2026-03-02T08:00`. */
  set(localDateTime: string): void;
  /** Moves on by whole days, keeping the local time of day. */
  addDays(days: number): void;
}

/** A clock standing at a local date and time in a zone. */
export function stillClock(localDateTime = '2026-03-02T08:00', zone = 'Europe/Rome'): StillClock {
  let local = Temporal.PlainDateTime.from(localDateTime);
  const now = () => local.toZonedDateTime(zone).epochMilliseconds;
  return {
    now,
    zone: () => zone,
    today: () => localDay(now(), zone),
    offset: 0,
    set(next) {
      local = Temporal.PlainDateTime.from(next);
    },
    addDays(days) {
      local = local.add({ days });
    },
  };
}

/** A host that remembers what it was asked for. */
export interface RememberingHost extends Host {
  notices: { title: string; body: string }[];
  opened: string[];
  lines: string[];
}

function rememberingHost(): RememberingHost {
  const secrets = new Map<string, string>();
  const host: RememberingHost = {
    notices: [],
    opened: [],
    lines: [],
    notify: (notice) => host.notices.push(notice),
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
