import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Client } from '../../shared/contract/contract.ts';
import { createClock, offsetTo } from '../core/clock.ts';
import { type House, openCore, type ShellKind } from '../core/core.ts';
import type { Host } from '../core/host.ts';
import { router } from '../core/router.ts';
import { dataFolderOf } from './data-folder.ts';
import { lockFolder, type OpenAt } from './folder-lock.ts';
import { createLog, type Log, lastEvents } from './log.ts';
import { machineWords } from './machine.ts';
import type { CommonOptions } from './options.ts';
import { keepForOwner } from './owner-alone.ts';
import { programVersion, sampleFolder } from './program-folder.ts';
import { startRefusal } from './start-refusal.ts';

/** How many events of the log go into a report. */
const reported = 30;

/** A house that is open in this process, and what a shell needs to carry it. */
export interface OpenHouse {
  house: House;
  /** The contract in this process, without anything in between. */
  client: Client;
  log: Log;
  /** Tells a second start where the house is open. */
  say(openAt: Omit<OpenAt, 'shell' | 'process'>): void;
  /** Closes the database cleanly and lets go of the folder. */
  close(): Promise<void>;
}

/** What a shell brings. */
export interface Shell {
  kind: ShellKind;
  /** Whether sources are gathered by themselves when they are due. */
  gathersByItself: boolean;
  hostIn(dataFolder: string, log: Log): Host;
  /** Where the log is written; `logs` in the data folder when absent. */
  logFolder?: string | undefined;
  /** Whether the system knows the program, because it was installed. */
  installed?: boolean;
}

/**
 * Opens the house that the options ask for, in a data folder that is this process's alone; the
 * sample town is built there first when it is asked for and not there yet. Throws FolderInUse,
 * or another Refusal with its sentence.
 */
export async function openHouse(options: CommonOptions, shell: Shell): Promise<OpenHouse> {
  const dataFolder = dataFolderOf(options);
  try {
    return await openIn(dataFolder, options, shell);
  } catch (problem) {
    throw startRefusal(problem, dataFolder) ?? problem;
  }
}

async function openIn(
  dataFolder: string,
  options: CommonOptions,
  shell: Shell,
): Promise<OpenHouse> {
  // Whatever this process writes from now on is for its owner's eyes alone.
  process.umask(0o077);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataFolder);
  const logFolder = shell.logFolder ?? join(dataFolder, 'logs');
  const log = createLog(logFolder);
  keepOthersOut(dataFolder, log);
  const say: OpenHouse['say'] = (openAt) =>
    lock.say({ shell: shell.kind, process: process.pid, ...openAt });
  try {
    say({});
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const core = await openCore({
      dataFolder,
      clock: createClock({ offset: options.clock ? offsetTo(options.clock, zone) : 0 }),
      host: shell.hostIn(dataFolder, log),
      shell: shell.kind,
      version: programVersion(),
      sampleFolder,
      routes: options.routes,
      gathersByItself: shell.gathersByItself,
      backsUpByItself: true,
      installed: shell.installed,
      retakeFolder: lock.retake,
      machine: () => ({ words: machineWords(), events: lastEvents(logFolder, reported) }),
    });
    const client: Client = createRouterClient(router, { context: core.house });
    // While a damage waits for a decision the house is empty for another reason.
    // One that is locked was lived in.
    const isForeign = core.house.undecided.now || core.house.lock.isLocked();
    if (options.sample && !isForeign) await buildSampleTown(client);
    log(`${shell.kind} opened`);
    return {
      house: core.house,
      client,
      log,
      say,
      async close() {
        await core.close();
        log(`${shell.kind} closed`);
        lock.release();
      },
    };
  } catch (problem) {
    lock.release();
    throw problem;
  }
}

/** A disk that came from elsewhere may know neither owners nor modes. */
function keepOthersOut(dataFolder: string, log: Log): void {
  try {
    keepForOwner(dataFolder);
  } catch (problem) {
    log('Who else may read the folder could not be limited', problem);
  }
}

/** Fills an empty house with the sample town; one that was lived in stays as it is. */
async function buildSampleTown(client: Client): Promise<void> {
  const [{ here }, { people }] = await Promise.all([client.sample.state(), client.house.counts()]);
  if (!here && people === 0) await client.sample.load();
}
