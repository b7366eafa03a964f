import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock } from '../clock.ts';

const last = new WeakMap<Pick<Clock, 'now'>, { at: number; sequence: number }>();

/** Chance comes by the page: asking for it is what costs. */
const chance = { bytes: new Uint8Array(4096), used: 4096 };

function random(): Uint8Array {
  if (chance.used + 16 > chance.bytes.length) {
    randomFillSync(chance.bytes);
    chance.used = 0;
  }
  chance.used += 16;
  return chance.bytes.subarray(chance.used - 16, chance.used);
}

/**
 * A new identity for something that a person wrote: a UUIDv7 (RFC 9562) of the clock's moment.
 * Those made in one millisecond stand in the order in which they were made.
 */
export function newId(clock: Pick<Clock, 'now'>): string {
  const at = clock.now();
  const before = last.get(clock);
  const sequence = before?.at === at ? before.sequence + 1 : 0;
  last.set(clock, { at, sequence });
  return v7({ msecs: at, seq: sequence, random: random() });
}
