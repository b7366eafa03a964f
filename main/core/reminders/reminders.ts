import type { House } from '../core.ts';
import { lookAround } from './due.ts';
import { quietUntil } from './hours.ts';
import { createTelling, notShown } from './telling.ts';
import { endOfJournal, keepLook, lastLook } from './written.ts';

/** The tables that say when something is to be told, and a clock that was set. */
const topics = new Set(['follow_up', 'customer', 'customer_date', 'setting', 'clock']);
/** The dates of many people are looked at only when these say so, and each morning. */
const dateTopics = new Set(['customer_date', 'setting', 'clock']);

/**
 * Tells each reminder once, at its moment, until `signal` ends it: what was missed while the
 * house was closed at the start, what falls into quiet hours or a pause when they end. One alarm
 * to the next moment, set anew on every change. That something was told is written down before
 * anybody is told.
 */
export async function keepReminding(house: House, signal: AbortSignal): Promise<void> {
  const telling = createTelling(house);
  let callOff = () => {};
  let datesKnown = false;
  // Not further than it goes: what was purged from its end is written anew.
  let looked = Math.min(lastLook(house.connection), endOfJournal(house.connection));

  const look = (atStart = false) => {
    callOff();
    if (signal.aborted) return;
    const { settings, due, next } = lookAround(house, { since: looked, withDates: !datesKnown });
    looked = endOfJournal(house.connection);
    const now = house.clock.now();
    const quiet = quietUntil(now, house.clock.zone(), settings);
    const waits = telling.tell(due, { settings, quiet: quiet !== null, atStart });
    // Until the next morning no other date can come up, unless one is written.
    datesKnown = !waits;
    const at = waits && quiet !== null ? Math.min(next, quiet) : next;
    callOff = house.clock.wake(at, () => {
      datesKnown = false;
      guarded();
    });
  };
  const guarded = (atStart = false) => {
    try {
      look(atStart);
    } catch (problem) {
      house.host.log('Looking for reminders failed', problem);
    }
  };

  signal.addEventListener('abort', () => {
    callOff();
    keepLook(house.connection, looked);
  });
  notShown(house);
  const heard = house.bell.listen(signal);
  guarded(true);
  try {
    for await (const event of heard) {
      if (event.type === 'day-turned') datesKnown = false;
      else if (event.type !== 'changed') continue;
      else if (!event.topics.some((topic) => topics.has(topic))) continue;
      else if (event.topics.some((topic) => dateTopics.has(topic))) datesKnown = false;
      guarded();
    }
  } catch (problem) {
    if (!signal.aborted) house.host.log('Reminding ended', problem);
  }
}
