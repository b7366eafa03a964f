import type { Connection } from '../database/connection.ts';
import { type Bearer, type FoundName, namesIn } from './names-in-line.ts';
import { whoTookPart } from './understand-roles.ts';
import { type Stranger, strangersIn } from './understand-strangers.ts';

export interface PersonNamed {
  id: string;
  name: string;
  start: number;
  end: number;
}

/** A name that several customers bear. */
export interface UnsureName {
  said: string;
  start: number;
  end: number;
  choices: Bearer[];
}

/** Whom a line names. Offsets are UTF-16 units of the line. */
export interface PeopleNamed {
  /** Who took part, as far as the line says it. */
  people: PersonNamed[];
  /** Whom it names besides. */
  spokenOf: PersonNamed[];
  /** Who took part by a name that several bear. */
  unsure: UnsureName[];
  /** Who took part and is no customer. */
  strangers: Stranger[];
}

/**
 * The people whom a line names, each once, in their order. `promises` are the stretches that tell
 * of what is to come; `about` is whom the line is known to be about: everybody else in it was spoken
 * of, for a person to say otherwise. `names` are all certain ones, as often as they stand
 * there.
 */
export function peopleIn(
  connection: Connection,
  line: string,
  promises: readonly { start: number; end: number }[] = [],
  about?: string,
): PeopleNamed & { names: PersonNamed[] } {
  const names = namesIn(connection, line);
  const found: PeopleNamed = { people: [], spokenOf: [], unsure: [], strangers: [] };
  if (about !== undefined) {
    for (const name of names) addNamed(found.spokenOf, name);
    const spokenOf = found.spokenOf.filter((one) => one.id !== about);
    return { ...found, spokenOf, names: names.flatMap(certain) };
  }
  const places: (FoundName | Stranger)[] = [...names, ...strangersIn(line, names)];
  places.sort((one, other) => one.start - other.start);
  const roles = whoTookPart(
    line,
    places.map(({ start, end, ...rest }) => ({ start, end, isKnown: 'bearers' in rest })),
    promises,
  );
  places.forEach((place, at) => {
    const took = roles[at] ?? false;
    if (!('bearers' in place)) {
      if (took) found.strangers.push(place);
    } else if (place.bearers.length === 1) addNamed(took ? found.people : found.spokenOf, place);
    else if (took) {
      const { start, end, bearers } = place;
      found.unsure.push({ said: line.slice(start, end), start, end, choices: bearers });
    }
  });
  const taking = new Set(found.people.map((one) => one.id));
  const spokenOf = found.spokenOf.filter((one) => !taking.has(one.id));
  return { ...found, spokenOf, names: names.flatMap(certain) };
}

/** Whom a name names, when only one bears it. */
function certain({ start, end, bearers }: FoundName): PersonNamed[] {
  const [bearer, another] = bearers;
  return bearer && !another ? [{ id: bearer.id, name: bearer.name, start, end }] : [];
}

function addNamed(people: PersonNamed[], name: FoundName): void {
  for (const person of certain(name)) {
    if (!people.some((one) => one.id === person.id)) people.push(person);
  }
}
