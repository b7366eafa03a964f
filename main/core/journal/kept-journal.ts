import {
  closeSync,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { all, type Connection, first, type Row } from '../database/connection.ts';
import { flushFolder } from '../database/whole-file.ts';
import { unhurried } from '../unhurried.ts';
import { type Beginning, dropUpTo, keptFiles, keptPath, lastKeptStep } from './kept-files.ts';
import { asBytes, linesOfStep } from './step-lines.ts';

/*
 * The journal kept beside the database, in case that is damaged: `<data>/journal/000001.jsonl` and
 * so on, each a line of JSON after the other, only ever added to, readable by its owner alone.
 *
 *   {"begins":1,"after":<the step before, or null>,"backup":<number of the newest backup>}
 *   {"step":{…the row of journal_step}}
 *   {"given":"<table>","row":{…}}      what a change refers to and no journal has: gathered words;
 *                                       a picture, with its "bytes" in base64
 *   {"table":"…","id":"…","after":{…}}  a row as it became; without "after" it went
 *   {"ends":"<the step's id>"}
 *
 * A step counts when its end is there. What is acknowledged is in it, and on the disk, before the
 * answer leaves the house (boundary.ts).
 */

const flush = promisify(fdatasync);

export interface KeptJournal {
  /** Where the database's journal ends; another after a step. */
  end(): number;
  /** Whether the database has a step that this file has not. */
  isBehind(): boolean;
  /**
   * Writes down every step that the database has and this file has not, and settles when they are
   * on the disk; others have their turn meanwhile, however large they are. Never throws: what could
   * not be written is in the database, and is written down with the next.
   */
  catchUp(): Promise<void>;
  /** A backup was made: what comes now is kept apart, and what none of the newest needs goes. */
  begin(backups: readonly { sequence: number }[]): Promise<void>;
  close(): void;
}

interface KeptJournalOptions {
  folder: string;
  connection: Connection;
  /** The numbers of the backups that are there, newest first. */
  backups: readonly { sequence: number; lastStep: string | null }[];
  failed(problem: unknown): void;
  /** Whether anything is written down just now. */
  isOn(): boolean;
}

/** Backups for each of which the journal since then is kept. */
const generations = 3;

export function createKeptJournal(options: KeptJournalOptions): KeptJournal {
  const { folder, connection, failed, isOn } = options;
  let newestBackup = options.backups[0]?.sequence ?? 0;
  let file: { path: string; handle: number; length: number } | undefined;
  let written = rowOf(lastKeptStep(folder) ?? options.backups[0]?.lastStep ?? null);
  let complained = false;
  /** One after the other: what a file begins with is what the one before it ended with. */
  let last: Promise<void> = Promise.resolve();

  function rowOf(step: string | null): number {
    if (step === null) return 0;
    const found = first<{ row: number }>(
      connection,
      'SELECT rowid AS row FROM journal_step WHERE id = ?',
      [step],
    );
    return found?.row ?? lastRow();
  }

  function lastRow(): number {
    const last = first<{ row: number | null }>(
      connection,
      'SELECT max(rowid) AS row FROM journal_step',
    );
    return last?.row ?? 0;
  }

  function opened() {
    if (file) return file;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = keptPath(folder, Math.max(0, ...keptFiles(folder)) + 1);
    file = { path, handle: openSync(path, 'wx', 0o600), length: 0 };
    const before = first<{ id: string }>(
      connection,
      'SELECT id FROM journal_step WHERE rowid <= ? ORDER BY rowid DESC LIMIT 1',
      [written],
    );
    const begins: Beginning = { begins: 1, after: before?.id ?? null, backup: newestBackup };
    add([JSON.stringify(begins)]);
    flushFolder(folder);
    return file;
  }

  function add(lines: readonly string[]): void {
    const bytes = asBytes(lines);
    const to = opened();
    for (let from = 0; from < bytes.length; ) {
      from += writeSync(to.handle, bytes, from, bytes.length - from, to.length + from);
    }
    to.length += bytes.length;
  }

  function isBehind(): boolean {
    // A house that was exchanged meanwhile has a journal of its own.
    return connection.open && isOn() && lastRow() !== written;
  }

  async function writeDown(): Promise<void> {
    if (!isBehind()) return;
    const whole = file?.length ?? 0;
    try {
      const steps = all<Row & { row: number; id: string }>(
        connection,
        'SELECT rowid AS row, * FROM journal_step WHERE rowid > ? ORDER BY rowid',
        [written],
      );
      for (const { row: _, ...step } of steps) await unhurried(linesOfStep(connection, step), add);
      await flush(opened().handle);
      written = steps.at(-1)?.row ?? written;
      complained = false;
    } catch (problem) {
      takeOff(whole);
      if (!complained) failed(problem);
      complained = true;
    }
  }

  /** A half is of no use, and the rest is to follow where the last whole step ended. */
  function takeOff(whole: number): void {
    if (!file) return;
    try {
      ftruncateSync(file.handle, whole);
      file.length = whole;
      if (whole > 0) return;
      rmSync(file.path, { force: true });
    } catch (problem) {
      failed(problem);
    }
    giveUp();
  }

  function giveUp(): void {
    if (file) closeSync(file.handle);
    file = undefined;
  }

  function inTurn(work: () => Promise<void> | void): Promise<void> {
    last = last.then(work);
    return last;
  }

  function begin(backups: readonly { sequence: number }[]): void {
    newestBackup = backups[0]?.sequence ?? newestBackup;
    giveUp();
    const oldest = backups[generations - 1];
    try {
      if (oldest) dropUpTo(folder, oldest.sequence);
    } catch (problem) {
      // What stays too long does no harm.
      failed(problem);
    }
  }

  return {
    end: () => (connection.open ? lastRow() : 0),
    isBehind,
    catchUp: () => inTurn(writeDown),
    begin: (backups) => inTurn(() => begin(backups)),
    close: giveUp,
  };
}
