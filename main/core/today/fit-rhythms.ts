import { Refusal } from '../../../shared/refusal.ts';
import { fitted, fittedCircles } from '../../../shared/rhythm.ts';
import { peopleADay } from '../../../shared/wording/circles.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { readSettings } from '../settings/settings.ts';
import { theLoad } from './load.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/**
 * Stretches all rhythms by what the honest arithmetic comes to, the circles' and people's own alike,
 * as one step. Refuses when they fit already.
 */
export function fitRhythms(house: Needed): { step: string } {
  const { connection } = house;
  const { stretch, named } = theLoad(connection, house.clock.today());
  if (stretch <= 1) throw new Refusal('conflict', `The rhythms fit ${peopleADay(named)} already.`);
  const owns = all<{ id: string; rhythm_days: number }>(
    connection,
    `SELECT id, rhythm_days FROM customer
     WHERE rhythm_days IS NOT NULL AND circle <> 'none' AND binned_at IS NULL`,
  );
  const { step } = house.journal.step(`Made the rhythms fit ${peopleADay(named)}`, (write) => {
    const circles = fittedCircles(readSettings(connection), stretch);
    for (const [id, days] of Object.entries(circles)) {
      write.put('setting', { id, value: JSON.stringify(days) });
    }
    for (const own of owns) {
      write.update('customer', own.id, { rhythm_days: fitted(own.rhythm_days, stretch) });
    }
  });
  return { step };
}
