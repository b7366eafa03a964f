import { addDays } from '../../../shared/dates.ts';
import type { House } from '../core.ts';
import { saveSettings } from '../settings/settings.ts';

/** Lets no reminder come until tomorrow, or lets them come again. */
export function pauseReminders(
  house: Pick<House, 'clock' | 'journal'>,
  on: boolean,
): { step: string } {
  return saveSettings(house.journal, {
    remindersPausedUntil: on ? addDays(house.clock.today(), 1) : '',
  });
}
