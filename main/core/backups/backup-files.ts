import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { backupReason } from '../../../shared/contract/backups.ts';
import { writeWhole } from '../database/whole-file.ts';
import { namesIn } from '../names-in-folder.ts';

export type BackupReason = z.infer<typeof backupReason>;

/** What is known of a backup without opening it: the JSON beside it. */
const noteShape = z.object({
  format: z.literal(1),
  sequence: z.int().min(1),
  /** When it was made: milliseconds since the Unix epoch, and the local day. */
  at: z.int(),
  day: z.iso.date(),
  reason: backupReason,
  /** The program and the schema that wrote it. */
  version: z.string(),
  schema: z.int(),
  /** Of the database itself, before any locking. */
  bytes: z.int(),
  sha256: z.string(),
  /** Rows by table, as counted in the original and again in the copy. */
  counts: z.record(z.string(), z.int()),
  /** The last step of the journal in it; null when nothing was written yet. */
  lastStep: z.string().nullable(),
});
export type BackupNote = z.infer<typeof noteShape>;

/** A backup as it lies in a folder. */
export interface BackupFile {
  /** `porchlight-000042-2026-03-02`; the same in every folder that has it. */
  name: string;
  sequence: number;
  day: string;
  path: string;
  /** Of the file, as it lies there. */
  bytes: number;
  /** Whether a passphrase is needed to read it (lock-file.ts). */
  locked: boolean;
  /** Undefined when the JSON beside it is gone or cannot be read. */
  note: BackupNote | undefined;
}

const shape = /^(porchlight-(\d{6,})-(\d{4}-\d\d-\d\d))\.(db|locked)$/;

/** The name of a backup by its number and its local day. */
export function nameOf(sequence: number, day: string): string {
  return `porchlight-${String(sequence).padStart(6, '0')}-${day}`;
}

/** The backups of a folder, newest first; none when there is no such folder. */
export function listBackups(folder: string): BackupFile[] {
  const found: BackupFile[] = [];
  for (const file of namesIn(folder)) {
    const [, name, sequence, day, kind] = shape.exec(file) ?? [];
    if (!name || !day) continue;
    const path = join(folder, file);
    const bytes = statSync(path, { throwIfNoEntry: false })?.size;
    if (bytes === undefined) continue;
    const locked = kind === 'locked';
    const note = readNote(join(folder, `${name}.json`));
    found.push({ name, sequence: Number(sequence), day, path, bytes, locked, note });
  }
  return found.sort((one, other) => other.sequence - one.sequence);
}

/** Writes the JSON beside a backup, whole or not at all. */
export function writeNote(folder: string, name: string, note: BackupNote): void {
  writeWhole(join(folder, `${name}.json`), `${JSON.stringify(note, null, 2)}\n`);
}

/** Lets a backup go, with the JSON beside it. */
export function removeBackup(folder: string, { name, path }: BackupFile): void {
  rmSync(path, { force: true });
  rmSync(join(folder, `${name}.json`), { force: true });
}

/** Removes what a copying that broke off has left behind. */
export function removeHalves(folder: string): void {
  for (const file of namesIn(folder)) {
    if (/^porchlight-.*\.part(-journal|-wal|-shm)?$/.test(file)) rmSync(join(folder, file));
  }
}

function readNote(path: string): BackupNote | undefined {
  try {
    return noteShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // The backup itself is what counts; what the note would tell is then unknown.
    return undefined;
  }
}
