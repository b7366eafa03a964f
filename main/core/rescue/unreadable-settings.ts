import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../core.ts';
import { writeWhole } from '../database/whole-file.ts';
import { unreadableSettings } from '../settings/settings.ts';
import { setAsideFolder, stampOf } from './set-aside.ts';

/**
 * Settings that cannot be read are kept aside, in a file and in the journal, and their defaults
 * hold from now on; the house says so.
 */
export function setAsideUnreadable(
  house: Pick<House, 'connection' | 'journal' | 'dataFolder' | 'clock' | 'remarks' | 'host'>,
): void {
  const { connection, journal, dataFolder, clock, remarks, host } = house;
  const unreadable = unreadableSettings(connection);
  if (unreadable.length === 0) return;
  const path = join(setAsideFolder(dataFolder), `${stampOf(clock.now())} settings.json`);
  try {
    mkdirSync(setAsideFolder(dataFolder), { recursive: true, mode: 0o700 });
    writeWhole(path, `${JSON.stringify(unreadable, null, 2)}\n`);
    journal.step(
      'Set aside what could not be read of the settings',
      (write) => {
        for (const { id } of unreadable) write.remove('setting', id);
      },
      { byItself: true },
    );
  } catch (problem) {
    // They stay where they are; their defaults hold all the same.
    host.log('Unreadable settings could not be set aside', problem);
  }
  remarks.say(
    'settings',
    unreadable.length === 1
      ? 'One of your settings could not be read, so the usual one holds. The old one is kept aside.'
      : `${unreadable.length} of your settings could not be read, so the usual ones hold. The old ones are kept aside.`,
  );
}
