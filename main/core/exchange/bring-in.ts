import { displayName } from '../../../shared/names.ts';
import type { House } from '../core.ts';
import { first } from '../database/connection.ts';
import type { Tell } from '../heavy-work/tasks.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { readRecord } from '../people/get.ts';
import { photoOf, writePhoto } from '../people/photos/photo-rows.ts';
import { cameThrough } from '../people/referrals.ts';
import { insertCustomer, listContext, updateCustomer } from '../people/write.ts';
import type { ListContext } from '../people/write-lists.ts';
import { type Acquaintance, acquaintance } from './already.ts';
import { addCards, completeCards } from './cards.ts';
import type { Found } from './found.ts';
import { senderOf, withLinks } from './links.ts';
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
  /** Who was not taken, and why. */
  problems: Said[];
  /** What of somebody who was taken was not. */
  remarks: Said[];
}

interface Said {
  row: number;
  sentence: string;
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
  const planned = takeable.map((found) => plan(found, known, context, file.already));
  const remarks = planned.flatMap(({ what, found: { row, remarks } }) =>
    what === 'skip' ? [] : remarks.map((sentence) => ({ row, sentence })),
  );
  const counted = { added: 0, updated: 0, skipped: 0 };
  if (planned.every(({ what }) => what === 'skip')) {
    return { step: null, ...counted, skipped: planned.length, problems, remarks };
  }
  const work = (write: Write) => {
    for (const [index, { what, found, id }] of planned.entries()) {
      tell('writing', index, planned.length);
      const linked = withLinks(found, id, known);
      if (what === 'add') {
        counted.added += 1;
        add(write, context, known, id, linked);
      } else if (what === 'update' && complete(write, context, id, linked)) {
        counted.updated += 1;
      } else counted.skipped += 1;
    }
    for (const { what, found, id } of planned) {
      if (what !== 'skip') writeSender(write, context, id, senderOf(found, id, known));
    }
    tell('finding-places', planned.length, planned.length);
  };
  const { step } = house.journal.step(label(file, planned), work, {
    apart: true,
    much: planned.length > many,
  });
  return { step, ...counted, problems, remarks };
}

interface Planned {
  what: IfAlready;
  found: Found;
  /** Whose row it is or will be. */
  id: string;
}

/** Everybody has their id before anybody is written, so that they can name each other. */
function plan(
  found: Found,
  known: Acquaintance,
  { clock }: ListContext,
  ifAlready: IfAlready,
): Planned {
  const already = known.recognise(found);
  if (already && ifAlready !== 'add') {
    known.knowAs(already.id, found);
    return { what: already.fresh ? 'skip' : ifAlready, found, id: already.id };
  }
  const id = newId(clock);
  known.meet(id, displayName(found.form), found);
  return { what: 'add', found, id };
}

function label({ fileName }: PeopleFile, planned: readonly Planned[]): string {
  const people = planned.filter(({ what }) => what !== 'skip');
  const [only] = people;
  const who =
    people.length === 1 && only ? displayName(only.found.form) : `${people.length} people`;
  return fileName ? `Brought in ${who} from ${fileName}` : `Brought in ${who}`;
}

function add(
  write: Write,
  context: ListContext,
  known: Acquaintance,
  id: string,
  { form, note, card }: Found,
): void {
  insertCustomer(write, context, form, id);
  if (note) insertNote(write, context, id, note);
  if (card.photo) writePhoto(write, context.connection, id, card.photo);
  // A card that somebody else has already is theirs.
  addCards(write, context, id, {
    ...card,
    uids: card.uids.filter((uid) => known.withUid(uid) === id),
  });
}

/** Writes what was not known of somebody; answers whether there was anything. */
function complete(write: Write, context: ListContext, id: string, found: Found): boolean {
  const { form, note, card } = found;
  const { connection } = context;
  const record = readRecord(connection, id);
  const changes = missing(context, id, record, form);
  const newNote = note !== '' && !hasNote(context, id, note);
  if (newNote) insertNote(write, context, id, note);
  const newPhoto = card.photo !== null && photoOf(connection, id) === null;
  if (newPhoto && card.photo) writePhoto(write, connection, id, card.photo);
  const newCards = completeCards(write, context, id, card);
  if (Object.keys(changes).length === 0) return newNote || newPhoto || newCards;
  updateCustomer(write, context, id, changes, {
    givenName: changes.givenName ?? record.given_name,
    familyName: changes.familyName ?? record.family_name,
    nickname: changes.nickname ?? record.nickname,
    company: changes.company ?? record.company,
    nameOrder: record.name_order,
  });
  return true;
}

/** Only now that everybody is there; who came through somebody cannot have sent them. */
function writeSender(
  write: Write,
  { connection }: ListContext,
  id: string,
  sender: string | undefined,
): void {
  if (sender === undefined || cameThrough(connection, sender, id)) return;
  if (readRecord(connection, id).sent_by === null)
    write.update('customer', id, { sent_by: sender });
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
