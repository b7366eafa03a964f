import { instantOf } from '../clock.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';

/** What a reminder is known by, and when it is meant for. */
export interface Moment {
  /** What it is about and which time of it: the same for ever, whatever becomes of the clock. */
  key: string;
  /** The local day and time, `YYYY-MM-DDTHH:MM`. */
  meantFor: string;
  /** The instant of that in the present zone. */
  at: number;
}

/** Whether a reminder was told, or passed over, before. */
export function isKnown({ connection }: Pick<House, 'connection'>, key: string): boolean {
  return first(connection, 'SELECT 1 FROM reminder WHERE id = ?', [key]) !== undefined;
}

/** A local day and time as a moment of a reminder. */
export function momentOf(key: string, day: string, time: string, zone: string): Moment {
  return { key, meantFor: `${day}T${time}`, at: instantOf(day, time, zone) };
}
