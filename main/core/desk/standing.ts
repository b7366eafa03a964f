import { localTime } from '../clock.ts';
import type { House } from '../core.ts';
import { listFollowUps } from '../followups/read.ts';
import { countWaiting } from '../followups/waiting.ts';
import type { Standing } from '../host.ts';
import { getCustomer } from '../people/get.ts';
import { readSettings } from '../settings/settings.ts';
import { keptPick, pickOfToday } from '../today/pick.ts';

/** How many follow-ups the tray names. */
const mostNamed = 5;

/** What can be seen of the house beside the machine's clock: whom the day names, and what waits. */
export function standingOf(house: House): Standing {
  const { connection, clock, lock } = house;
  const settings = readSettings(connection);
  const { closeToTray } = settings;
  // Whoever stands before a locked window is told of nobody.
  if (lock.isLocked()) {
    return { today: null, followUps: [], waiting: 0, paused: false, closeToTray };
  }
  const today = clock.today();
  // Nobody is named before the morning only because the tray would like to know.
  const isMorning = localTime(clock.now(), clock.zone()) >= settings.morning;
  const pick = isMorning ? pickOfToday(house) : keptPick(house);
  const { rows } = listFollowUps(house, {
    state: 'open',
    until: today,
    offset: 0,
    limit: mostNamed,
  });
  return {
    today:
      pick?.state === 'waiting'
        ? { id: pick.customerId, name: getCustomer(house, pick.customerId).name }
        : null,
    followUps: rows.map(({ id, text, customer }) => ({ id, text, name: customer?.name ?? null })),
    waiting: countWaiting(house),
    paused: settings.remindersPausedUntil > today,
    closeToTray,
  };
}
