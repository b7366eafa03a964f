import type { House } from '../core.ts';
import { endTelling } from '../lessons/telling.ts';
import { readFollowUp } from './read.ts';
import { inQuotes } from './write.ts';

/** Puts a follow-up into the bin; undo brings it back. Whoever it would have told is left out. */
export function binFollowUp(house: Pick<House, 'connection' | 'clock' | 'journal'>, id: string) {
  const row = readFollowUp(house.connection, id);
  return house.journal.step(`Binned ${inQuotes(row)}`, (write) => {
    write.update('follow_up', row.id, { binned_at: house.clock.now() });
    if (row.state === 'open') endTelling(write, house, row.id, 'left');
  });
}
