import type { Recurrence } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { localTime } from '../clock.ts';
import { calledCustomer, shortened } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { readColleague } from '../counter/colleagues.ts';
import { whoIsPresent } from '../counter/present.ts';
import type { Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { type FollowUpRow, lastDay, readFollowUp, recurrenceOf } from './read.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

export interface NewFollowUp {
  text: string;
  customerId: string | null;
  /** The colleague to whom it is given. */
  givenTo?: string | null | undefined;
  dueDay: string;
  dueTime: string | null;
  recurrence: Recurrence | null;
  /** The conversation in which it was promised. */
  conversationId: string | null;
}

/** Writes a new follow-up as part of a step; answers its id. */
export function insertFollowUp(write: Write, house: Needed, given: NewFollowUp): string {
  const { clock, connection } = house;
  const id = newId(clock);
  write.insert('follow_up', {
    id,
    text: given.text,
    customer_id: given.customerId,
    due_day: given.dueDay,
    due_time: given.dueTime,
    ...recurrenceColumns(given.recurrence, given.dueDay),
    state: 'open',
    made_at: clock.now(),
    made_by: whoIsPresent(connection),
    given_to: given.givenTo ? readColleague(connection, given.givenTo).id : null,
    conversation_id: given.conversationId,
  });
  return id;
}

/** Adds a follow-up, for a customer or for nobody in particular. */
export function addFollowUp(
  house: Needed,
  given: Omit<NewFollowUp, 'conversationId'>,
): { step: string; id: string } {
  const called = given.customerId
    ? ` for ${calledCustomer(house.connection, given.customerId).called}`
    : '';
  const { step, result } = house.journal.step(
    `Added the follow-up “${shortened(given.text)}”${called}`,
    (write) => insertFollowUp(write, house, { ...given, conversationId: null }),
  );
  return { step, id: result };
}

export interface FollowUpChanges {
  id: string;
  text?: string | undefined;
  customerId?: string | null | undefined;
  givenTo?: string | null | undefined;
  dueDay?: string | undefined;
  dueTime?: string | null | undefined;
  recurrence?: Recurrence | null | undefined;
}

/** Changes what is given. A new due day wakes it, and begins a repeating one's series anew. */
export function changeFollowUp(house: Needed, given: FollowUpChanges): { step: string } {
  const row = readFollowUp(house.connection, given.id);
  const changes: Row = {};
  if (given.text !== undefined) changes.text = given.text;
  if (given.customerId !== undefined) {
    if (given.customerId !== null) calledCustomer(house.connection, given.customerId);
    changes.customer_id = given.customerId;
  }
  if (given.givenTo !== undefined) {
    changes.given_to = given.givenTo && readColleague(house.connection, given.givenTo).id;
  }
  if (given.dueTime !== undefined) changes.due_time = given.dueTime;
  const movesTo = given.dueDay !== undefined && given.dueDay !== row.due_day;
  if (movesTo) {
    changes.due_day = given.dueDay ?? row.due_day;
    changes.snoozed_until = null;
    changes.snoozed_time = null;
  }
  if (given.recurrence !== undefined || movesTo) {
    const recurrence = given.recurrence === undefined ? recurrenceOf(row) : given.recurrence;
    const kept = !movesTo && sameRecurrence(recurrence, recurrenceOf(row));
    if (!kept) Object.assign(changes, recurrenceColumns(recurrence, given.dueDay ?? row.due_day));
  }
  return house.journal.step(`Changed ${inQuotes(row)}`, (write) => {
    write.update('follow_up', row.id, changes);
  });
}

/**
 * Hides an open follow-up until a day, or a time of a day; it stays due when it was. Refuses what
 * would not hide it.
 */
export function snoozeFollowUp(
  house: Needed,
  { id, until, time = null }: { id: string; until: string; time?: string | null },
): { step: string } {
  const row = readFollowUp(house.connection, id);
  if (row.state === 'done') throw new Refusal('conflict', 'This one is done already.');
  const { now, zone } = house.clock;
  const moment = `${until}T${time ?? ''}`;
  if (moment <= `${house.clock.today()}T${localTime(now(), zone())}`) {
    throw new Refusal('invalid', 'Choose a day or a time that is still ahead.', 'until');
  }
  if (moment <= `${row.due_day}T${row.due_time ?? ''}`) {
    const due = `${fullDay(row.due_day)}${row.due_time ? ` at ${row.due_time}` : ''}`;
    throw new Refusal('invalid', `It is not due before ${due} anyway.`, 'until');
  }
  const words = `${fullDay(until)}${time ? ` at ${time}` : ''}`;
  return house.journal.step(`Put off ${inQuotes(row)} until ${words}`, (write) => {
    write.update('follow_up', row.id, { snoozed_until: until, snoozed_time: time });
  });
}

/** A follow-up as a label names it: “Send the quote” for Rosa. */
export function inQuotes(row: FollowUpRow): string {
  return `“${shortened(row.text)}”${row.called ? ` for ${row.called}` : ''}`;
}

function recurrenceColumns(recurrence: Recurrence | null, anchor: string): Row {
  return {
    recurs_every: recurrence?.every ?? null,
    recurs_unit: recurrence?.unit ?? null,
    recurs_from: recurrence?.from ?? null,
    recurs_on: recurrence ? turnsOf(recurrence) : null,
    recurs_anchor: recurrence ? anchor : null,
  };
}

/** On which days of its unit it comes, as the column holds it. */
function turnsOf({ unit, weekdays, lastDay: onLast }: Recurrence): string | null {
  if (unit === 'month' && onLast) return lastDay;
  if (unit !== 'week' || !weekdays?.length) return null;
  return [...new Set(weekdays)].sort((one, other) => one - other).join(',');
}

function sameRecurrence(one: Recurrence | null, other: Recurrence | null): boolean {
  const plain = one?.every === other?.every && one?.unit === other?.unit;
  return plain && one?.from === other?.from && (one && turnsOf(one)) === (other && turnsOf(other));
}
