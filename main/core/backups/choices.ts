import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Settings } from '../../../shared/contract/contract.ts';
import { writeWhole } from '../database/whole-file.ts';

/** What a person chose about backups. */
export type Choices = Pick<Settings, 'backupFolder' | 'backupGigabytes'>;

const choicesShape = z.object({ backupFolder: z.string(), backupGigabytes: z.number() });
const usual: Choices = { backupFolder: '', backupGigabytes: 5 };

/**
 * The choices as they were last kept beside the backups: what they say must be known even when the
 * database, where they are set, cannot be read.
 */
export function readChoices(folder: string): Choices {
  try {
    return choicesShape.parse(JSON.parse(readFileSync(join(folder, 'choices.json'), 'utf8')));
  } catch {
    // Never written, or unreadable: the settings write it again.
    return usual;
  }
}

/** Keeps the choices beside the backups, when they are others. Answers whether they were. */
export function keepChoices(folder: string, { backupFolder, backupGigabytes }: Choices): boolean {
  const before = readChoices(folder);
  if (before.backupFolder === backupFolder && before.backupGigabytes === backupGigabytes) {
    return false;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(join(folder, 'choices.json'), JSON.stringify({ backupFolder, backupGigabytes }));
  return true;
}
