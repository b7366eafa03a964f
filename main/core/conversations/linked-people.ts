import {
  beforeAt,
  betweenLinks,
  fromWriting,
  type LinkedPerson,
  linkTo,
  relinked,
} from '../../../shared/note-words.ts';
import { all, type Connection } from '../database/connection.ts';
import { namesIn } from './names-in-line.ts';

const atSign = new RegExp(`${beforeAt}@$`, 'v');

/**
 * A note as it is kept: links where `@` stands before one of these people, or before the name of
 * somebody who alone bears it. An `@` before anything else stays as it was typed.
 */
export function linkPeople(
  connection: Connection,
  written: string,
  people: readonly LinkedPerson[],
): string {
  return betweenLinks(fromWriting(written, people), (words) => {
    if (!words.includes('@')) return words;
    const named = namesIn(connection, words).filter(
      ({ start, bearers }) => bearers.length === 1 && atSign.test(words.slice(0, start)),
    );
    return named.reduceRight((text, { start, end, bearers: [bearer] }) => {
      return bearer ? text.slice(0, start - 1) + linkTo(bearer) + text.slice(end) : text;
    }, words);
  });
}

/** Who is linked by each of these ids now: by their present name, and after a merge whoever they became. */
export function presentPeople(
  connection: Connection,
  ids: readonly string[],
): Map<string, LinkedPerson> {
  const people = all<{ linked: string; id: string; name: string }>(
    connection,
    `WITH RECURSIVE became (linked, id) AS (
       SELECT value, value FROM json_each(?)
       UNION SELECT linked, merged_into FROM became JOIN customer ON customer.id = became.id
       WHERE merged_into IS NOT NULL)
     SELECT linked, customer.id, display_name AS name FROM became
     JOIN customer ON customer.id = became.id AND merged_into IS NULL`,
    [JSON.stringify([...new Set(ids)])],
  );
  return new Map(people.map(({ linked, ...person }) => [linked, person]));
}

/** A note with its links as people are called now; whoever is gone keeps the name they had. */
export function withPresentNames(body: string, people: ReadonlyMap<string, LinkedPerson>): string {
  return relinked(body, ({ id, name }) => {
    const person = people.get(id);
    return person ? linkTo(person) : `@${name}`;
  });
}
