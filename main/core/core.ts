import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPoster, type Poster } from './answers/posting/poster.ts';
import { clearPassing } from './archive/passing.ts';
import { type Backups, type BackupsOptions, createBackups } from './backups/backups.ts';
import { backUpBeforeMigration } from './backups/before.ts';
import { keepBackedUp } from './backups/keep-backed-up.ts';
import { type Bell, createBell } from './bell.ts';
import { keepEmptied } from './bin/empty-bin.ts';
import type { Clock } from './clock.ts';
import { type Connection, openConnection } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createDoors, type Doors } from './doors.ts';
import { finishForgetting } from './forgetting/forget.ts';
import { createHeavyWork, type HeavyWork } from './heavy-work/heavy-work.ts';
import type { Host } from './host.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { createKeptJournal, type KeptJournal } from './journal/kept-journal.ts';
import { createGatherer, type Gatherer } from './listening/gatherer.ts';
import { keepNoticing } from './listening/hearing/notices.ts';
import { createNotices, type Notices } from './notices.ts';
import { keepReminding } from './reminders/reminders.ts';
import { keepClockHonest } from './rescue/clock-behind.ts';
import { findTrouble } from './rescue/find-trouble.ts';
import { createGround, type Ground } from './rescue/ground.ts';
import { createRemarks, type Remarks } from './rescue/remarks.ts';
import type { Undecided } from './rescue/set-aside.ts';
import { setAsideUnreadable } from './rescue/unreadable-settings.ts';
import { keepSettled } from './sample/settle-mentions.ts';
import { rebuildIfNeeded } from './search/rebuild.ts';
import { createTimeWatch, type TimeWatch } from './time-watch.ts';
import { createVersions, type Versions } from './versions/versions.ts';
import { createWindowLock, type WindowLock } from './window-lock/window-lock.ts';

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
  /** Takes the data folder for this process again, when it was made anew. Throws when another has it. */
  retakeFolder?: () => void;
  /** Whether a backup is made at the first start of a day. */
  backsUpByItself?: boolean;
  /** Whether the system knows the program, because it was installed and not only fetched. */
  installed?: boolean | undefined;
  /** What it runs on, in words, and the last events of its log: for a report. */
  machine?: () => { words: string; events: string[] };
}

/** What hangs on the open database, and is another after that was exchanged. */
interface Inside {
  connection: Connection;
  journal: Journal;
  gatherer: Gatherer;
  heavyWork: HeavyWork;
  poster: Poster;
  keptJournal: KeptJournal;
  ground: Ground;
}

/** Everything a procedure may use. */
export interface House extends CoreOptions, Inside {
  databasePath: string;
  bell: Bell;
  notices: Notices;
  desk: Desk;
  lock: WindowLock;
  backups: Backups;
  doors: Doors;
  timeWatch: TimeWatch;
  versions: Versions;
  /** Where the journal beside the database is kept. */
  journalFolder: string;
  /** A damage that waits for a decision; an empty house stands in meanwhile. */
  undecided: { now: Undecided | null };
  remarks: Remarks;
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
  const journalFolder = join(options.dataFolder, 'journal');
  const changed = () => bell.ring({ type: 'changed', topics: ['backup'] });
  const made: BackupsOptions['made'] = (all) => void house.keptJournal?.begin(all);
  const backups = createBackups({ ...options, databasePath, changed, made });
  const undecided = { now: findTrouble({ ...options, databasePath, journalFolder, backups }) };
  const lock = createWindowLock({
    ...options,
    changed: () => bell.ring({ type: 'changed', topics: ['lock'] }),
  });
  const notices = createNotices(options.host, bell, options.clock, lock);
  const desk = createDesk(options.host);
  const timeWatch = createTimeWatch(options.clock, bell);
  const versions = createVersions(options.host, bell);
  const lasting = {
    ...{ ...options, databasePath, journalFolder, bell, doors, notices, backups, undecided },
    ...{ remarks: createRemarks(changed), desk, lock, timeWatch, versions, exchangeDatabase },
  };
  const house = { ...lasting } as House;
  Object.assign(house, await openInside(lasting));
  let closing = begin(house);
  await finishForgetting(house);

  async function closeInside(): Promise<void> {
    closing.abort();
    await house.heavyWork.close();
    await house.poster.close();
    await house.gatherer.close();
    await house.keptJournal.catchUp();
    house.keptJournal.close();
    house.connection.close();
    house.ground.close();
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
      lock.close();
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
    keptJournal: await openKeptJournal(lasting, connection),
    ground: createGround(databasePath),
  };
}

async function openKeptJournal(
  { journalFolder, backups, host, undecided }: Lasting,
  connection: Connection,
): Promise<KeptJournal> {
  const known = backups.all().here;
  const kept = createKeptJournal({
    folder: journalFolder,
    connection,
    backups: known.map(({ sequence, note }) => ({ sequence, lastStep: note?.lastStep ?? null })),
    isOn: () => !undecided.now,
    failed: (problem) => host.log('The journal beside the database could not be written', problem),
  });
  await kept.catchUp();
  return kept;
}

/** Begins what goes on by itself; the controller ends it. */
function begin(house: House): AbortController {
  setAsideUnreadable(house);
  const ending = new AbortController();
  void keepNoticing(house, ending.signal);
  void keepSettled(house, ending.signal);
  void keepEmptied(house, ending.signal);
  void keepBackedUp(house, ending.signal);
  void keepClockHonest(house, ending.signal);
  // Nobody is there to be reminded where a script runs a command.
  if (house.shell !== 'command') void keepReminding(house, ending.signal);
  house.poster.wake();
  void house.desk.keep(house, ending.signal);
  return ending;
}
