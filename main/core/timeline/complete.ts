import type { TimelineEntry } from '../../../shared/contract/contract.ts';
import { linksIn } from '../../../shared/note-words.ts';
import { localDay } from '../clock.ts';
import { presentPeople, withPresentNames } from '../conversations/linked-people.ts';
import type { House } from '../core.ts';
import { all, type Connection } from '../database/connection.ts';
import { followUpsById } from '../followups/read.ts';
import type { StoredEntry } from './read.ts';

type Person = TimelineEntry['people'][number];

/** Stored entries with their people, tags and links, all of a page at once. */
export function complete(
  house: Pick<House, 'connection' | 'clock'>,
  stored: readonly StoredEntry[],
): TimelineEntry[] {
  const { connection, clock } = house;
  const ids = (kind: StoredEntry['kind']) =>
    stored.filter((entry) => entry.kind === kind).map((entry) => entry.id);
  const talks = ids('conversation');
  const taking = peopleOf(connection, 'conversation_customer', talks);
  const spokenOf = peopleOf(connection, 'conversation_spoken_of', talks);
  const about = named(connection, stored);
  const promised = followUpsById(house, ids('follow-up'));
  const tags = tagsOf(connection, [...talks, ...ids('note')]);
  const notes = stored.filter((entry) => entry.kind === 'note');
  const linked = presentPeople(
    connection,
    notes.flatMap((note) => linksIn(note.text).map((person) => person.id)),
  );

  return stored.map((entry) => {
    const isNote = entry.kind === 'note';
    const own = entry.customer_id === null ? undefined : about.get(entry.customer_id);
    return {
      kind: entry.kind,
      id: entry.id,
      at: entry.at,
      day: entry.day ?? localDay(entry.at, clock.zone()),
      text: isNote ? withPresentNames(entry.text, linked) : entry.text,
      people: taking.get(entry.id) ?? (own ? [own] : []),
      spokenOf: isNote
        ? distinct(linksIn(entry.text).flatMap(({ id }) => linked.get(id) ?? []))
        : (spokenOf.get(entry.id) ?? []),
      tags: tags.get(entry.id) ?? [],
      medium: entry.medium,
      reached: entry.reached === null ? null : entry.reached === 1,
      begunBy: entry.begun_by,
      ofUs: entry.of_us,
      pinned: entry.pinned === 1,
      dueDay: entry.due_day,
      state: entry.state,
      followUp: entry.kind === 'follow-up' ? (promised.get(entry.id) ?? null) : null,
      sourceName: entry.source_name,
      address: entry.address || null,
      rating: ratingOf(entry),
    };
  });
}

function peopleOf(
  connection: Connection,
  table: 'conversation_customer' | 'conversation_spoken_of',
  talks: readonly string[],
): Map<string, Person[]> {
  const rows = all<Person & { conversation_id: string }>(
    connection,
    `SELECT conversation_id, customer.id, display_name AS name
     FROM ${table} JOIN customer ON customer.id = customer_id
     WHERE conversation_id IN (SELECT value FROM json_each(?)) ORDER BY ${table}.id`,
    [JSON.stringify(talks)],
  );
  return grouped(rows.map(({ conversation_id, ...person }) => [conversation_id, person]));
}

/** Whom the entries that are about one customer are about. */
function named(connection: Connection, stored: readonly StoredEntry[]): Map<string, Person> {
  const rows = all<Person>(
    connection,
    `SELECT id, display_name AS name FROM customer WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify([...new Set(stored.flatMap((entry) => entry.customer_id ?? []))])],
  );
  return new Map(rows.map((person) => [person.id, person]));
}

function tagsOf(connection: Connection, ids: readonly string[]): Map<string, string[]> {
  const rows = all<{ subject_id: string; shown: string }>(
    connection,
    'SELECT subject_id, shown FROM said_tag WHERE subject_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  return grouped(rows.map(({ subject_id, shown }) => [subject_id, shown]));
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const distinct = (people: readonly Person[]) => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

function ratingOf(entry: StoredEntry): TimelineEntry['rating'] {
  const { rating_value: value, rating_best: best, rating_worst: worst } = entry;
  return value === null || best === null || worst === null ? null : { value, best, worst };
}
