import type { MatterChanges, MatterForm } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { readRecord } from '../people/get.ts';
import { type MatterRow, readMatter } from './read-matters.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal'>;
type Party = MatterForm['parties'][number];

/** Opens a matter for a client, as one step. Refuses a client who is not there. */
export function addMatter(house: Needs, customerId: string, form: MatterForm) {
  const { connection, clock, journal } = house;
  const client = readRecord(connection, customerId);
  const parties = checked(house, customerId, form.parties);
  const { step, result } = journal.step(
    `Opened the matter “${form.name}” for ${client.display_name}`,
    (write) => {
      const id = newId(clock);
      const { parties: _, ...own } = form;
      write.insert('matter', {
        id,
        customer_id: customerId,
        ...matterColumns(own),
        made_at: clock.now(),
      });
      parties.forEach((party, position) => {
        write.insert('matter_party', {
          id: newId(clock),
          matter_id: id,
          ...partyColumns(party),
          position,
        });
      });
      return id;
    },
  );
  return { id: result, step };
}

/** Changes what is given of a matter, as one step. What is closed now was closed today, unless a day is given. */
export function changeMatter(house: Needs, id: string, changes: MatterChanges): { step: string } {
  const { connection, journal } = house;
  const present = readMatter(connection, id);
  const parties = changes.parties && checked(house, present.customer_id, changes.parties);
  const columns = { ...closing(house, present, changes), ...matterColumns(changes) };
  const after = { ...present, ...columns };
  if (after.opened_day && after.closed_day && after.closed_day < after.opened_day) {
    throw new Refusal('invalid', 'It was closed before it was opened.', 'closedDay');
  }
  return journal.step(`Changed the matter “${after.name}”`, (write) => {
    write.update('matter', id, columns);
    if (parties) replaceParties(write, house, id, parties);
  });
}

/** Takes a matter away with its parties and notes, as one step; undo brings all of it back. */
export function removeMatter({ connection, journal }: Needs, id: string): { step: string } {
  const { name } = readMatter(connection, id);
  return journal.step(`Took the matter “${name}” away`, (write) => {
    for (const table of ['matter_note', 'matter_party'] as const) {
      const rows = all<{ id: string }>(connection, `SELECT id FROM ${table} WHERE matter_id = ?`, [
        id,
      ]);
      for (const row of rows) write.remove(table, row.id);
    }
    write.remove('matter', id);
  });
}

/** Writes a dated note on a matter, as one step. */
export function addMatterNote({ connection, clock, journal }: Needs, id: string, body: string) {
  const { name } = readMatter(connection, id);
  const { step, result } = journal.step(`Noted something on the matter “${name}”`, (write) => {
    const noteId = newId(clock);
    write.insert('matter_note', { id: noteId, matter_id: id, body, written_at: clock.now() });
    return noteId;
  });
  return { id: result, step };
}

/** Takes a note off a matter, as one step. */
export function removeMatterNote({ connection, journal }: Needs, noteId: string) {
  const note = first<{ matter_id: string }>(
    connection,
    'SELECT matter_id FROM matter_note WHERE id = ?',
    [noteId],
  );
  if (!note) throw new Refusal('not-found', 'This note is not there any more.');
  const { name } = readMatter(connection, note.matter_id);
  return journal.step(`Took a note off the matter “${name}”`, (write) =>
    write.remove('matter_note', noteId),
  );
}

/** The day that goes with being closed, or with being taken up again. */
function closing({ clock }: Needs, present: MatterRow, { state }: MatterChanges): Row {
  if (state === undefined || state === present.state) return {};
  const [was, is] = [present.state, state].map((one) => one === 'closed' || one === 'declined');
  if (was === is) return {};
  return { closed_day: is ? (present.closed_day ?? clock.today()) : null };
}

function matterColumns(given: Partial<Omit<MatterForm, 'parties'>>): Row {
  const row: Row = {};
  if (given.name !== undefined) row.name = given.name;
  if (given.state !== undefined) row.state = given.state;
  if (given.openedDay !== undefined) row.opened_day = given.openedDay;
  if (given.closedDay !== undefined) row.closed_day = given.closedDay;
  if (given.note !== undefined) row.note = given.note;
  return row;
}

function partyColumns({ side, name, otherId, role }: Party): Row {
  return { side, name, other_id: otherId, role };
}

/** Refuses a party without a name, one who is not there, and the client themselves. */
function checked({ connection }: Needs, client: string, parties: Party[]): Party[] {
  for (const { otherId, name } of parties) {
    if (otherId === client) {
      throw new Refusal('invalid', 'The client is in it already.', 'parties');
    }
    if (otherId === null && name === '') {
      throw new Refusal('invalid', 'Please say who that is: a name is enough.', 'parties');
    }
    if (otherId) readRecord(connection, otherId);
  }
  return parties;
}

function replaceParties(
  write: Write,
  { connection, clock }: Needs,
  matterId: string,
  parties: readonly Party[],
): void {
  const left = new Set(
    all<{ id: string }>(connection, 'SELECT id FROM matter_party WHERE matter_id = ?', [
      matterId,
    ]).map(({ id }) => id),
  );
  const placed = parties.map((party, position) => ({
    id: party.id && left.delete(party.id) ? party.id : undefined,
    row: { ...partyColumns(party), position },
  }));
  for (const id of left) write.remove('matter_party', id);
  for (const { id, row } of placed) {
    if (id) write.update('matter_party', id, row);
    else write.insert('matter_party', { ...row, id: newId(clock), matter_id: matterId });
  }
}
