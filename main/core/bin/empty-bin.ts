import { setImmediate } from 'node:timers/promises';
import type { BinKind } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { type Binned, dayLength, daysInBin, tableOf } from './kinds.ts';
import { letGo } from './let-go.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'bell'>;

/** So much leaves at once: whoever types never waits. */
const atOnce = 50;

/**
 * Lets go for good what has been in the bin for 30 days, by the clock that there is. Gives how
 * much went.
 */
export async function emptyBin({ connection, clock, bell }: Needs, signal?: AbortSignal) {
  const over = Object.entries(tableOf).flatMap(([kind, table]) =>
    all<{ id: string }>(connection, `SELECT id FROM ${table} WHERE binned_at <= ?`, [
      clock.now() - daysInBin * dayLength,
    ]).map(({ id }): Binned => ({ kind: kind as BinKind, id })),
  );
  let went = 0;
  for (let from = 0; from < over.length && !signal?.aborted; from += atOnce) {
    went += letGo(connection, over.slice(from, from + atOnce));
    await setImmediate();
  }
  if (went > 0) bell.ring({ type: 'changed', topics: Object.values(tableOf) });
  return went;
}

/** Empties the bin now and whenever a day has turned, until `signal` ends it. */
export async function keepEmptied(
  house: Needs & Pick<House, 'host'>,
  signal: AbortSignal,
): Promise<void> {
  const failed = (problem: unknown) => {
    if (!signal.aborted) house.host.log('The bin could not be emptied', problem);
  };
  const empty = () => void emptyBin(house, signal).catch(failed);
  empty();
  try {
    for await (const event of house.bell.listen(signal)) {
      if (event.type === 'day-turned') empty();
    }
  } catch (problem) {
    failed(problem);
  }
}
