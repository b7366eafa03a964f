import type { Backup } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { currentVersion } from '../database/migrations/index.ts';
import type { BackupFile } from './backup-files.ts';
import { type Backups, passphraseName } from './backups.ts';

/** Every backup as a person chooses one, newest first, and how the backups are. */
export async function listAll({ backups, host }: Pick<House, 'backups' | 'host'>) {
  const { here } = backups.all();
  const { choices, folder, problems, running } = backups;
  return {
    backups: everyBackup(backups).map(asShown),
    folder,
    bytes: here.reduce((sum, { bytes }) => sum + bytes, 0),
    mostBytes: choices.backupGigabytes * 1_000_000_000,
    running,
    problem: problems.here,
    second: {
      folder: choices.backupFolder,
      locked: (await host.secrets.read(passphraseName)) !== undefined,
      problem: choices.backupFolder ? problems.second : null,
    },
  };
}

/** A backup with the folders in which it lies; the file in our own folder counts first. */
export interface Placed {
  file: BackupFile;
  places: ('here' | 'second')[];
}

/** The backups of both folders, each once, newest first. */
export function everyBackup(backups: Pick<Backups, 'all'>): Placed[] {
  const { here, second } = backups.all();
  const byName = new Map<string, Placed>();
  for (const file of here) byName.set(file.name, { file, places: ['here'] });
  for (const file of second) {
    const known = byName.get(file.name);
    if (known) known.places.push('second');
    else byName.set(file.name, { file, places: ['second'] });
  }
  return [...byName.values()].sort((one, other) => other.file.sequence - one.file.sequence);
}

/** A backup as a person chooses it. */
export function asShown({ file, places }: Placed): Backup {
  const { name, day, bytes, locked, note } = file;
  return {
    name,
    day,
    at: note?.at ?? null,
    reason: note?.reason ?? null,
    holds: note ? holdsOf(note.counts) : null,
    bytes: note?.bytes ?? bytes,
    places,
    locked,
    newer: (note?.schema ?? 0) > currentVersion,
  };
}

/** Rows by table as the things that a person knows. */
export function holdsOf(counts: Record<string, number>): NonNullable<Backup['holds']> {
  return {
    people: counts.customer ?? 0,
    conversations: counts.conversation ?? 0,
    notes: counts.note ?? 0,
    followUps: counts.follow_up ?? 0,
    lessons: counts.lesson ?? 0,
    mentions: counts.mention ?? 0,
  };
}
