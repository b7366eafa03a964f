import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';

const openAtShape = z.object({
  shell: z.enum(['desktop', 'browser', 'command']),
  process: z.int(),
  /** The browser shell's address, without a key. */
  address: z.string().optional(),
  /** With it, a second start may ask the first for a fresh one-time address. */
  secret: z.string().optional(),
});

/** Who has the folder open, and where; kept beside the lock for a second start to read. */
export type OpenAt = z.infer<typeof openAtShape>;

export interface FolderLock {
  /** Says where the folder is open from now on. */
  say(openAt: OpenAt): void;
  /**
   * Takes the folder again when it was deleted and made anew: what is held then is a file that
   * nobody sees. Throws FolderInUse when somebody else was faster.
   */
  retake(): void;
  release(): void;
}

/** The folder is open in another process. */
export class FolderInUse extends Refusal {
  readonly openAt: OpenAt | undefined;

  constructor(openAt: OpenAt | undefined) {
    super('in-use', sentenceOf(openAt));
    this.name = 'FolderInUse';
    this.openAt = openAt;
  }
}

/**
 * Takes a data folder for this process alone. The lock is SQLite's own on a small file beside the
 * database: the operating system holds it for the life of the process, so that it is never stale
 * after a crash. Throws FolderInUse.
 */
export function lockFolder(folder: string): FolderLock {
  const openAtPath = join(folder, 'open-at.json');
  const lockPath = join(folder, 'lock.db');
  let held = hold(lockPath, openAtPath);
  let said: OpenAt | undefined;
  const say = (openAt: OpenAt) => {
    said = openAt;
    // Written beside and moved, so that a second start never reads half of it.
    const draft = `${openAtPath}.new`;
    writeFileSync(draft, JSON.stringify(openAt), { mode: 0o600 });
    renameSync(draft, openAtPath);
  };
  return {
    say,
    retake() {
      if (statSync(lockPath, { throwIfNoEntry: false })?.ino === held.file) return;
      const before = held.connection;
      held = hold(lockPath, openAtPath);
      before.close();
      if (said) say(said);
    },
    release() {
      if (!held.connection.open) return;
      rmSync(openAtPath, { force: true });
      held.connection.close();
    },
  };
}

/** Holds the lock's file, and says which one that is. */
function hold(lockPath: string, openAtPath: string) {
  const connection = new Database(lockPath, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
    return { connection, file: statSync(lockPath).ino };
  } catch (problem) {
    connection.close();
    if (isBusy(problem)) throw new FolderInUse(readOpenAt(openAtPath));
    throw problem;
  }
}

function isBusy(problem: unknown): boolean {
  return problem instanceof Database.SqliteError && problem.code.startsWith('SQLITE_BUSY');
}

/** What the first start said; undefined when it has not said anything readable yet. */
function readOpenAt(path: string): OpenAt | undefined {
  try {
    return openAtShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function sentenceOf(openAt: OpenAt | undefined): string {
  if (openAt?.shell === 'browser' && openAt.address) {
    return `Porchlight has this folder open already, in the browser at ${openAt.address} (process ${openAt.process}).`;
  }
  if (openAt?.shell === 'desktop') {
    return `Porchlight has this folder open already, in its own window (process ${openAt.process}).`;
  }
  if (openAt?.shell === 'command') {
    return `A Porchlight command is at work in this folder (process ${openAt.process}). Try again when it is done.`;
  }
  return 'Porchlight has this folder open already, in another process.';
}
