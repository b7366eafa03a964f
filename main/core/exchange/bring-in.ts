import { displayName } from '../../../shared/names.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';
import type { Tell } from '../heavy-work/tasks.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { readRecord } from '../people/get.ts';
import { insertCustomer, listContext, updateCustomer } from '../people/write.ts';
import type { ListContext } from '../people/write-lists.ts';
import { type Acquaintance, acquaintance } from './already.ts';
import type { Found } from './found.ts';
import { missing } from './missing.ts';
import { type PeopleFile, readPeopleFile } from './read-file.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'journal'>;

/** A file of people, and what to do with those who are there already. */
export type PeopleImport = PeopleFile & { already: IfAlready };

/** From so many people on, the search index takes them in at the end. */
const many = 100;

/** What to do with somebody who is there already. */
export type IfAlready = 'skip' | 'update' | 'add';

/** What an import came to. */
export interface BroughtIn {
  /** The one step that takes all of it back; null when nothing was done. */
  step: string | null;
  added: number;
  updated: number;
  skipped: number;
  problems: { row: number; sentence: string }[];
}

/**
 * Brings the people of a file in, as one step. Somebody who is there already is left as they are
 * (skip), given what was not known of them (update; nothing of theirs is overwritten), or added
 * beside (add). Somebody who cannot be read is told of and stops nobody else. `tell` hears how far
 * it is, and may throw to stop it: then nothing was changed.
 */
export function importPeople(house: Needs, file: PeopleImport, tell: Tell): BroughtIn {
  const context = listContext(house);
  const { people } = readPeopleFile(file, context.country, tell);
  const takeable = people.filter(({ problem }) => problem === null);
  const problems = people.flatMap(({ row, problem }) =>
    problem === null ? [] : [{ row, sentence: problem }],
  );
  const known = acquaintance(house.connection, context.country);
  const planned = takeable.map((found) => plan(found, known, file.already));
  const counted = { added: 0, updated: 0, skipped: 0 };
  if (planned.every(({ what }) => what === 'skip')) {
    return { step: null, ...counted, skipped: planned.length, problems };
  }
  const work = (write: Write) => {
    for (const [index, { what, found, already }] of planned.entries()) {
      tell('writing', index, planned.length);
      if (what === 'add') {
        counted.added += 1;
        add(write, context, found);
      } else if (what === 'update' && already && complete(write, context, already, found)) {
        counted.updated += 1;
      } else counted.skipped += 1;
    }
    tell('finding-places', planned.length, planned.length);
  };
  const { step } = house.journal.step(label(file, planned), work, {
    apart: true,
    much: planned.length > many,
  });
  return { step, ...counted, problems };
}

interface Planned {
  what: IfAlready;
  found: Found;
  /** Whose row is to be completed. */
  already: string | undefined;
}

/** Those of the same file are told apart by a mark of their own until they have an id. */
function plan(found: Found, known: Acquaintance, ifAlready: IfAlready): Planned {
  const already = known.recognise(found.form);
  if (already && ifAlready !== 'add') {
    const inHouse = !already.id.startsWith(inFile);
    return { what: inHouse ? ifAlready : 'skip', found, already: already.id };
  }
  known.meet(`${inFile}${found.row}`, displayName(found.form), found.form);
  return { what: 'add', found, already: undefined };
}

const inFile = 'row ';

function label({ fileName }: PeopleFile, planned: readonly Planned[]): string {
  const people = planned.filter(({ what }) => what !== 'skip');
  const [only] = people;
  const who =
    people.length === 1 && only ? displayName(only.found.form) : `${people.length} people`;
  return fileName ? `Brought in ${who} from ${fileName}` : `Brought in ${who}`;
}

function add(write: Write, context: ListContext, { form, note }: Found): void {
  const id = insertCustomer(write, context, form);
  if (note) insertNote(write, context, id, note);
}

/** Writes what was not known of somebody; answers whether there was anything. */
function complete(write: Write, context: ListContext, id: string, { form, note }: Found): boolean {
  const record = readRecord(context.connection, id);
  const changes = missing(context, id, record, form);
  const newNote = note !== '' && !hasNote(context, id, note);
  if (newNote) insertNote(write, context, id, note);
  if (Object.keys(changes).length === 0) return newNote;
  updateCustomer(write, context, id, changes, {
    givenName: changes.givenName ?? record.given_name,
    familyName: changes.familyName ?? record.family_name,
    nickname: changes.nickname ?? record.nickname,
    company: changes.company ?? record.company,
    nameOrder: record.name_order,
  });
  return true;
}

function insertNote(write: Write, { clock }: ListContext, id: string, body: string): void {
  write.insert('note', {
    id: newId(clock),
    customer_id: id,
    body,
    written_at: clock.now(),
  });
}

function hasNote({ connection }: ListContext, id: string, body: string): boolean {
  const note = first(
    connection,
    'SELECT 1 FROM note WHERE customer_id = ? AND body = ? AND binned_at IS NULL',
    [id, body],
  );
  return note !== undefined;
}
