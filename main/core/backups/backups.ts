import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Clock } from '../clock.ts';
import { moveInto } from '../database/whole-file.ts';
import { diskRefusal } from '../disk-problem.ts';
import type { Host } from '../host.ts';
import type { FilledIn } from '../rescue/fill-in.ts';
import {
  type BackupFile,
  type BackupReason,
  listBackups,
  nameOf,
  removeBackup,
  removeHalves,
  writeNote,
} from './backup-files.ts';
import { type Choices, keepChoices, readChoices } from './choices.ts';
import { surplus } from './keep.ts';
import { absentSentence, isThere, placeIn, secondFolderSentence } from './second-folder.ts';
import { createTaskThread, type TaskThread } from './task-thread.ts';

/** The name of the passphrase among the host's secrets. */
export const passphraseName = 'backup-passphrase';

const gigabyte = 1_000_000_000;
/** How long a closing house waits for a copy that is being made, in milliseconds. */
const patience = 5000;

export interface BackupsOptions {
  dataFolder: string;
  databasePath: string;
  clock: Clock;
  host: Host;
  version: string;
  /** Something about the backups is other than it was. */
  changed(): void;
  /** One was made; these are there now, newest first. */
  made(backups: readonly BackupFile[]): void;
}

/** The backups of a house: where they lie, and how they are made. They need no open database. */
export interface Backups {
  /** `<data>/backups`. */
  readonly folder: string;
  /** Why the last one, or the last copy in the second folder, could not be made. */
  readonly problems: { here: string | null; second: string | null };
  readonly running: boolean;
  readonly choices: Choices;
  /** Takes up what a person chose; keeps it where it is found without the database. */
  choose(choices: Choices): void;
  /** Every backup, of both folders, newest first; one that lies in both is there twice. */
  all(): { here: BackupFile[]; second: BackupFile[] };
  /** Makes one, proven, and lets go what is no longer needed. Refuses in words. */
  make(reason: BackupReason): Promise<BackupFile>;
  /** Brings the newest to the second folder, when that is there and lacks it. */
  bringToSecond(): Promise<void>;
  /**
   * Makes a plain database of a backup at `path`, proven, or an empty one of none, and does again
   * what a kept journal has of the time since. Refuses a wrong passphrase.
   */
  takeOut(
    backup: BackupFile | null,
    path: string,
    how: { passphrase: string | null; journal: string | null },
  ): Promise<FilledIn>;
  /** Work with whole files beside the window, in its turn after what is being made. */
  run: TaskThread['run'];
  /** Settles when nothing is being made. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function createBackups(options: BackupsOptions): Backups {
  const { dataFolder, databasePath, clock, host, version, changed, made } = options;
  const folder = join(dataFolder, 'backups');
  const thread = createTaskThread();
  const problems: Backups['problems'] = { here: null, second: null };
  let choices = readChoices(folder);
  /** One at a time: the next begins when the one before it has ended, well or not. */
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting += 1;
    if (waiting === 1) changed();
    const turn = last.then(work).finally(() => {
      waiting -= 1;
      if (waiting === 0) changed();
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  async function settled(): Promise<void> {
    while (waiting > 0) await last;
  }

  async function make(reason: BackupReason): Promise<BackupFile> {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      removeHalves(folder);
      const sequence = nextSequence();
      const day = clock.today();
      const name = nameOf(sequence, day);
      const part = join(folder, `${name}.part`);
      const at = clock.now();
      const asked = { from: databasePath, to: part };
      const copied = await thread.run('copyDatabase', asked);
      writeNote(folder, name, { format: 1, sequence, at, day, reason, version, ...copied });
      moveInto(part, join(folder, `${name}.db`));
      letGo(folder);
      problems.here = null;
    } catch (problem) {
      const refusal = problem instanceof Refusal ? problem : diskRefusal(problem);
      problems.here = refusal?.message ?? 'The backup did not work out. It is tried again.';
      host.log('A backup could not be made', problem);
      throw refusal ?? problem;
    }
    const all = listBackups(folder);
    const [newest] = all;
    if (!newest) throw new Error('The backup is gone as soon as it was made');
    made(all);
    return newest;
  }

  /** Numbers go on from the highest that is known anywhere, so that no name is ever used twice. */
  function nextSequence(): number {
    const known = [...listBackups(folder), ...inSecond()];
    return Math.max(0, ...known.map(({ sequence }) => sequence)) + 1;
  }

  function inSecond(): BackupFile[] {
    return choices.backupFolder ? listBackups(placeIn(choices.backupFolder)) : [];
  }

  function letGo(where: string): void {
    const rule = { today: clock.today(), mostBytes: choices.backupGigabytes * gigabyte };
    const here = listBackups(where).map((backup) => ({
      ...backup,
      isWayBack: backup.note?.reason === 'before-restore',
    }));
    for (const backup of surplus(here, rule)) removeBackup(where, backup);
  }

  async function bringToSecond(): Promise<void> {
    problems.second = null;
    const [newest] = listBackups(folder);
    if (!choices.backupFolder || !newest) return;
    try {
      if (!isThere(choices.backupFolder)) {
        problems.second = absentSentence;
        return;
      }
      const place = placeIn(choices.backupFolder);
      const passphrase = (await host.secrets.read(passphraseName)) ?? null;
      removeHalves(place);
      if (!inSecond().some(({ name }) => name === newest.name)) {
        await putAway(newest, place, passphrase);
      }
      if (passphrase !== null) await lockWhatLiesOpen(place, passphrase);
      letGo(place);
    } catch (problem) {
      problems.second = secondFolderSentence(problem);
      host.log('The copy in the second folder could not be made', problem);
    }
  }

  async function putAway(backup: BackupFile, place: string, passphrase: string | null) {
    const part = join(place, `${backup.name}.part`);
    await thread.run('putAway', { from: backup.path, to: part, passphrase });
    if (backup.note) writeNote(place, backup.name, backup.note);
    moveInto(part, join(place, `${backup.name}.${passphrase === null ? 'db' : 'locked'}`));
  }

  /** What was put there before there was a passphrase is not to lie about open. */
  async function lockWhatLiesOpen(place: string, passphrase: string): Promise<void> {
    for (const backup of listBackups(place)) {
      if (backup.locked) continue;
      await putAway(backup, place, passphrase);
      rmSync(backup.path);
    }
  }

  return {
    folder,
    problems,
    get running() {
      return waiting > 0;
    },
    get choices() {
      return choices;
    },
    choose(chosen) {
      if (!keepChoices(folder, chosen)) return;
      choices = readChoices(folder);
      problems.second = null;
      changed();
    },
    all: () => ({ here: listBackups(folder), second: inSecond() }),
    make: (reason) => inTurn(() => make(reason)),
    bringToSecond: () => inTurn(bringToSecond),
    takeOut: (backup, path, how) =>
      inTurn(() => {
        const from = backup?.path ?? null;
        const sha256 = backup?.note?.sha256 ?? null;
        return thread.run('takeOut', { from, to: path, sha256, ...how });
      }),
    run: (name, asked) => inTurn(() => thread.run(name, asked)),
    settled,
    async close() {
      const enough = setTimeout(() => void thread.end(), patience);
      await settled();
      clearTimeout(enough);
      await thread.end();
    },
  };
}
