import { Temporal } from 'temporal-polyfill';
import type { Understood } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { calledCustomer, listed } from './called.ts';
import { understandLine } from './understand-line.ts';
import { type PersonNamed, peopleIn } from './understand-people.ts';

/**
 * What a line about a conversation says: how and when people spoke, what was promised until when,
 * and, unless it is known whom it is about, who is named in it. Writes nothing.
 */
export function understand(
  { connection, clock }: Pick<House, 'connection' | 'clock'>,
  line: string,
  customerId?: string,
): Understood {
  const time = Temporal.Instant.fromEpochMilliseconds(clock.now())
    .toZonedDateTimeISO(clock.zone())
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  const present = { day: clock.today(), time };
  const { promises } = understandLine(line, present);
  const { names, ...named } = peopleIn(connection, line.trim(), promises, customerId);
  const about = customerId === undefined ? named.people.map((one) => one.id) : [customerId];
  const who = listed(about.map((id) => calledCustomer(connection, id).called)) || 'them';
  const understood = understandLine(line, present, who);
  return {
    ...understood,
    ...named,
    promises: understood.promises.map((promise) => ({
      ...promise,
      customer: customerId === undefined ? namedWithin(names, promise) : null,
    })),
  };
}

/** The one customer whom a promise names, and no other. */
function namedWithin(
  names: readonly PersonNamed[],
  { start, end }: { start: number; end: number },
) {
  const within = names.filter((name) => start <= name.start && name.end <= end);
  const [first] = within;
  if (!first || within.some((name) => name.id !== first.id)) return null;
  return { id: first.id, name: first.name };
}
