import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Backups, createBackups } from './backups/backups.ts';
import { backUpBeforeMigration } from './backups/before.ts';
import { keepBackedUp } from './backups/keep-backed-up.ts';
import { type Bell, createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { type Connection, openConnection } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { createDayWatch } from './day-watch.ts';
import { createHeavyWork, type HeavyWork } from './heavy-work/heavy-work.ts';
import type { Host } from './host.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { createGatherer, type Gatherer } from './listening/gatherer.ts';
import { keepNoticing } from './listening/hearing/notices.ts';
import { keepSettled } from './sample/settle-mentions.ts';
import { rebuildIfNeeded } from './search/rebuild.ts';

export type ShellKind = 'desktop' | 'browser' | 'command';

/** A service imitated elsewhere: requests to the first origin go to the second. */
export interface Route {
  from: string;
  to: string;
}

/** What a shell hands the core; the core finds out nothing by itself. */
export interface CoreOptions {
  dataFolder: string;
  clock: Clock;
  host: Host;
  shell: ShellKind;
  version: string;
  /** The folder `assets/sample-town`. */
  sampleFolder: string;
  routes?: readonly Route[];
  /** Whether sources are gathered by themselves when they are due (scripts do not want it). */
  gathersByItself?: boolean;
  /** Whether a backup is made at the first start of a day. */
  backsUpByItself?: boolean;
}

/** Everything a procedure may use. */
export interface House extends CoreOptions {
  connection: Connection;
  databasePath: string;
  journal: Journal;
  bell: Bell;
  gatherer: Gatherer;
  backups: Backups;
  heavyWork: HeavyWork;
}

export interface Core {
  house: House;
  /** Closes everything in reverse order. What was acknowledged is on the disk. */
  close(): Promise<void>;
}

/** Opens the house in a data folder: the one place that wires. Refuses in words what it cannot open. */
export async function openCore(options: CoreOptions): Promise<Core> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const databasePath = join(options.dataFolder, 'porchlight.db');
  const bell = createBell();
  const changed = () => bell.ring({ type: 'changed', topics: ['backup'] });
  const backups = createBackups({ ...options, databasePath, changed });
  const connection = openConnection(databasePath);
  try {
    await backUpBeforeMigration(connection, backups);
    migrate(connection);
    rebuildIfNeeded(connection);
  } catch (problem) {
    connection.close();
    throw problem;
  }
  const journal = createJournal(connection, options.clock, (topics) =>
    bell.ring({ type: 'changed', topics }),
  );
  const gatherer = createGatherer({ ...options, connection, databasePath, bell });
  const heavyWork = createHeavyWork({ ...options, connection, databasePath, journal, bell });
  const house: House = {
    ...options,
    ...{ connection, databasePath, journal, bell, gatherer, backups, heavyWork },
  };
  const dayWatch = createDayWatch(options.clock, bell);
  const closing = new AbortController();
  void keepNoticing(house, closing.signal);
  void keepSettled(house, closing.signal);
  void keepBackedUp(house, closing.signal);
  return {
    house,
    async close() {
      dayWatch.stop();
      closing.abort();
      await heavyWork.close();
      await gatherer.close();
      await backups.close();
      connection.close();
    },
  };
}
