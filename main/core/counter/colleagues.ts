import type { Colleague } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first, type Row, run } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { whoIsPresent } from './present.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** Who works here, in the order of their coming, and who is at the keyboard now. */
export function readCounter(connection: Connection): {
  colleagues: Colleague[];
  present: string | null;
} {
  const rows = all<{ id: string; name: string; own_day: number }>(
    connection,
    'SELECT id, name, own_day FROM colleague WHERE binned_at IS NULL ORDER BY added_at, id',
  );
  return {
    colleagues: rows.map(({ id, name, own_day }) => ({ id, name, ownDay: own_day === 1 })),
    present: whoIsPresent(connection),
  };
}

/** A colleague who works here. Refuses when there is none. */
export function readColleague(connection: Connection, id: string): { id: string; name: string } {
  const row = first<{ id: string; name: string }>(
    connection,
    'SELECT id, name FROM colleague WHERE id = ? AND binned_at IS NULL',
    [id],
  );
  if (!row) throw new Refusal('not-found', 'Nobody by that name works here any more.');
  return row;
}

/** Adds somebody who works here. Refuses a name that another has already. */
export function addColleague(house: Needed, name: string): { step: string; id: string } {
  const { clock, connection, journal } = house;
  checkName(connection, name, null);
  const id = newId(clock);
  const { step } = journal.step(`Added ${name}, who works here`, (write) => {
    write.insert('colleague', { id, name, added_at: clock.now() });
  });
  return { step, id };
}

/** Changes a colleague's name, or whether they have a day's person of their own. */
export function changeColleague(
  house: Needed,
  given: { id: string; name?: string | undefined; ownDay?: boolean | undefined },
): { step: string } {
  const { connection, journal } = house;
  const present = readColleague(connection, given.id);
  const changes: Row = {};
  if (given.name !== undefined) {
    checkName(connection, given.name, given.id);
    changes.name = given.name;
  }
  if (given.ownDay !== undefined) changes.own_day = given.ownDay ? 1 : 0;
  return journal.step(`Changed ${present.name}, who works here`, (write) => {
    write.update('colleague', given.id, changes);
  });
}

/**
 * Takes somebody off the list of those who work here. What they said and promised stays theirs;
 * what was given to them is everybody's again.
 */
export function letColleagueGo(house: Needed, id: string): { step: string } {
  const { clock, connection, journal } = house;
  const { name } = readColleague(connection, id);
  const given = all<{ id: string }>(
    connection,
    "SELECT id FROM follow_up WHERE given_to = ? AND state = 'open'",
    [id],
  );
  return journal.step(`${name} does not work here any more`, (write) => {
    write.update('colleague', id, { binned_at: clock.now() });
    for (const followUp of given) write.update('follow_up', followUp.id, { given_to: null });
  });
}

/** Says who is at the keyboard from now on; null when it does not matter. */
export function comeIn(
  { connection, bell }: Pick<House, 'connection' | 'bell'>,
  id: string | null,
) {
  if (id !== null) readColleague(connection, id);
  run(connection, 'UPDATE at_the_counter SET colleague_id = ?', [id]);
  bell.ring({ type: 'changed', topics: ['at_the_counter'] });
}

function checkName(connection: Connection, name: string, except: string | null): void {
  const same = all<{ id: string; name: string }>(
    connection,
    'SELECT id, name FROM colleague WHERE binned_at IS NULL AND id IS NOT ?',
    [except],
  ).some((other) => other.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0);
  if (same) {
    throw new Refusal(
      'conflict',
      `There is a ${name} already. Add a letter of the other name.`,
      'name',
    );
  }
}
