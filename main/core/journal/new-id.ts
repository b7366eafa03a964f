import { v7 } from 'uuid';
import type { Clock } from '../clock.ts';

/** A new identity for something that a person wrote: a UUIDv7 (RFC 9562) of the clock's moment. */
export function newId(clock: Clock): string {
  return v7({ msecs: clock.now() });
}
