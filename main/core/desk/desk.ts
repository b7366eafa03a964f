import type { House } from '../core.ts';
import type { Habits, Host } from '../host.ts';
import { readSettings } from '../settings/settings.ts';
import { standingOf } from './standing.ts';

/** What became of the keys that open the composer from anywhere. */
export type ShortcutState = 'works' | 'taken' | 'off' | 'none';

/** What the house shows of itself where its window is not: the tray, and keys of the whole machine. */
export interface Desk {
  /** `taken` when another program has the keys, `none` where the machine knows no such keys. */
  shortcut(): ShortcutState;
  /** Keeps all of it as the house is, until `signal` ends it. */
  keep(house: House, signal: AbortSignal): Promise<void>;
}

/** What changes whom the day names, what waits, or the settings of it. */
const topics = new Set([
  'follow_up',
  'reminder',
  'customer',
  'conversation',
  'daily_pick',
  'setting',
  'clock',
  'lock',
]);

export function createDesk(host: Host): Desk {
  const { showStanding, takeShortcut, takeHabits } = host;
  let shown = '';
  let taken = '';
  let keys: string | undefined;
  let state: ShortcutState = 'none';

  const show = (house: House) => {
    const standing = standingOf(house);
    const text = JSON.stringify(standing);
    if (text !== shown) showStanding?.(standing);
    shown = text;
  };
  const takeUp = (house: House) => {
    const known = readSettings(house.connection);
    const habits: Habits = {
      startAtLogin: known.startAtLogin,
      appearance: known.appearance,
      spelling: known.spelling,
      spellingLanguages: known.spellingLanguages,
      newVersions: known.newVersions,
    };
    const text = JSON.stringify(habits);
    if (text !== taken) takeHabits?.(habits);
    taken = text;
  };
  const take = async (house: House) => {
    const wanted = readSettings(house.connection).composerShortcut;
    if (!takeShortcut || wanted === keys) return;
    keys = wanted;
    const could = await takeShortcut(wanted);
    // Others may have been chosen meanwhile.
    if (wanted !== keys) return;
    state = wanted === '' ? 'off' : could ? 'works' : 'taken';
    house.bell.ring({ type: 'changed', topics: ['shortcut'] });
  };

  return {
    shortcut: () => state,
    async keep(house, signal) {
      if (!showStanding && !takeShortcut && !takeHabits) return;
      const look = () => {
        if (signal.aborted) return;
        try {
          show(house);
          takeUp(house);
          take(house).catch((problem) => host.log('The keys of the composer failed', problem));
        } catch (problem) {
          host.log('What stands in the tray failed', problem);
        }
      };
      const heard = house.bell.listen(signal);
      look();
      let asked = false;
      try {
        for await (const event of heard) {
          const concerns =
            event.type === 'day-turned' ||
            (event.type === 'changed' && event.topics.some((topic) => topics.has(topic)));
          if (asked || !concerns) continue;
          asked = true;
          // Many changes in a row are looked at once.
          setImmediate(() => {
            asked = false;
            look();
          });
        }
      } catch (problem) {
        if (!signal.aborted) host.log('The tray is not kept any more', problem);
      }
    },
  };
}
