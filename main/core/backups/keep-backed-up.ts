import { setInterval } from 'node:timers/promises';
import type { House } from '../core.ts';
import { readSettings } from '../settings/settings.ts';
import { hasContent } from './before.ts';

type Needs = Pick<
  House,
  'connection' | 'backups' | 'bell' | 'clock' | 'host' | 'backsUpByItself' | 'undecided'
>;

/** How often is tried again what could not be done, such as a disk that was away: milliseconds. */
const tryAgainEvery = 10 * 60_000;

/**
 * Keeps the house backed up until `signal` ends it: at the first start of a day, when a day turns,
 * and in the second folder as soon as that is there. Also takes up what is chosen in the settings.
 */
export async function keepBackedUp(house: Needs, signal: AbortSignal): Promise<void> {
  const { backups, bell, host } = house;
  const dayByDay = () =>
    house.backsUpByItself ? backUpDaily(house).catch(() => undefined) : undefined;
  try {
    // An empty house that stands in for a damaged one has nothing to say about it.
    if (!house.undecided.now) backups.choose(readSettings(house.connection));
    void dayByDay();
    void again(dayByDay, house, signal);
    for await (const event of bell.listen(signal)) {
      if (event.type === 'day-turned') void dayByDay();
      if (event.type !== 'changed' || !event.topics.includes('setting')) continue;
      if (house.undecided.now) continue;
      const { backupFolder } = backups.choices;
      const settings = readSettings(house.connection);
      backups.choose(settings);
      if (settings.backupFolder !== backupFolder) void backups.bringToSecond();
    }
  } catch (problem) {
    if (!signal.aborted) host.log('Keeping the house backed up broke off', problem);
  }
}

/** What fails has said so in `backups.problems`, and in the log. */
async function backUpDaily({ connection, backups, clock }: Needs): Promise<void> {
  if (!hasContent(connection)) return;
  const [newest] = backups.all().here;
  if (newest?.day !== clock.today()) await backups.make('day');
  await backups.bringToSecond();
}

async function again(work: () => unknown, { backups }: Needs, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of setInterval(tryAgainEvery, undefined, { ref: false, signal })) {
      if (backups.problems.here !== null || backups.problems.second !== null) await work();
    }
  } catch (problem) {
    if (!signal.aborted) throw problem;
  }
}
