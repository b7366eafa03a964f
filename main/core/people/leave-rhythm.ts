import type { House } from '../core.ts';
import { readRecord } from './get.ts';

/**
 * Remembers, as one step, that the rhythm seen was proposed and is left as it was. It is proposed
 * again once the rhythm seen is clearly another. Refuses when there is nobody.
 */
export function leaveRhythm(
  { connection, journal }: Pick<House, 'connection' | 'journal'>,
  { id, days }: { id: string; days: number },
): { step: string } {
  const { display_name: name } = readRecord(connection, id);
  const { step } = journal.step(`Left the rhythm of ${name} as it is`, (write) =>
    write.update('customer', id, { left_rhythm_days: days }),
  );
  return { step };
}
