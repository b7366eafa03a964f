import { Temporal } from 'temporal-polyfill';
import type { Understood } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { calledCustomer } from './called.ts';
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
  const people: PersonNamed[] = customerId === undefined ? peopleIn(connection, line.trim()) : [];
  const about = customerId ?? (people.length === 1 ? people[0]?.id : undefined);
  const who = about === undefined ? 'them' : calledCustomer(connection, about).called;
  const time = Temporal.Instant.fromEpochMilliseconds(clock.now())
    .toZonedDateTimeISO(clock.zone())
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  return { ...understandLine(line, { day: clock.today(), time }, who), people };
}
