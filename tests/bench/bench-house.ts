import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createRouterClient } from '@orpc/server';
import { createClock } from '../../main/core/clock.ts';
import { openCore } from '../../main/core/core.ts';
import { router } from '../../main/core/router.ts';
import type { Client } from '../../shared/contract/contract.ts';

/** A house in that folder, with a host that does nothing. */
export function openBenchCore(dataFolder: string) {
  return openCore({
    dataFolder,
    clock: createClock({ zone: 'Europe/Rome' }),
    host: {
      notify: async () => true,
      openLink: async () => true,
      secrets: {
        read: async () => undefined,
        keep: async () => undefined,
        forget: async () => undefined,
      },
      log: (line: string, cause?: unknown) => process.stderr.write(`${line} ${cause}\n`),
    },
    shell: 'command',
    version: 'bench',
    sampleFolder: '',
  });
}

/** An empty house in a folder of its own, to be filled and measured; `close` removes it. */
export async function openBenchHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  const core = await openBenchCore(folder);
  return {
    house: core.house,
    client: createRouterClient(router, { context: core.house }) as Client,
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Says how long something takes, in milliseconds: the median of so many runs, and of their time on
 * the processor, which tells the same on a busy machine.
 */
export async function timed(label: string, work: () => unknown, times = 11): Promise<void> {
  const took: number[] = [];
  const worked: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    took.push(performance.now() - start);
    worked.push((user + system) / 1000);
  }
  process.stdout.write(`${label.padEnd(56)} ${median(took)} ms ${median(worked)} ms\n`);
}

function median(times: number[]): string {
  times.sort((one, other) => one - other);
  return (times[Math.floor(times.length / 2)] ?? 0).toFixed(1).padStart(9);
}
