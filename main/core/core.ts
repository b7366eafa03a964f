import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPoster, type Poster } from './answers/posting/poster.ts';
import { clearPassing } from './archive/passing.ts';
import { type Backups, createBackups } from './backups/backups.ts';
import { backUpBeforeMigration } from './backups/before.ts';
import { keepBackedUp } from './backups/keep-backed-up.ts';
import { type Bell, createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { type Connection, openConnection } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { createDoors, type Doors } from './doors.ts';
import { createHeavyWork, type HeavyWork } from './heavy-work/heavy-work.ts';
import type { Host } from './host.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { createGatherer, type Gatherer } from './listening/gatherer.ts';
import { keepNoticing } from './listening/hearing/notices.ts';
import { createNotices, type Notices } from './notices.ts';
import { keepReminding } from './reminders/reminders.ts';
import { keepSettled } from './sample/settle-mentions.ts';
import { rebuildIfNeeded } from './search/rebuild.ts';
import { createTimeWatch } from './time-watch.ts';

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

/** What hangs on the open database, and is another after that was exchanged. */
interface Inside {
  connection: Connection;
  journal: Journal;
  gatherer: Gatherer;
  heavyWork: HeavyWork;
  poster: Poster;
}

/** Everything a procedure may use. */
export interface House extends CoreOptions, Inside {
  databasePath: string;
  bell: Bell;
  notices: Notices;
  backups: Backups;
  doors: Doors;
  /**
   * Closes the database, does `work` with its file, and opens it again, whatever came of the work;
   * everybody is told afterwards. Gives the house as it then is: a procedure's own is a copy.
   */
  exchangeDatabase(work: () => Promise<void>): Promise<House>;
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
  clearPassing(options.dataFolder);
  const bell = createBell();
  const doors = createDoors();
  const changed = () => bell.ring({ type: 'changed', topics: ['backup'] });
  const backups = createBackups({ ...options, databasePath, changed });
  const notices = createNotices(options.host, bell, options.clock);
  const lasting = { ...options, databasePath, bell, doors, notices, backups, exchangeDatabase };
  const house: House = { ...lasting, ...(await openInside(lasting)) };
  let closing = begin(house);
  const timeWatch = createTimeWatch(options.clock, bell);

  async function closeInside(): Promise<void> {
    closing.abort();
    await house.heavyWork.close();
    await house.poster.close();
    await house.gatherer.close();
    house.connection.close();
  }

  async function exchangeDatabase(work: () => Promise<void>): Promise<House> {
    await closeInside();
    try {
      await work();
    } finally {
      Object.assign(house, await openInside(lasting));
      closing = begin(house);
      bell.ring({ type: 'changed', topics: ['everything'] });
    }
    return house;
  }

  return {
    house,
    async close() {
      timeWatch.stop();
      closing.abort();
      await backups.close();
      await closeInside();
    },
  };
}

type Lasting = Omit<House, keyof Inside>;

async function openInside(lasting: Lasting): Promise<Inside> {
  const { databasePath, bell, backups, clock } = lasting;
  const connection = openConnection(databasePath);
  try {
    await backUpBeforeMigration(connection, backups);
    migrate(connection);
    rebuildIfNeeded(connection);
  } catch (problem) {
    connection.close();
    throw problem;
  }
  const journal = createJournal(connection, clock, (topics) =>
    bell.ring({ type: 'changed', topics }),
  );
  return {
    ...{ connection, journal },
    gatherer: createGatherer({ ...lasting, connection }),
    heavyWork: createHeavyWork({ ...lasting, connection, journal }),
    poster: createPoster({ ...lasting, connection, journal }),
  };
}

/** Begins what goes on by itself; the controller ends it. */
function begin(house: House): AbortController {
  const ending = new AbortController();
  void keepNoticing(house, ending.signal);
  void keepSettled(house, ending.signal);
  void keepBackedUp(house, ending.signal);
  // Nobody is there to be reminded where a script runs a command.
  if (house.shell !== 'command') void keepReminding(house, ending.signal);
  house.poster.wake();
  return ending;
}
