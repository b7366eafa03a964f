import { fullDay } from '../../../shared/wording/days.ts';
import { localDay } from '../clock.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'bell' | 'remarks' | 'host'>;

/** By so much a clock may be behind what was written before, in milliseconds: a traveller's zones. */
const tolerance = 26 * 3_600_000;

/**
 * Says when the machine's clock stands before what was written last, and no longer when that is
 * set right; until `signal` ends it. Nothing depends on it: steps are kept in their order.
 */
export async function keepClockHonest(house: Needs, signal: AbortSignal): Promise<void> {
  try {
    look(house);
    for await (const event of house.bell.listen(signal)) {
      const isTime = event.type === 'changed' && event.topics.includes('clock');
      if (isTime || event.type === 'day-turned') look(house);
    }
  } catch (problem) {
    if (!signal.aborted) house.host.log('Watching the clock broke off', problem);
  }
}

function look({ connection, clock, remarks }: Needs): void {
  const last = first<{ at: number | null }>(connection, 'SELECT max(at) AS at FROM journal_step');
  if (!last?.at || clock.now() > last.at - tolerance) {
    remarks.heard('clock');
    return;
  }
  const written = fullDay(localDay(last.at, clock.zone()), clock.today());
  remarks.say(
    'clock',
    `This machine says that it is ${fullDay(clock.today())} ${clock.today().slice(0, 4)}, and you last wrote something on ${written}. If its clock is wrong, please set it; nothing is lost either way.`,
  );
}
