import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type FarEnd, startFarEnd } from '../../core/listening/far-end.ts';
import { type Child, startChild } from '../../support/child.ts';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';

/** A browser shell that runs, with a page that was let in. */
export interface OpenShell {
  child: Child;
  page: Page;
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  dataFolder: string;
  /** What the page complained of: errors of scripts and refusals by its policy. */
  complaints: string[];
  /** Goes to a screen, such as `/people`, as a link would. */
  goTo(path: string): Promise<void>;
  /** Ends the shell as Ctrl+C would, and starts it again on the same folder. */
  startAgain(options?: ShellOptions): Promise<OpenShell>;
}

export interface ShellOptions {
  /** The local moment at which it lives. */
  clock?: string;
  sample?: boolean;
  /** Requests to the first origin go to the second. */
  routes?: Record<string, string>;
  /** A data folder that is there already. */
  dataFolder?: string;
}

interface Stories {
  /** Starts the real browser shell in a data folder of its own. */
  openShell(options?: ShellOptions): Promise<OpenShell>;
  /** A server of feeds on 127.0.0.1. */
  feeds: FeedServer;
  /** A server on 127.0.0.1 that imitates services, for routes. */
  far: FarEnd;
  dataFolder: string;
}

/** Playwright's test with the house: each has its own data folder, and ends what it started. */
export const test = base.extend<Stories>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  dataFolder: async ({}, give) => {
    const folder = mkdtempSync(join(tmpdir(), 'porchlight-story-'));
    await give(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  feeds: async ({}, give) => {
    const server = await startFeedServer();
    await give(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  far: async ({}, give) => {
    const far = await startFarEnd();
    await give(far);
    await far.close();
  },
  openShell: async ({ context, dataFolder }, give) => {
    const children = new Set<Child>();

    const open = async (options: ShellOptions = {}): Promise<OpenShell> => {
      const folder = options.dataFolder ?? dataFolder;
      const child = startChild('main/starting/start.ts', shellArguments(options, folder));
      children.add(child);
      const [, address = ''] = await child.saying(/Porchlight is open at (\S+)/);
      const page = await context.newPage();
      const complaints = listenForComplaints(page);
      await page.goto(address);
      await page.waitForURL((url) => url.search === '');
      return {
        child,
        page,
        origin: new URL(address).origin,
        dataFolder: folder,
        complaints,
        async goTo(path) {
          await page.goto(new URL(path, address).href);
          await page.locator('h1').first().waitFor();
        },
        async startAgain(next = options) {
          await page.close();
          await child.interrupt();
          children.delete(child);
          return open({ ...next, dataFolder: folder });
        },
      };
    };
    await give(open);
    for (const child of children) await child.interrupt();
  },
});

function shellArguments({ clock, sample, routes = {} }: ShellOptions, folder: string): string[] {
  return [
    '--browser',
    '--no-open',
    '--port=0',
    `--data=${folder}`,
    `--clock=${clock ?? '2026-03-02T08:00'}`,
    ...(sample ? ['--sample'] : []),
    ...Object.entries(routes).map(([from, to]) => `--route=${from}=${to}`),
  ];
}

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

export { expect };
